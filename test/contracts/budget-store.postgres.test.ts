import { afterAll, beforeAll } from "vitest";
import { openDatabase, type Database } from "../../src/storage/open-database.ts";
import { newPostgresDatabase } from "../helpers/test-postgres.ts";
import { budgetStoreContract } from "./budget-store-contract.ts";

let databases: readonly [Database, Database, Database, Database];
let drop: () => Promise<void>;
beforeAll(async () => {
  const { url, ...made } = await newPostgresDatabase();
  const open = () => openDatabase({ dataFolder: "", databaseUrl: url });
  drop = made.drop;
  databases = [await open(), await open(), await open(), await open()];
});
afterAll(async () => {
  for (const database of databases) await database.close();
  await drop();
});

budgetStoreContract("PostgreSQL", async () => {
  await databases[0].db.deleteFrom("github_budgets").execute();
  return { databases, close: async () => undefined };
});
