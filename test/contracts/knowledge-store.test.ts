import { openDatabase } from "../../src/storage/open-database.ts";
import { SqliteKnowledgeStore } from "../../src/storage/sqlite-knowledge-store.ts";
import { dataFolder } from "./data-folder.ts";
import { knowledgeStoreContract } from "./knowledge-store-contract.ts";

knowledgeStoreContract("SQLite", async (now) => {
  const { folder, remove } = await dataFolder();
  const database = await openDatabase(folder);
  return {
    store: new SqliteKnowledgeStore(database, "https://github.com/", now),
    close: async () => {
      await database.close();
      await remove();
    },
  };
});
