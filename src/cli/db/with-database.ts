import type { Database, DatabasePlace } from "../../storage/database.ts";
import { openAsItIs } from "../../storage/open-as-it-is.ts";
import { noDatabase } from "../with-stores.ts";

/** Opens a database as it is, uses it, and closes it. Rejects with `CommandError` where there is none. */
export async function withDatabase(place: DatabasePlace, use: (database: Database) => Promise<void>): Promise<void> {
  const database = await openAsItIs(place);
  if (!database) throw noDatabase(place.dataFolder);
  try {
    await use(database);
  } finally {
    await database.close();
  }
}
