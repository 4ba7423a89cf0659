import { WatchStore } from "../../src/features/watch/store/watch-store.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { dataFolder } from "./data-folder.ts";
import { watchStoreContract } from "./watch-store-contract.ts";

watchStoreContract("SQLite", async () => {
  const { folder, remove } = await dataFolder();
  const database = await openDatabase({ dataFolder: folder });
  return {
    store: new WatchStore(database),
    close: async () => {
      await database.close();
      await remove();
    },
  };
});
