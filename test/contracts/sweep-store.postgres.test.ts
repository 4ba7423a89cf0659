import { SweepStore } from "../../src/features/redelivery/store/sweep-store.ts";
import { openPostgresDatabase } from "../helpers/test-postgres.ts";
import { sweepStoreContract } from "./sweep-store-contract.ts";

sweepStoreContract("PostgreSQL", async () => {
  const { database, remove } = await openPostgresDatabase();
  return { store: new SweepStore(database), close: remove };
});
