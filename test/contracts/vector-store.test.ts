import { VectorStore } from "../../src/storage/vector-store.ts";
import { engineName, openTestDatabase } from "../helpers/test-database.ts";
import { vectorStoreContract } from "./vector-store-contract.ts";

vectorStoreContract(engineName, async () => {
  const database = await openTestDatabase();
  return {
    store: new VectorStore(database),
    close: () => database.close(),
  };
});
