import { ResolutionStore } from "../../src/features/resolution/store/resolution-store.ts";
import { engineName, openTestDatabase } from "../helpers/test-database.ts";
import { resolutionStoreContract } from "./resolution-store-contract.ts";

resolutionStoreContract(engineName, async () => {
  const database = await openTestDatabase();
  return {
    store: new ResolutionStore(database),
    close: () => database.close(),
  };
});
