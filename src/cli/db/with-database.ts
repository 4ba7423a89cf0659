import type { Command } from "commander";
import type { Database, DatabasePlace } from "../../storage/database.ts";
import { openAsItIs } from "../../storage/open-as-it-is.ts";

/** Opens a database as it is, uses it, and closes it. Says so and exits 2 where there is none. */
export async function withDatabase(
  command: Command,
  place: DatabasePlace,
  use: (database: Database) => Promise<void>,
): Promise<void> {
  const database = await openAsItIs(place);
  if (!database) return command.error(`There is no Frontdesk database in ${place.dataFolder}.`, { exitCode: 2 });
  try {
    await use(database);
  } finally {
    await database.close();
  }
}
