import type { Command } from "commander";
import type { DatabasePlace } from "../../storage/database.ts";
import { readState, type DatabaseState } from "../../storage/database-state.ts";
import { print, toJson } from "../terminal/print.ts";
import { withDatabase } from "./with-database.ts";

/** `frontdesk db status`. */
export async function showState(
  command: Command,
  place: DatabasePlace,
  { json }: { readonly json?: boolean },
): Promise<void> {
  await withDatabase(command, place, async (database) => {
    const state = await readState(database);
    print(json ? toJson(state) : toText(state));
  });
}

function toText({ place, engine, bytes, done, pending, tables }: DatabaseState): string {
  const version = done.at(-1);
  const full = tables.filter(({ rows }) => rows > 0);
  const width = Math.max(0, ...full.map(({ name }) => name.length));
  return [
    place,
    `${engine}, ${sizeOf(bytes)}`,
    version === undefined ? "No tables yet." : `Tables as of ${version}.`,
    pending.length === 0
      ? "Up to date."
      : `${pending.length} migrations are pending: \`frontdesk start\` or \`frontdesk db migrate\` runs them.`,
    ...full.map(
      ({ name, rows, bytes }) =>
        `  ${name.padEnd(width)}  ${String(rows).padStart(9)} rows${bytes === undefined ? "" : `  ${sizeOf(bytes).padStart(9)}`}`,
    ),
    ...(tables.length > full.length ? [`  ${tables.length - full.length} tables are empty`] : []),
  ].join("\n");
}

function sizeOf(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KiB` : `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}
