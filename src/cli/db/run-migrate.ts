import type { DatabasePlace } from "../../storage/database.ts";
import { migrationStatus } from "../../storage/migrate.ts";
import { openAsItIs } from "../../storage/open-as-it-is.ts";
import { openDatabase } from "../../storage/open-database.ts";
import { CommandError } from "../command-error.ts";
import { exitCodes } from "../exit-codes.ts";
import { print, printJson } from "../terminal/print.ts";

interface Options {
  readonly check?: boolean;
  readonly json?: boolean;
}

/** `frontdesk db migrate`: makes the database where there is none, as `start` does. */
export async function runMigrate(place: DatabasePlace, { check, json }: Options): Promise<void> {
  const pending = await pendingOf(place);
  if (check) return tellPending(pending, json === true);
  await (await openDatabase(place)).close();
  if (json) printJson({ done: pending ?? ["all tables"], pending: [] });
  else
    print(pending?.length === 0 ? "The tables were up to date." : `Done: ${(pending ?? ["all tables"]).join(", ")}.`);
}

function tellPending(pending: readonly string[] | undefined, isJson: boolean): void {
  if (isJson) printJson({ done: [], pending: pending ?? ["all tables"] });
  if (pending?.length !== 0) {
    const what = pending ? `Pending: ${pending.join(", ")}.` : "There is no database yet.";
    throw new CommandError(`${what} frontdesk db migrate sees to it.`, exitCodes.failed);
  }
  if (!isJson) print("Up to date.");
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
