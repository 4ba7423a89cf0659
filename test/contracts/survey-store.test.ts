import { SurveyStore } from "../../src/features/survey/store/survey-store.ts";
import { engineName, openTestDatabase } from "../helpers/test-database.ts";
import { surveyStoreContract } from "./survey-store-contract.ts";

surveyStoreContract(engineName, async () => {
  const database = await openTestDatabase();
  return {
    store: new SurveyStore(database),
    close: () => database.close(),
  };
});
