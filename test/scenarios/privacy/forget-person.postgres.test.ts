import { afterEach } from "vitest";
import { newPostgresDatabase } from "../../helpers/test-postgres.ts";
import { forgetsWhoeverWants } from "./forget-person-story.ts";

let drop: () => Promise<void>;
afterEach(() => drop());

forgetsWhoeverWants(async () => {
  const database = await newPostgresDatabase();
  drop = database.drop;
  return { databaseUrl: database.url };
});
