import { openDatabase } from "../../src/storage/open-database.ts";
import { dataFolder } from "../contracts/data-folder.ts";
import { forgetsOldRecords } from "./forget-old-contract.ts";

forgetsOldRecords(async () => {
  const { folder, remove } = await dataFolder();
  const database = await openDatabase({ dataFolder: folder });
  return {
    database,
    remove: async () => {
      await database.close();
      await remove();
    },
  };
});
