import { openDatabase, type Database } from "../../src/storage/open-database.ts";
import { RecordStore } from "../../src/storage/record-store.ts";
import { dataFolder } from "./data-folder.ts";
import { recordStoreContract, type RecordWorld } from "./record-store-contract.ts";

recordStoreContract("SQLite", async () => {
  const { folder, remove } = await dataFolder();
  const database = await openDatabase({ dataFolder: folder });
  return {
    store: new RecordStore(database),
    recorded: () => recorded(database),
    close: async () => {
      await database.close();
      await remove();
    },
  };
});

async function recorded({ db }: Database): ReturnType<RecordWorld["recorded"]> {
  const suggestions = await db.selectFrom("suggestions").selectAll().orderBy("number").orderBy("item").execute();
  const feedback = await db.selectFrom("feedback").selectAll().orderBy("number").orderBy("given_by").execute();
  return {
    suggestions: suggestions.map((it) => [it.repository, it.number, it.item, it.confidence, it.suggested_at]),
    feedback: feedback.map((it) => [it.repository, it.number, it.given_by, it.helpful, it.given_at]),
  };
}
