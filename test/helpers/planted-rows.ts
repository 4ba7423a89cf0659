import { sql, type Kysely } from "kysely";
import { isPostgres } from "../../src/storage/in-turn.ts";
import type { Tables } from "../../src/storage/tables.ts";

export type Row = Readonly<Record<string, unknown>>;

export interface PlantedTable {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
}

type Db = Kysely<Tables>;

/** All tables that there are, on either engine. */
export async function readTables(db: Db): Promise<readonly PlantedTable[]> {
  const tables = await db.introspection.getTables();
  return tables.map(({ name, columns }) => ({
    name,
    columns: columns.map((it) => ({ name: it.name, type: it.dataType })),
  }));
}

/** Those with a repository's id, and those whose rows belong to a delivery; parents come first. */
export function ofRepositories(tables: readonly PlantedTable[]): readonly PlantedTable[] {
  const has = (table: PlantedTable, column: string) => table.columns.some(({ name }) => name === column);
  return [
    ...tables.filter((it) => it.name === "repositories" || has(it, "repository")),
    ...tables.filter((it) => !has(it, "repository") && has(it, "delivery")),
  ];
}

/** Writes a row with something in each column: what is told for it, or a text with its name. */
export async function plant(
  db: Db,
  table: PlantedTable,
  repository: number,
  told: Readonly<Record<string, string>> = {},
): Promise<void> {
  const values = Object.fromEntries(table.columns.map((it) => [it.name, valueFor(it, repository, told)]));
  await db
    .withTables<Record<string, Row>>()
    .insertInto(table.name)
    .values({ ...values, ...(table.name === "deliveries" && { state: "done" }) })
    .execute();
  // Those that come by themselves come later.
  if (isPostgres(db) && table.name === "deliveries") {
    await sql`select setval(pg_get_serial_sequence('deliveries', 'seq'), (select max(seq) from deliveries))`.execute(
      db,
    );
  }
}

function valueFor(
  { name, type }: PlantedTable["columns"][number],
  repository: number,
  told: Readonly<Record<string, string>>,
): string | number | Uint8Array {
  // Keys of planted rows are the repository's id, so that a row that belongs to another is found by it.
  const isNumber = /int|real|float|double/i.test(type);
  if (isNumber) return ["repository", "seq", "delivery", "id"].includes(name) ? repository : 1;
  return /blob|bytea/i.test(type) ? new Uint8Array([1]) : (told[name] ?? `planted ${name} ${repository}`);
}

/** The planted rows of a repository. */
export async function rowsOf(db: Db, { name, columns }: PlantedTable, repository: number): Promise<readonly Row[]> {
  const names = columns.map((it) => it.name);
  const owner = ["repository", "delivery", "seq"].find((it) => names.includes(it)) ?? "id";
  const rows = await sql<Row>`
    select * from ${sql.table(name)} where ${sql.ref(owner)} = ${repository}`.execute(db);
  return rows.rows;
}
