import { statSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";

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

/** What `--help` prints. */
export const usage = `Usage: npm run demo -- [options]

Starts a GitHub on this machine with a project in it, and Frontdesk beside it.

  --port <number>   port of the local GitHub, 0 for a free one (default 4400)
  --data <folder>   where everything is kept between runs (default .frontdesk/demo)
  --docs <folder>   serve these docs as the docs of the repository
  --fresh           forget earlier runs and begin anew
  --postgres        two app processes side by side on a PostgreSQL server, which is started for
                    it; without a past, and nothing is kept
  --json            print one line of JSON when ready, for scripts; the log goes to standard error
  --help            print this
`;

/** What was asked for on the command line: a run, the help, or something wrong that the message tells. */
export type ParsedArguments = { readonly run: DemoOptions } | { readonly help: true } | { readonly problem: string };

/** Reads the arguments after the script's name. Paths count from `cwd`. */
export function parseOptions(args: readonly string[], cwd: string): ParsedArguments {
  try {
    const { values } = parseArgs({ args: [...args], options: flags });
    if (values.help === true) return { help: true };
    const port = Number(values.port);
    if (!/^\d+$/u.test(values.port) || port > 65_534) {
      return { problem: `--port takes a number from 0 to 65534, not "${values.port}".` };
    }
    const docs = values.docs === undefined ? undefined : resolve(cwd, values.docs);
    if (docs !== undefined && statSync(docs, { throwIfNoEntry: false })?.isDirectory() !== true) {
      return { problem: `--docs takes a folder, and there is none at ${docs}.` };
    }
    const data = resolve(cwd, values.data ?? (values.postgres ? ".frontdesk/demo-postgres" : ".frontdesk/demo"));
    const postgres = values.postgres && { postgres: true };
    return { run: { json: values.json, port, data, docs, fresh: values.fresh, ...postgres } };
  } catch (error) {
    if (error instanceof TypeError) return { problem: error.message };
    throw error;
  }
}

const flags = {
  json: { type: "boolean", default: false },
  port: { type: "string", default: "4400" },
  data: { type: "string" },
  postgres: { type: "boolean", default: false },
  docs: { type: "string" },
  fresh: { type: "boolean", default: false },
  help: { type: "boolean" },
} as const;
