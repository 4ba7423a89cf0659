import { TimelineStore } from "../../src/features/timeline/store/timeline-store.ts";
import { engineName, openTestDatabase } from "../helpers/test-database.ts";
import { timelineStoreContract } from "./timeline-store-contract.ts";

timelineStoreContract(engineName, async () => {
  const database = await openTestDatabase();
  return {
    store: new TimelineStore(database),
    close: () => database.close(),
  };
});
