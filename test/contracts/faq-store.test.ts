import { FaqStore } from "../../src/features/faq/store/faq-store.ts";
import { RecordStore } from "../../src/storage/record-store.ts";
import { engineName, openTestDatabase } from "../helpers/test-database.ts";
import { faqStoreContract } from "./faq-store-contract.ts";

faqStoreContract(engineName, async () => {
  const database = await openTestDatabase();
  return {
    store: new FaqStore(database),
    records: new RecordStore(database),
    close: () => database.close(),
  };
});
