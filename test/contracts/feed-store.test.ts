import { FeedStore } from "../../src/features/calendar-feed/store/feed-store.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { dataFolder } from "./data-folder.ts";
import { feedStoreContract } from "./feed-store-contract.ts";

feedStoreContract("SQLite", async () => {
  const { folder, remove } = await dataFolder();
  const database = await openDatabase({ dataFolder: folder });
  return {
    store: new FeedStore(database),
    close: async () => {
      await database.close();
      await remove();
    },
  };
});
