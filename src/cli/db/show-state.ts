import type { DatabasePlace } from "../../storage/database.ts";
import { readState, type DatabaseState } from "../../storage/database-state.ts";
import { print, printJson } from "../terminal/print.ts";
import { toTable } from "../terminal/table.ts";
import { withDatabase } from "./with-database.ts";

/** `frontdesk db status`. */
export async function showState(place: DatabasePlace, { json }: { readonly json?: boolean }): Promise<void> {
  await withDatabase(place, async (database) => {
    const state = await readState(database);
    if (json) printJson(state);
    else print(toText(state));
  });
}

function toText({ place, engine, bytes, done, pending, tables }: DatabaseState): string {
  const version = done.at(-1);
  const full = tables.filter(({ rows }) => rows > 0);
  return [
    place,
    `${engine}, ${sizeOf(bytes)}`,
    version === undefined ? "No tables yet." : `Tables as of ${version}.`,
    pending.length === 0
      ? "Up to date."
      : `${pending.length} migrations are pending: \`frontdesk start\` or \`frontdesk db migrate\` runs them.`,
    ...(full.length === 0
      ? []
      : [
          toTable(full, [
            { title: "table", of: ({ name }) => name },
            { title: "rows", of: ({ rows }) => rows },
            { title: "size", of: ({ bytes: size }) => (size === undefined ? undefined : sizeOf(size)) },
          ]),
        ]),
    ...(tables.length > full.length ? [`${tables.length - full.length} tables are empty.`] : []),
  ].join("\n");
}

function sizeOf(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KiB` : `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}
