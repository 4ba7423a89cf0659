import { KnowledgeStore } from "../../src/storage/knowledge-store.ts";
import { engineName, openTestDatabase } from "../helpers/test-database.ts";
import { knowledgeStoreContract } from "./knowledge-store-contract.ts";

knowledgeStoreContract(engineName, async (now) => {
  const database = await openTestDatabase();
  return {
    store: new KnowledgeStore(database, "https://github.com/", now),
    close: () => database.close(),
  };
});
