import { ConfigIssueStore } from "../../src/features/config-check/store/config-issue-store.ts";
import { engineName, openTestDatabase } from "../helpers/test-database.ts";
import { configIssueStoreContract } from "./config-issue-store-contract.ts";

configIssueStoreContract(engineName, async () => {
  const database = await openTestDatabase();
  return { store: new ConfigIssueStore(database), close: () => database.close() };
});
