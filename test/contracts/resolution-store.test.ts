import { ResolutionStore } from "../../src/features/resolution/store/resolution-store.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { dataFolder } from "./data-folder.ts";
import { resolutionStoreContract } from "./resolution-store-contract.ts";

resolutionStoreContract("SQLite", async () => {
  const { folder, remove } = await dataFolder();
  const database = await openDatabase({ dataFolder: folder });
  return {
    store: new ResolutionStore(database),
    close: async () => {
      await database.close();
      await remove();
    },
  };
});
