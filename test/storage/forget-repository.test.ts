import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { composeStores } from "../../src/compose-stores.ts";
import { perform } from "../../src/pipeline/perform.ts";
import { inLine } from "../helpers/in-line.ts";
import { ofRepositories, plant, readTables, rowsOf, type PlantedTable } from "../helpers/planted-rows.ts";
import { newTestPlace } from "../helpers/test-database.ts";

type Stores = Awaited<ReturnType<typeof composeStores>>;
/** Rows that stay, and what may be left in them: indexes learn from these that something is gone, and the log what came. */
const kept: Readonly<Record<string, readonly string[]>> = {
  knowledge: ["repository", "revision"],
  docs_pages: ["repository", "path", "revision"],
  threads: ["repository", "number", "revision"],
  issues: ["repository", "number", "revision", "updated_at"],
  deliveries: ["repository", "id", "name", "action", "order_key", "cause", "leased_by", "shortfall"],
};

/** Tables whose rows have no repository: pages are by path and content, whichever repositories they are in. */
const ofNobody: readonly string[] = [
  "expiring_names",
  "forgotten_people",
  "github_budgets",
  "lost_webhooks",
  "pages",
  "visibility",
  "webhook_sweeps",
];

const gone = { id: 7, owner: "acme", name: "widgets", installation: 3 };
const stays = { ...gone, id: 8, name: "gadgets" };
const now = new Date("2026-11-26T09:00:00Z");

describe("whoever forgets a repository", () => {
  let stores: Stores;
  let close: () => Promise<void>;
  let everyTable: readonly PlantedTable[];
  let tables: readonly PlantedTable[];

  beforeEach(async () => {
    const { place, remove } = await newTestPlace();
    stores = await composeStores({ ...place, webUrl: "https://github.com" }, () => now);
    close = async () => {
      await stores.close();
      await remove();
    };
    everyTable = await readTables(stores.database.db);
    tables = ofRepositories(everyTable);
    for (const repository of [gone, stays]) {
      for (const table of tables) await plant(stores.database.db, table, repository.id);
    }
  });
  afterEach(() => close());

  it("leaves no row of any table that has one for each repository", async () => {
    await forget(stores);
    const left: string[] = [];
    for (const table of tables.filter(({ name }) => !(name in kept))) {
      if ((await rowsOf(stores.database.db, table, gone.id)).length > 0) left.push(table.name);
    }
    expect(left).toEqual([]);
  });

  it("leaves no words in the rows that stay", async () => {
    await forget(stores);
    const left: string[] = [];
    for (const { name, columns } of tables) {
      for (const row of await rowsOf(stores.database.db, { name, columns }, gone.id)) {
        const words = Object.keys(row).filter((column) => String(row[column]).includes("planted"));
        left.push(...words.filter((it) => !kept[name]?.includes(it)).map((it) => `${name}.${it}`));
      }
    }
    expect(left).toEqual([]);
  });

  it("leaves all rows of another repository", async () => {
    const ofOther = () => Promise.all(tables.map((it) => rowsOf(stores.database.db, it, stays.id)));
    const before = await ofOther();
    await forget(stores);
    expect(await ofOther()).toEqual(before);
  });

  it("is tried on each table that there is", () => {
    const names = tables.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(["item_vectors", "snapshot_pieces", "feature_requests", "delivery_steps"]),
    );
    expect(Object.keys(kept).filter((it) => !names.includes(it))).toEqual([]);
    // What else there is belongs to no repository.
    expect(everyTable.map(({ name }) => name).filter((it) => !names.includes(it))).toEqual(ofNobody);
  });
});

/** Carries out the plan that forgets a repository, as a delivery of that repository. */
async function forget(stores: Stores): Promise<void> {
  const { inbox } = stores;
  const delivery = "the-one-that-forgets";
  await inbox.accept({ id: delivery, name: "frontdesk", payload: {} }, inLine("x", { repository: gone.id }), now);
  expect(await inbox.claim(now, 60_000)).toMatchObject({ id: delivery });
  const plan = { actions: [{ do: "forget-repository", repository: gone }], because: "it is gone" };
  await inbox.keepPlan(delivery, "feature:repositories", plan);
  const unused = {} as never;
  const deps = { ...stores, github: unused, chat: unused, clock: () => now, wake: () => undefined };
  await perform({ delivery, stage: "feature:repositories", plan, done: [] }, deps);
  await inbox.finish(delivery, "forgotten", now);
}
