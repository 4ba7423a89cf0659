import { ReportStore } from "../../src/features/reports/store/report-store.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { dataFolder } from "./data-folder.ts";
import { reportStoreContract } from "./report-store-contract.ts";

reportStoreContract("SQLite", async () => {
  const { folder, remove } = await dataFolder();
  const database = await openDatabase({ dataFolder: folder });
  return {
    store: new ReportStore(database),
    close: async () => {
      await database.close();
      await remove();
    },
  };
});
