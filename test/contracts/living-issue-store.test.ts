import { LivingIssueStore } from "../../src/features/living-issue/store/living-issue-store.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { dataFolder } from "./data-folder.ts";
import { livingIssueStoreContract } from "./living-issue-store-contract.ts";

livingIssueStoreContract("SQLite", async () => {
  const { folder, remove } = await dataFolder();
  const database = await openDatabase({ dataFolder: folder });
  return {
    store: new LivingIssueStore(database),
    close: async () => {
      await database.close();
      await remove();
    },
  };
});
