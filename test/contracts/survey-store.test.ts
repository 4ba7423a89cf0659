import { SurveyStore } from "../../src/features/survey/store/survey-store.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { dataFolder } from "./data-folder.ts";
import { surveyStoreContract } from "./survey-store-contract.ts";

surveyStoreContract("SQLite", async () => {
  const { folder, remove } = await dataFolder();
  const database = await openDatabase({ dataFolder: folder });
  return {
    store: new SurveyStore(database),
    close: async () => {
      await database.close();
      await remove();
    },
  };
});
