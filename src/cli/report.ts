import type { Command } from "commander";
import type { ReportOptions, ReportStores } from "./report/run-report.ts";
import { print, printFile } from "./terminal/print.ts";
import { dataOption, type OpenStores } from "./with-stores.ts";

/** `frontdesk report`: what was measured of a period, by the records of a data folder or from an export. Exits 2 for what it cannot take. */
export function register(program: Command, open: OpenStores<ReportStores>): void {
  program
    .command("report")
    .description(
      "Tell how support went: by the records of a data folder, or from an export of the discussions without a server. Times are days such as 2026-03-01, by the clocks of the calendar, or moments such as 2026-03-01T09:00Z.",
    )
    .option("--repo <owner/name>", "the repository; an export tells it by itself")
    .option("--from <time>", "the beginning of the period (default: a quarter before its end)")
    .option("--to <time>", "its end, which is not part of it (default: now, or the end of the export)")
    .option("--format <format>", "md, json, csv or html", "md")
    .option("--json", "the same as --format json")
    .option("--out <folder>", "write files there: Markdown with its charts, CSV as several tables")
    .option(
      "--from-export <file>",
      "read discussions from a file, as `frontdesk export` or GitHub's GraphQL writes them",
    )
    .option("--roles <file>", 'who may do what, for an export without roles: { "ada": "write" }')
    .option("--config <file>", "a frontdesk.yml: its calendars, and the targets of its watch, for an export")
    .addOption(dataOption())
    .action(async ({ json, ...options }: ReportOptions & { readonly json?: boolean }) => {
      const { runReport } = await import("./report/run-report.ts");
      const asked = json ? { ...options, format: "json" } : options;
      await runReport(asked, { open, clock: () => new Date(), out: printFile, tell: print });
    });
}
