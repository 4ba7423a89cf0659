import { openDatabase } from "../../src/storage/open-database.ts";
import { VectorStore } from "../../src/storage/vector-store.ts";
import { dataFolder } from "./data-folder.ts";
import { vectorStoreContract } from "./vector-store-contract.ts";

vectorStoreContract("SQLite", async () => {
  const { folder, remove } = await dataFolder();
  const database = await openDatabase({ dataFolder: folder });
  return {
    store: new VectorStore(database),
    close: async () => {
      await database.close();
      await remove();
    },
  };
});
