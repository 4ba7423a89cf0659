import { openDatabase } from "../../src/storage/open-database.ts";
import { FaqStore } from "../../src/features/faq/store/faq-store.ts";
import { RecordStore } from "../../src/storage/record-store.ts";
import { dataFolder } from "./data-folder.ts";
import { faqStoreContract } from "./faq-store-contract.ts";

faqStoreContract("SQLite", async () => {
  const { folder, remove } = await dataFolder();
  const database = await openDatabase({ dataFolder: folder });
  return {
    store: new FaqStore(database),
    records: new RecordStore(database),
    close: async () => {
      await database.close();
      await remove();
    },
  };
});
