import { statSync } from "node:fs";
import { resolve } from "node:path";
import { type Command, InvalidArgumentError, Option } from "commander";
import { exitCodes } from "./exit-codes.ts";

/** How the demo is to run. */
export interface DemoOptions {
  /** Print one line of JSON when ready, and nothing else, on standard output. */
  readonly json: boolean;
  /** Port of the local GitHub; the app takes the next one where it can. 0 picks free ones. */
  readonly port: number;
  /** Where everything is kept between runs. Absolute. */
  readonly data: string;
  /** A folder of docs to serve instead of the demo's own. Absolute. */
  readonly docs: string | undefined;
  /** Forget what was there. */
  readonly fresh: boolean;
  /** Two app processes on PostgreSQL, instead of one on a file. */
  readonly postgres?: boolean;
}

/** What the demo needs is not installed. The message says what to do. */
export class DemoUnavailableError extends Error {
  override name = "DemoUnavailableError";
}

/** Starts the demo; resolves when it is ready, and it goes on until a signal ends it. Rejects with `DemoUnavailableError`. */
export type RunDemo = (options: DemoOptions) => Promise<void>;

interface GivenOptions {
  readonly json?: boolean;
  readonly port: number;
  readonly data?: string;
  readonly docs?: string;
  readonly fresh?: boolean;
  readonly postgres?: boolean;
}

/** `frontdesk demo`: a GitHub on this machine with a project in it, and Frontdesk beside it. Paths count from `cwd`. */
export function register(program: Command, run: RunDemo, cwd: string): void {
  program
    .command("demo")
    .description("Start a GitHub on this machine with a project in it, and Frontdesk beside it, to try everything.")
    .addOption(
      new Option("--port <number>", "port of the local GitHub, 0 for a free one").argParser(port).default(4400),
    )
    .option("--data <folder>", "where everything is kept between runs (default: .frontdesk/demo)")
    .addOption(
      new Option("--docs <folder>", "serve these docs as the docs of the repository").argParser((it) => docs(it, cwd)),
    )
    .option("--fresh", "forget earlier runs and begin anew")
    .option(
      "--postgres",
      "two app processes side by side on a PostgreSQL server, which is started for it; without a past, and nothing is kept; in a checkout alone",
    )
    .option("--json", "print one line of JSON when ready, for scripts; the log goes to standard error")
    .action(async (given: GivenOptions) => {
      const data = given.data ?? (given.postgres ? ".frontdesk/demo-postgres" : ".frontdesk/demo");
      const options = {
        json: given.json ?? false,
        port: given.port,
        data: resolve(cwd, data),
        docs: given.docs,
        fresh: given.fresh ?? false,
        ...(given.postgres && { postgres: true }),
      };
      try {
        await run(options);
      } catch (error) {
        if (error instanceof DemoUnavailableError) program.error(error.message, { exitCode: exitCodes.wrongUse });
        throw error;
      }
    });
}

/** The next one is the app's. */
function port(text: string): number {
  if (!/^\d+$/u.test(text) || Number(text) > 65_534) {
    throw new InvalidArgumentError("It must be a number from 0 to 65534.");
  }
  return Number(text);
}

function docs(text: string, cwd: string): string {
  const folder = resolve(cwd, text);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return folder;
  throw new InvalidArgumentError(`It must be a folder, and there is none at ${folder}.`);
}
