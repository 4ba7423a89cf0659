import { Option, type Command } from "commander";
import type { OpenRecords } from "../evaluation/run/apply-threshold.ts";
import type { OpenDemo } from "../evaluation/run/load-history.ts";
import { formats, type BacktestOptions } from "../evaluation/run/options.ts";
import { exitCodes } from "./exit-codes.ts";
import { apiUrlOption } from "./terminal/api-url-option.ts";
import { positive } from "./terminal/positive.ts";
import { writeOut } from "./terminal/print.ts";
import { quietOption } from "./terminal/quiet-option.ts";
import { toDay } from "./terminal/time-options.ts";
import { repeated } from "./terminal/repeated.ts";

/** `frontdesk backtest`: what Frontdesk would have said to past questions, against what truly answered them. */
export function register(program: Command, openDemo: OpenDemo, openRecords: OpenRecords): void {
  program
    .command("backtest")
    .description(
      "Replay past discussions, each seeing only what existed then: what would have been suggested, against what truly answered. Recommends a threshold. The token is read from FRONTDESK_TOKEN or GITHUB_TOKEN.",
    )
    .argument("[owner/repo]", "read this repository with the token")
    .option("--from-export <file>", "read discussions from a file, as GitHub's GraphQL returns them")
    .option("--demo", "use the demo's project")
    .option("--docs <folder>", "the docs; from a git checkout, each page counts from the day it was added")
    .option("--docs-root <path>", "where that folder stands in the repository (a checkout knows)")
    .option("--config <file>", "a frontdesk.yml: which files are docs, the categories, the threshold in force")
    .option("--since <date>", "only questions from this day on (2026-01-31)", toDay)
    .option("--until <date>", "only questions before this day", toDay)
    .option("--limit <n>", "only so many of the newest questions", positive)
    .option("--category <slug>", "only this category; may be repeated", repeated)
    .addOption(new Option("--format <format>", "of the report (default: by the ending of --out)").choices(formats))
    .option("--json", "the same as --format json")
    .option("--out <file>", "write the report there")
    .option("--save-export <file>", "keep what was read, for --from-export")
    .option("--print-query", "print the GraphQL query that makes an export, and how to use it")
    .option("--apply", "store the recommended threshold for the repository, for `threshold: auto`")
    .addOption(quietOption())
    .addOption(apiUrlOption())
    .addOption(new Option("--data <folder>", "the data folder, for --apply").env("DATA_FOLDER").default(".frontdesk"))
    .action(async (repository: string | undefined, options: BacktestOptions & { readonly printQuery?: boolean }) => {
      // At once, whatever is under way: files are written as a whole or not at all.
      process.once("SIGINT", () => process.exit(exitCodes.interrupted));
      if (options.printQuery === true) {
        const { queryHelp } = await import("../evaluation/run/load-threads.ts");
        writeOut(queryHelp());
        return;
      }
      const { runBacktest } = await import("../evaluation/run/run-backtest.ts");
      await runBacktest(
        { ...options, ...(options.json && { format: "json" }), repository },
        {
          env: process.env,
          out: writeOut,
          err: process.stderr,
          clock: () => new Date(),
          openDemo,
          openRecords,
        },
      );
    });
}
