import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Desk } from "./open-desk.ts";

const run = promisify(execFile);

/** What `frontdesk …` prints on a desk's data, as its operator runs it. Rejects where it does not end with 0. */
export async function runFrontdesk({ place }: Pick<Desk, "place">, ...args: readonly string[]): Promise<string> {
  const { stdout } = await run(process.execPath, ["bin/frontdesk.js", ...args], {
    env: { ...process.env, DATA_FOLDER: place.dataFolder, DATABASE_URL: place.databaseUrl ?? "" },
  });
  return stdout;
}
