import { OnCallStore } from "../../src/features/on-call/store/on-call-store.ts";
import { engineName, openTestDatabase } from "../helpers/test-database.ts";
import { onCallStoreContract } from "./on-call-store-contract.ts";

onCallStoreContract(engineName, async () => {
  const database = await openTestDatabase();
  return {
    store: new OnCallStore(database),
    close: () => database.close(),
  };
});
