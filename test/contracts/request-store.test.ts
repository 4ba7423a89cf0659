import { RequestStore } from "../../src/features/feature-requests/store/request-store.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { RecordStore } from "../../src/storage/record-store.ts";
import { dataFolder } from "./data-folder.ts";
import { requestStoreContract } from "./request-store-contract.ts";

requestStoreContract("SQLite", async () => {
  const { folder, remove } = await dataFolder();
  const database = await openDatabase({ dataFolder: folder });
  return {
    store: new RequestStore(database),
    records: new RecordStore(database),
    close: async () => {
      await database.close();
      await remove();
    },
  };
});
