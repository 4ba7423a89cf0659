import type { Database } from "../../src/storage/open-database.ts";
import { RecordStore } from "../../src/storage/record-store.ts";
import { engineName, openTestDatabase } from "../helpers/test-database.ts";
import { recordStoreContract, type RecordWorld } from "./record-store-contract.ts";

recordStoreContract(engineName, async () => {
  const database = await openTestDatabase();
  return {
    store: new RecordStore(database),
    recorded: () => recorded(database),
    close: () => database.close(),
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
