import { sql, type Transaction } from "kysely";
import { isPostgres } from "../in-turn.ts";
import type { Tables } from "../tables.ts";
import type { TableShape } from "./table-shapes.ts";

/** A row's values, in the order of the table's columns. */
export type RowValues = readonly unknown[];

type Row = Readonly<Record<string, unknown>>;

/** Bytes that one batch of a server's rows should have, about; a row alone can have more. */
const batchBytes = 1024 * 1024;
const maxBatch = 1_000;

/** All rows of a table in the order of its key, which is the same on either engine. Few of them are in memory at a time. */
export async function* readRows(transaction: Transaction<Tables>, shape: TableShape): AsyncGenerator<RowValues> {
  const rows = isPostgres(transaction) ? fromServer(transaction, shape) : fromFile(transaction, shape);
  for await (const row of rows) yield shape.columns.map((it) => row[it]);
}

const selectAll = ({ name, columns, key }: TableShape) => sql`
  select ${sql.join(columns.map((it) => sql.ref(it)))} from ${sql.table(name)}
  order by ${sql.join((key.length > 0 ? key : columns).map((it) => sql.ref(it)))}`;

function fromFile(transaction: Transaction<Tables>, { name, columns, key }: TableShape): AsyncIterable<Row> {
  let query = transaction
    .withTables<Record<string, Row>>()
    .selectFrom(name)
    .select([...columns]);
  for (const it of key.length > 0 ? key : columns) query = query.orderBy(it);
  return query.stream();
}

/** By a cursor, with more rows at a time the smaller they are: https://www.postgresql.org/docs/current/sql-declare.html */
async function* fromServer(transaction: Transaction<Tables>, shape: TableShape): AsyncGenerator<Row> {
  await sql`declare frontdesk_rows no scroll cursor for ${selectAll(shape)}`.execute(transaction);
  for (let count = 1; ;) {
    const { rows } = await sql<Row>`fetch ${sql.lit(count)} from frontdesk_rows`.execute(transaction);
    yield* rows;
    if (rows.length < count) break;
    const perRow = Math.max(1, bytesOf(rows) / rows.length);
    count = Math.max(1, Math.min(maxBatch, count * 2, Math.floor(batchBytes / perRow)));
  }
  await sql`close frontdesk_rows`.execute(transaction);
}

function bytesOf(rows: readonly Row[]): number {
  return rows
    .flatMap((row) => Object.values(row))
    .reduce<number>(
      (sum, it) => sum + (typeof it === "string" ? it.length : it instanceof Uint8Array ? it.byteLength : 8),
      0,
    );
}
