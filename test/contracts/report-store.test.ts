import { ReportStore } from "../../src/features/reports/store/report-store.ts";
import { engineName, openTestDatabase } from "../helpers/test-database.ts";
import { reportStoreContract } from "./report-store-contract.ts";

reportStoreContract(engineName, async () => {
  const database = await openTestDatabase();
  return {
    store: new ReportStore(database),
    close: () => database.close(),
  };
});
