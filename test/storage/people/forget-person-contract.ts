import { sql, type ColumnMetadata } from "kysely";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { ForgottenPeopleStore } from "../../../src/storage/people/forgotten-people-store.ts";
import { tablesWithoutPeople, tablesWithPeople } from "../../../src/storage/people/tables-with-people.ts";
import type { TableWithPeople } from "../../../src/storage/people/table-with-people.ts";
import type { Database } from "../../../src/storage/open-database.ts";
import { rowsWith } from "../../helpers/tables-with.ts";

const login = "Zyx-Ann";
const at = new Date("2026-11-30T09:00:00Z");

let database: Database;
let people: ForgottenPeopleStore;
let remove: () => Promise<void>;

async function columnsOf(name: string): Promise<readonly ColumnMetadata[]> {
  const tables = await database.db.introspection.getTables();
  return tables.find((it) => it.name === name)?.columns ?? [];
}

const isText = ({ dataType }: ColumnMetadata) => /text|char/iu.test(dataType);

/** Writes a row in which each column that can name people names this one. Rows of one number belong together. */
async function plant(it: TableWithPeople, number: number, who = login, repository = 7): Promise<void> {
  const entries = (await columnsOf(it.table)).map((column) => [
    column.name,
    valueFor(it, column, { number, who, repository }),
  ]);
  const values = Object.fromEntries(entries) as Readonly<Record<string, unknown>>;
  await sql`
    insert into ${sql.table(it.table)} (${sql.join(Object.keys(values).map((name) => sql.ref(name)))})
    values (${sql.join(Object.values(values))})`.execute(database.db);
}

function valueFor(
  { columns, goWith }: TableWithPeople,
  column: ColumnMetadata,
  { number, who, repository }: { readonly number: number; readonly who: string; readonly repository: number },
): unknown {
  if (column.name === "repository") return repository;
  if (column.name === goWith) return who.toLowerCase();
  const naming = columns[column.name];
  if (naming?.is === "login") return who;
  if (naming?.is === "words") return `thanks to @${who}, see https://github.com/${who}`;
  if (naming?.is === "json") {
    const keys = [...naming.ghost, ...naming.gone];
    return JSON.stringify({
      title: `why, @${who}?`,
      under: Object.fromEntries(keys.map((key) => [key, key === "hosts" ? [who] : who])),
    });
  }
  return isText(column) ? `text ${number}` : number;
}

/** What holds on every engine; `open` gives an empty database with all tables. */
export function forgetsPeople(open: () => Promise<{ readonly database: Database; remove(): Promise<void> }>): void {
  // One for all, emptied in between: to make one takes as long as many of these tests.
  beforeAll(async () => {
    ({ database, remove } = await open());
    people = new ForgottenPeopleStore(database);
  });
  afterEach(async () => {
    for (const { table } of [...tablesWithPeople, ...tablesWithoutPeople]) {
      await sql`delete from ${sql.table(table)}`.execute(database.db);
    }
  });
  afterAll(() => remove());

  describe("forgetting a person", () => {
    it("knows of each column of each table with text whether it can name people", async () => {
      const tables = await database.db.introspection.getTables();
      const undeclared = tables.flatMap(({ name, columns }) => {
        if (tablesWithoutPeople.some(({ table }) => table === name)) return [];
        const known = tablesWithPeople.find(({ table }) => table === name);
        const declared = known && [known.goWith, ...Object.keys(known.columns), ...known.free];
        return columns.filter((it) => isText(it) && !declared?.includes(it.name)).map((it) => `${name}.${it.name}`);
      });
      expect(undeclared).toEqual([]);
    });

    it("declares nothing that is not there, and nothing twice", async () => {
      const tables = await database.db.introspection.getTables();
      const gone = tablesWithPeople.flatMap(({ table, key, columns, free, goWith }) => {
        const there = tables.find(({ name }) => name === table)?.columns.map(({ name }) => name) ?? [];
        const named = [...key, ...Object.keys(columns), ...free, ...(goWith === undefined ? [] : [goWith])];
        return named.filter((it) => !there.includes(it)).map((it) => `${table}.${it}`);
      });
      expect(gone).toEqual([]);
      const names = [...tablesWithPeople, ...tablesWithoutPeople].map(({ table }) => table);
      expect(names.toSorted()).toEqual(tables.map(({ name }) => name).toSorted());
    });

    it.each(tablesWithPeople.map((it) => [it.table, it] as const))("leaves no name in %s", async (_, it) => {
      await plant(it, 12);
      expect(await rowsWith(database, login)).not.toEqual([]);
      // What goes with a row of another table is told by that row, and has to go first.
      if (it.goWithRowOf) await plant(tableOf(it.goWithRowOf.table), 12);
      const counted = await people.forgetRows(login, true);
      expect(counted).toContainEqual({ table: it.table, rows: 1 });
      expect(await people.forgetRows(login, false)).toEqual(counted);
      expect(await rowsWith(database, login)).toEqual([]);
      expect(await people.forgetRows(login, false)).toEqual([]);
    });

    it("leaves those whose login is part of theirs, or theirs of it", async () => {
      for (const it of tablesWithPeople) {
        await plant(it, 12, "Zyx");
        await plant(it, 12, `${login}-lee`, 8);
      }
      const before = [await rowsWith(database, "Zyx")];
      expect(await people.forgetRows(login, false)).toEqual([]);
      expect([await rowsWith(database, "Zyx")]).toEqual(before);
    });

    it("keeps rows of several who are forgotten apart, where they are counted", async () => {
      const feedback = tableOf("feedback");
      for (const who of ["one", "two", "three"]) await plant(feedback, 12, who);
      for (const who of ["two", "one", "three"]) await people.forgetRows(who, false);
      const rows = await database.db.selectFrom("feedback").select("given_by").orderBy("given_by").execute();
      expect(rows.map((it) => it.given_by)).toEqual(["ghost", "ghost.2", "ghost.3"]);
    });

    it("tells indexes of what has changed, and drops their snapshots", async () => {
      await plant(tableOf("threads"), 12);
      const snapshot = { begun: 1, edition: 1, revision: 1, size: 1 };
      await database.db
        .insertInto("snapshots")
        .values({ repository: 7, ...snapshot })
        .execute();
      await database.db
        .insertInto("snapshot_pieces")
        .values({ repository: 7, edition: 1, piece: 0, bytes: new Uint8Array([1]) })
        .execute();
      await people.forgetRows(login, false);
      const { revision } = await database.db.selectFrom("knowledge").select("revision").executeTakeFirstOrThrow();
      const threads = await database.db.selectFrom("threads").select("revision").execute();
      expect(threads).toEqual([{ revision }]);
      expect(await database.db.selectFrom("snapshots").selectAll().execute()).toEqual([]);
      expect(await database.db.selectFrom("snapshot_pieces").select("piece").execute()).toEqual([]);
    });
  });

  describe("who is forgotten", () => {
    it("is told of a login in any case, and up to when", async () => {
      expect(await people.forgottenSince()).toBeUndefined();
      await people.rememberForgotten(login, at);
      const since = await people.forgottenSince();
      expect(["zyx-ann", "ZYX-ANN"].map((it) => since?.(it))).toEqual([at, at]);
      expect(since?.("zyx")).toBeUndefined();
    });

    it("is kept without the login, differently in each database", async () => {
      await people.rememberForgotten(login, at);
      await people.rememberForgotten("sam", at);
      expect(await rowsWith(database, login)).toEqual([]);
      const rows = await database.db.selectFrom("forgotten_people").selectAll().execute();
      expect(new Set(rows.map(({ salt }) => salt)).size).toBe(1);
      expect(rows[0]?.salt).toMatch(/^[\da-f]{32}$/u);
    });

    it("is once, with the later time, when forgotten again", async () => {
      const later = new Date(at.getTime() + 1000);
      await people.rememberForgotten(login, at);
      await people.rememberForgotten(login.toLowerCase(), later);
      expect((await people.forgottenSince())?.(login)).toEqual(later);
      expect(await database.db.selectFrom("forgotten_people").select("digest").execute()).toHaveLength(1);
    });
  });
}

function tableOf(name: string): TableWithPeople {
  const found = tablesWithPeople.find(({ table }) => table === name);
  if (!found) throw new Error(`there is no ${name}`);
  return found;
}
