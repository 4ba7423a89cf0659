import { openDatabase } from "../../src/storage/open-database.ts";
import { KnowledgeStore } from "../../src/storage/knowledge-store.ts";
import { dataFolder } from "./data-folder.ts";
import { knowledgeStoreContract } from "./knowledge-store-contract.ts";

knowledgeStoreContract("SQLite", async (now) => {
  const { folder, remove } = await dataFolder();
  const database = await openDatabase({ dataFolder: folder });
  return {
    store: new KnowledgeStore(database, "https://github.com/", now),
    close: async () => {
      await database.close();
      await remove();
    },
  };
});
