import { text } from "node:stream/consumers";
import { run } from "../../src/cli.ts";

/** A command line and the environment that it is run in. */
export interface CommandLine {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** What came of it. */
export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/*
 * Runs command lines one after the other in this process, as `bin/frontdesk.js` runs one: starting a process for each would
 * take longer than all that they do. Reads them as JSON, and writes as JSON what each printed and how it ended.
 */
const lines = JSON.parse(await text(process.stdin)) as readonly CommandLine[];
const write = process.stdout.write.bind(process.stdout);
const ran: Ran[] = [];
for (const { args, env = {} } of lines) {
  let [stdout, stderr] = ["", ""];
  process.stdout.write = (chunk: string | Uint8Array) => ((stdout += String(chunk)), true);
  process.stderr.write = (chunk: string | Uint8Array) => ((stderr += String(chunk)), true);
  process.exitCode = undefined;
  Object.assign(process.env, env);
  await run(args);
  for (const name of Object.keys(env)) delete process.env[name];
  ran.push({ status: ended(), stdout, stderr });
}
process.exitCode = 0;
write(JSON.stringify(ran));

function ended(): number {
  return Number(process.exitCode ?? 0);
}
