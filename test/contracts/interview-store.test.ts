import { InterviewStore } from "../../src/features/interviews/store/interview-store.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { dataFolder } from "./data-folder.ts";
import { interviewStoreContract } from "./interview-store-contract.ts";

interviewStoreContract("SQLite", async () => {
  const { folder, remove } = await dataFolder();
  const database = await openDatabase({ dataFolder: folder });
  return {
    store: new InterviewStore(database),
    close: async () => {
      await database.close();
      await remove();
    },
  };
});
