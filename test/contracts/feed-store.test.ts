import { FeedStore } from "../../src/features/calendar-feed/store/feed-store.ts";
import { engineName, openTestDatabase } from "../helpers/test-database.ts";
import { feedStoreContract } from "./feed-store-contract.ts";

feedStoreContract(engineName, async () => {
  const database = await openTestDatabase();
  return {
    store: new FeedStore(database),
    close: () => database.close(),
  };
});
