import { RequestStore } from "../../src/features/feature-requests/store/request-store.ts";
import { RecordStore } from "../../src/storage/record-store.ts";
import { engineName, openTestDatabase } from "../helpers/test-database.ts";
import { requestStoreContract } from "./request-store-contract.ts";

requestStoreContract(engineName, async () => {
  const database = await openTestDatabase();
  return {
    store: new RequestStore(database),
    records: new RecordStore(database),
    close: () => database.close(),
  };
});
