import type { RepositoryRef } from "../../src/core/discussion.ts";
import { openFeatureStores, type FeatureStores } from "../../src/features/index.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { RecordStore } from "../../src/storage/record-store.ts";
import type { Desk } from "./open-desk.ts";

/** Look into a desk's stores of features, or write to them, as a second process would; the desk must be settled. */
export async function withStores<Answer>(
  desk: Desk,
  use: (stores: FeatureStores, repository: RepositoryRef) => Promise<Answer>,
  name = "widgets",
): Promise<Answer> {
  const database = await openDatabase(desk.place);
  try {
    const repositories = await new RecordStore(database).repositories();
    const repository = repositories.find((it) => it.name === name);
    if (!repository) throw new Error(`The app does not serve ${name}`);
    return await use(openFeatureStores(database), repository);
  } finally {
    await database.close();
  }
}
