import { expect, it } from "vitest";
import { composeStores } from "../../src/compose-stores.ts";
import { isGoneHolder } from "../../src/queue/process-holder.ts";
import { newPostgresDatabase } from "../helpers/test-postgres.ts";

it("a process on PostgreSQL has a name by which the next one of its place sees that it is gone", async () => {
  const { url, drop } = await newPostgresDatabase();
  const place = { dataFolder: "", databaseUrl: url, webUrl: "https://github.com" };
  const { holder, close } = await composeStores(place, () => new Date());
  await close();
  await drop();
  // Our own number is that of an earlier process, to whoever starts.
  expect(isGoneHolder(holder, "postgres")).toBe(true);
});
