import { expect, it } from "vitest";
import { newPostgresDatabase } from "../helpers/test-postgres.ts";
import { differencesFrom } from "./differences.ts";
import { play, type Ending } from "./play.ts";

async function playOnPostgres(seed?: number): Promise<Ending> {
  const { url, drop } = await newPostgresDatabase();
  try {
    return await play({ databaseUrl: url, ...(seed !== undefined && { seed }) });
  } finally {
    await drop();
  }
}

it("a day in trouble ends as a quiet one, on PostgreSQL too", { timeout: 600_000 }, async () => {
  expect(differencesFrom(await playOnPostgres(), await playOnPostgres(1003))).toBe("");
});
