import { SweepStore } from "../../src/features/redelivery/store/sweep-store.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { dataFolder } from "./data-folder.ts";
import { sweepStoreContract } from "./sweep-store-contract.ts";

sweepStoreContract("SQLite", async () => {
  const { folder, remove } = await dataFolder();
  const database = await openDatabase({ dataFolder: folder });
  return {
    store: new SweepStore(database),
    close: async () => {
      await database.close();
      await remove();
    },
  };
});
