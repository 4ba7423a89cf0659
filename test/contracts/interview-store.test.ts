import { InterviewStore } from "../../src/features/interviews/store/interview-store.ts";
import { engineName, openTestDatabase } from "../helpers/test-database.ts";
import { interviewStoreContract } from "./interview-store-contract.ts";

interviewStoreContract(engineName, async () => {
  const database = await openTestDatabase();
  return {
    store: new InterviewStore(database),
    close: () => database.close(),
  };
});
