import { sql, type Kysely, type RawBuilder, type Transaction } from "kysely";
import { ghost } from "../../core/forgotten-people.ts";
import { inChunks } from "../in-chunks.ts";
import { nextRevision } from "../next-revision.ts";
import type { Tables } from "../tables.ts";
import type { NamingColumn, TableWithPeople } from "./table-with-people.ts";
import { isLogin, jsonWithout, wordsWithout } from "./without-person.ts";

type Row = Readonly<Record<string, unknown>>;

/** What was, or would be, changed in a table. */
export interface Changed {
  readonly rows: number;
  /** Whose index has to learn of it. */
  readonly repositories: ReadonlySet<number>;
}

/** Rows looked at in one transaction, so that nobody waits long for a lock. */
const rowsAtOnce = 50;

/**
 * Takes somebody out of the rows of a table, some at a time, while others write. What another one has changed in between
 * is looked at anew: nothing is overwritten. With `isDry` rows are only counted.
 */
export async function forgetInTable(
  db: Kysely<Tables>,
  table: TableWithPeople,
  { login, isDry }: { readonly login: string; readonly isDry: boolean },
): Promise<Changed> {
  const repositories = new Set<number>();
  let rows = 0;
  for await (const keys of inChunks(await keysOfCandidates(db, table, login), rowsAtOnce)) {
    const look = (transaction: Kysely<Tables>) => changeRows(transaction, table, keys, { login, isDry });
    // Of a transaction that only counts nothing has to be locked.
    for (const key of isDry ? await look(db) : await db.transaction().execute(look)) {
      rows += 1;
      if (typeof key["repository"] === "number") repositories.add(key["repository"]);
    }
  }
  return { rows, repositories };
}

/** Keys of the rows that may name them: those with the login anywhere in a column, part of another word or not. */
async function keysOfCandidates(db: Kysely<Tables>, it: TableWithPeople, login: string): Promise<readonly Row[]> {
  const lower = login.toLowerCase();
  const columns = [...(it.goWith === undefined ? [] : [it.goWith]), ...Object.keys(it.columns)];
  const conditions = columns.map((column) => containing(column, lower));
  if (it.goWithRowOf) conditions.push(belongsTo(it.goWithRowOf, it.table, lower));
  const { rows } = await sql<Row>`
    select ${sql.join(it.key.map((name) => sql.ref(name)))} from ${sql.table(it.table)}
    where ${sql.join(conditions, sql` or `)}
    order by ${sql.join(it.key.map((name) => sql.ref(name)))}`.execute(db);
  return rows;
}

function containing(column: string, lower: string): RawBuilder<unknown> {
  const pattern = `%${lower.replaceAll(/[%_\\]/gu, String.raw`\$&`)}%`;
  return sql`lower(${sql.ref(column)}) like ${pattern} escape ${"\\"}`;
}

function belongsTo(
  { table, column, by }: NonNullable<TableWithPeople["goWithRowOf"]>,
  child: string,
  lower: string,
): RawBuilder<unknown> {
  const same = by.map((name) => sql`${sql.ref(`parent.${name}`)} = ${sql.ref(`${child}.${name}`)}`);
  return sql`exists (
    select 1 from ${sql.table(table)} as parent
    where ${sql.join(same, sql` and `)} and lower(${sql.ref(`parent.${column}`)}) = ${lower})`;
}

/** Answers the keys of the rows that named them. */
async function changeRows(
  db: Kysely<Tables>,
  it: TableWithPeople,
  keys: readonly Row[],
  { login, isDry }: { readonly login: string; readonly isDry: boolean },
): Promise<readonly Row[]> {
  const changed: Row[] = [];
  for (const key of keys) {
    const row = await readRow(db, it, key, login);
    if (row === undefined) continue;
    const after = row.goes ? "gone" : changesOf(row.values, it, login);
    if (after === undefined) continue;
    changed.push(key);
    if (isDry) continue;
    if (after === "gone") await sql`delete from ${sql.table(it.table)} where ${isRow(key)}`.execute(db);
    else await update(db as Transaction<Tables>, it, key, row.values, after);
  }
  return changed;
}

/** Undefined where it is gone by now. */
async function readRow(db: Kysely<Tables>, it: TableWithPeople, key: Row, login: string) {
  const goes = it.goWithRowOf ? belongsTo(it.goWithRowOf, it.table, login.toLowerCase()) : sql`1 = 0`;
  const columns = [
    ...new Set([...(it.goWith === undefined ? [] : [it.goWith]), ...Object.keys(it.columns), ...it.key]),
  ];
  const { rows } = await sql<Row>`
    select ${sql.join(columns.map((name) => sql.ref(name)))}, case when ${goes} then 1 else 0 end as goes
    from ${sql.table(it.table)} where ${isRow(key)}`.execute(db);
  const [row] = rows;
  if (row === undefined) return undefined;
  const { goes: goesWithOther, ...values } = row;
  return {
    values,
    goes: Number(goesWithOther) === 1 || (it.goWith !== undefined && isLogin(values[it.goWith], login)),
  };
}

/** The columns that change, with what they become; undefined where none does. */
function changesOf(row: Row, { columns, settle }: TableWithPeople, login: string): Row | undefined {
  const after: Record<string, unknown> = {};
  for (const [name, column] of Object.entries(columns)) {
    const value = row[name];
    const now = typeof value === "string" ? without(value, column, login) : value;
    if (now !== value) after[name] = now;
  }
  if (Object.keys(after).length === 0) return undefined;
  return settle && isLogin(row[settle.where], login) ? { ...after, ...settle.change({ ...row, ...after }) } : after;
}

function without(value: string, column: NamingColumn, login: string): string | null {
  switch (column.is) {
    case "login":
      if (!isLogin(value, login)) return value;
      return column.becomes === "null" ? null : ghost;
    case "json":
      return jsonWithout(value, login, column);
    case "words":
      return wordsWithout(value, login);
  }
}

async function update(
  transaction: Transaction<Tables>,
  it: TableWithPeople,
  key: Row,
  before: Row,
  after: Row,
): Promise<void> {
  const repository = Number(key["repository"]);
  const values = {
    ...(await freeKey(transaction, it, key, after)),
    ...(it.hasRevision && { revision: await nextRevision(transaction, repository) }),
  };
  // Where somebody has written the row since it was read, that write is to stay; the next look finds it.
  const asRead = Object.keys(after).filter((name) => name in before && name in it.columns);
  await sql`
    update ${sql.table(it.table)}
    set ${sql.join(Object.entries(values).map(([name, value]) => sql`${sql.ref(name)} = ${value}`))}
    where ${isRow(key)} and ${isRow(Object.fromEntries(asRead.map((name) => [name, before[name]])))}`.execute(
    transaction,
  );
}

/** A key in which somebody else is `ghost` already gets another word, which is no login. */
async function freeKey(db: Kysely<Tables>, it: TableWithPeople, key: Row, after: Row): Promise<Row> {
  const name = it.key.find((column) => after[column] === ghost);
  if (name === undefined) return after;
  for (let nth = 1; ; nth++) {
    const word = nth === 1 ? ghost : `${ghost}.${nth}`;
    const { rows } = await sql`
      select 1 from ${sql.table(it.table)} where ${isRow({ ...key, [name]: word })}`.execute(db);
    if (rows.length === 0) return { ...after, [name]: word };
  }
}

function isRow(key: Row): RawBuilder<unknown> {
  return sql.join(
    Object.entries(key).map(([name, value]) => sql`${sql.ref(name)} = ${value}`),
    sql` and `,
  );
}
