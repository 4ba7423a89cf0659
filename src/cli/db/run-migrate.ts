import type { Command } from "commander";
import type { DatabasePlace } from "../../storage/database.ts";
import { migrationStatus } from "../../storage/migrate.ts";
import { openAsItIs } from "../../storage/open-as-it-is.ts";
import { openDatabase } from "../../storage/open-database.ts";
import { print } from "../terminal/print.ts";

/** `frontdesk db migrate`: makes the database where there is none, as `start` does. */
export async function runMigrate(
  command: Command,
  place: DatabasePlace,
  { check }: { readonly check?: boolean },
): Promise<void> {
  const pending = await pendingOf(place);
  if (check) {
    if (pending?.length === 0) return print("Up to date.");
    return command.error(pending ? `Pending: ${pending.join(", ")}.` : "There is no database yet.", { exitCode: 1 });
  }
  await (await openDatabase(place)).close();
  print(pending?.length === 0 ? "The tables were up to date." : `Done: ${(pending ?? ["all tables"]).join(", ")}.`);
}

async function pendingOf(place: DatabasePlace): Promise<readonly string[] | undefined> {
  const database = await openAsItIs(place);
  if (!database) return undefined;
  try {
    return (await migrationStatus(database.db, database.place)).pending;
  } finally {
    await database.close();
  }
}
