import { WatchStore } from "../../src/features/watch/store/watch-store.ts";
import { engineName, openTestDatabase } from "../helpers/test-database.ts";
import { watchStoreContract } from "./watch-store-contract.ts";

watchStoreContract(engineName, async () => {
  const database = await openTestDatabase();
  return {
    store: new WatchStore(database),
    close: () => database.close(),
  };
});
