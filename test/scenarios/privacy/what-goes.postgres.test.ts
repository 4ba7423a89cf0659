import { afterEach } from "vitest";
import { newPostgresDatabase } from "../../helpers/test-postgres.ts";
import { forgetsWhatGoes } from "./what-goes-story.ts";

let drop: () => Promise<void>;
afterEach(() => drop());

forgetsWhatGoes(async () => {
  const database = await newPostgresDatabase();
  drop = database.drop;
  return { databaseUrl: database.url };
});
