import { openDatabase } from "../../src/storage/open-database.ts";
import { SqliteKnowledgeStore } from "../../src/storage/sqlite-knowledge-store.ts";
import { SqliteVectorStore } from "../../src/storage/sqlite-vector-store.ts";
import { dataFolder } from "./data-folder.ts";
import { vectorStoreContract } from "./vector-store-contract.ts";

vectorStoreContract("SQLite", async () => {
  const { folder, remove } = await dataFolder();
  const database = await openDatabase(folder);
  return {
    store: new SqliteVectorStore(database),
    knowledge: new SqliteKnowledgeStore(database, "https://github.com/", () => new Date()),
    close: async () => {
      await database.close();
      await remove();
    },
  };
});
