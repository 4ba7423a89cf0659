import { LivingIssueStore } from "../../src/features/living-issue/store/living-issue-store.ts";
import { engineName, openTestDatabase } from "../helpers/test-database.ts";
import { livingIssueStoreContract } from "./living-issue-store-contract.ts";

livingIssueStoreContract(engineName, async () => {
  const database = await openTestDatabase();
  return {
    store: new LivingIssueStore(database),
    close: () => database.close(),
  };
});
