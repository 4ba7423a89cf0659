import type { Command } from "commander";
import type { ExportOptions } from "./export/run-export.ts";
import { exitCodes } from "./exit-codes.ts";
import { printJson, writeErr } from "./terminal/print.ts";
import { apiUrlOption } from "./terminal/api-url-option.ts";
import { quietOption } from "./terminal/quiet-option.ts";

/** `frontdesk export owner/repo`: a repository's discussions as a file, from which reports are made without a server. Exits 2 for what it cannot take, 5 where GitHub refuses, 130 for Ctrl-C. */
export function register(program: Command): void {
  program
    .command("export")
    .description(
      "Read a repository's discussions into a file, for `frontdesk report --from-export`: who wrote when, without the texts. The token is read from FRONTDESK_TOKEN or GITHUB_TOKEN. Stopped, it goes on when it is run again.",
    )
    .argument("<owner/repo>", "the repository")
    .option("--out <file>", "the file", "threads.json")
    .option("--fresh", "read all anew, whatever an earlier run has read")
    .option("--json", "print how much was read as one JSON object")
    .addOption(quietOption())
    .addOption(apiUrlOption())
    .action(async (repository: string, options: Omit<ExportOptions, "repository">) => {
      const { runExport } = await import("./export/run-export.ts");
      process.once("SIGINT", () => {
        writeErr("\nStopped. The same command goes on where it was.\n");
        process.exit(exitCodes.interrupted);
      });
      const around = { env: process.env, err: process.stderr, clock: () => new Date() };
      const done = await runExport({ repository, ...options }, around);
      if (options.json) printJson(done);
    });
}
