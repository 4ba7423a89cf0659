import { OnCallStore } from "../../src/features/on-call/store/on-call-store.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { dataFolder } from "./data-folder.ts";
import { onCallStoreContract } from "./on-call-store-contract.ts";

onCallStoreContract("SQLite", async () => {
  const { folder, remove } = await dataFolder();
  const database = await openDatabase({ dataFolder: folder });
  return {
    store: new OnCallStore(database),
    close: async () => {
      await database.close();
      await remove();
    },
  };
});
