import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { composeStores } from "../../src/compose.ts";
import { perform } from "../../src/pipeline/perform.ts";
import { dataFolder } from "../contracts/data-folder.ts";
import { inLine } from "../helpers/in-line.ts";

type Stores = Awaited<ReturnType<typeof composeStores>>;
type Row = Readonly<Record<string, unknown>>;

interface Table {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string; readonly isKey: boolean }[];
  /** Columns that hold the key of another table's row. */
  readonly references: readonly { readonly from: string; readonly table: string; readonly to: string }[];
}

/** Rows that stay, and what may be left in them: indexes learn from these that something is gone, and the log what came. */
const kept: Readonly<Record<string, readonly string[]>> = {
  knowledge: ["repository", "revision"],
  docs_pages: ["repository", "path", "revision"],
  threads: ["repository", "number", "revision"],
  issues: ["repository", "number", "revision", "updated_at"],
  deliveries: ["repository", "id", "name", "action", "order_key", "cause", "leased_by", "shortfall"],
};

const gone = { id: 7, owner: "acme", name: "widgets", installation: 3 };
const stays = { ...gone, id: 8, name: "gadgets" };
const now = new Date("2026-11-26T09:00:00Z");

describe("whoever forgets a repository", () => {
  let stores: Stores;
  let close: () => Promise<void>;
  let tables: readonly Table[];

  beforeEach(async () => {
    const { folder, remove } = await dataFolder();
    stores = await composeStores({ dataFolder: folder, webUrl: "https://github.com" }, () => now);
    close = async () => {
      await stores.close();
      await remove();
    };
    tables = ofRepositories(await readTables(stores));
    for (const repository of [gone, stays]) {
      for (const table of tables) await plant(stores, table, repository.id);
    }
  });
  afterEach(() => close());

  it("leaves no row of any table that has one for each repository", async () => {
    await forget(stores);
    const left: string[] = [];
    for (const table of tables.filter(({ name }) => !(name in kept))) {
      if ((await rowsOf(stores, table, gone.id)).length > 0) left.push(table.name);
    }
    expect(left).toEqual([]);
  });

  it("leaves no words in the rows that stay", async () => {
    await forget(stores);
    const left: string[] = [];
    for (const { name, columns } of tables) {
      for (const row of await rowsOf(stores, { name, columns }, gone.id)) {
        const words = Object.keys(row).filter((column) => String(row[column]).includes("planted"));
        left.push(...words.filter((it) => !kept[name]?.includes(it)).map((it) => `${name}.${it}`));
      }
    }
    expect(left).toEqual([]);
  });

  it("leaves all rows of another repository", async () => {
    const ofOther = () => Promise.all(tables.map((it) => rowsOf(stores, it, stays.id)));
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

async function readTables({ database: { db } }: Stores): Promise<readonly Table[]> {
  const names = await db.introspection.getTables();
  return Promise.all(
    names.map(async ({ name }) => {
      const columns = await sql<{
        name: string;
        type: string;
        pk: number;
      }>`select * from pragma_table_info(${name})`.execute(db);
      const references = await sql<{ from: string; table: string; to: string }>`
        select "from", "table", "to" from pragma_foreign_key_list(${name})`.execute(db);
      return {
        name,
        columns: columns.rows.map((it) => ({ name: it.name, type: it.type, isKey: it.pk > 0 })),
        references: references.rows,
      };
    }),
  );
}

/** Those with a repository's id, and those whose rows belong to one of their rows; parents come first. */
function ofRepositories(tables: readonly Table[]): readonly Table[] {
  const found = tables.filter(
    (it) => it.name === "repositories" || it.columns.some(({ name }) => name === "repository"),
  );
  for (let before = -1; before < found.length;) {
    before = found.length;
    const isChild = (it: Table) => it.references.some(({ table }) => found.some(({ name }) => name === table));
    found.push(...tables.filter((it) => !found.includes(it) && isChild(it)));
  }
  return found;
}

/** Writes a row with something in each column. */
async function plant({ database: { db } }: Stores, table: Table, repository: number): Promise<void> {
  const values = Object.fromEntries(table.columns.map((it) => [it.name, valueFor(table, it, repository)]));
  await db
    .withTables<Record<string, Row>>()
    .insertInto(table.name)
    .values({ ...values, ...(table.name === "deliveries" && { state: "done" }) })
    .execute();
}

function valueFor(table: Table, { name, type }: Table["columns"][number], repository: number): unknown {
  const isId = name === "repository" || (table.name === "repositories" && name === "id");
  // Keys of planted rows are the repository's id, so that a row that belongs to another is found by it.
  if (isId || name === "seq" || table.references.some(({ from, to }) => from === name && isNumber(to)))
    return repository;
  if (/int|real/i.test(type)) return 1;
  return /blob/i.test(type) ? new Uint8Array([1]) : `planted ${name} ${repository}`;
}

function isNumber(key: string): boolean {
  return key === "seq" || key === "delivery";
}

/** The planted rows of a repository. */
async function rowsOf(
  { database: { db } }: Stores,
  { name, columns }: Pick<Table, "name" | "columns">,
  repository: number,
): Promise<readonly Row[]> {
  const names = columns.map(({ name }) => name);
  const owner = ["repository", "delivery", "seq"].find((it) => names.includes(it)) ?? "id";
  const rows = await sql<Row>`
    select * from ${sql.table(name)} where ${sql.ref(owner)} = ${repository}`.execute(db);
  return rows.rows;
}
