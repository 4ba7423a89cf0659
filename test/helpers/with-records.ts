import type { RepositoryRef } from "../../src/core/discussion.ts";
import type { Records } from "../../src/core/records.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { RecordStore } from "../../src/storage/record-store.ts";
import type { Desk } from "./open-desk.ts";

/** Look into a desk's records, as a second process would; the desk must be settled. */
export async function withRecords<Answer>(
  desk: Desk,
  use: (records: Records, repository: RepositoryRef) => Promise<Answer>,
): Promise<Answer> {
  const database = await openDatabase(desk.place);
  try {
    const records = new RecordStore(database);
    const [repository] = await records.repositories();
    if (!repository) throw new Error("The app serves no repository");
    return await use(records, repository);
  } finally {
    await database.close();
  }
}
