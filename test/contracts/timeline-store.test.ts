import { TimelineStore } from "../../src/features/timeline/store/timeline-store.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { dataFolder } from "./data-folder.ts";
import { timelineStoreContract } from "./timeline-store-contract.ts";

timelineStoreContract("SQLite", async () => {
  const { folder, remove } = await dataFolder();
  const database = await openDatabase({ dataFolder: folder });
  return {
    store: new TimelineStore(database),
    close: async () => {
      await database.close();
      await remove();
    },
  };
});
