import { sql, type Kysely } from "kysely";
import { isPostgres } from "../in-turn.ts";
import type { Tables } from "../tables.ts";

/** A table, as far as its rows are to be copied. */
export interface TableShape {
  readonly name: string;
  readonly columns: readonly string[];
  /** The columns of its primary key, by which its rows are put in order. */
  readonly key: readonly string[];
  /** Columns whose values the database counts up by itself. */
  readonly counted: readonly string[];
}

/** All tables of ours that there are, by name. Those that others refer to come before those. */
export async function tableShapes(db: Kysely<Tables>): Promise<readonly TableShape[]> {
  const tables = await db.introspection.getTables();
  const schema = isPostgres(db) ? await currentSchema(db) : undefined;
  const ours = tables.filter((it) => !it.isView && it.schema === schema);
  const shapes: TableShape[] = [];
  for (const { name, columns } of ours) {
    shapes.push({
      name,
      columns: columns.map((it) => it.name),
      key: await keyOf(db, name),
      counted: columns.filter((it) => it.isAutoIncrementing).map((it) => it.name),
    });
  }
  return shapes.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

async function currentSchema(db: Kysely<Tables>): Promise<string | undefined> {
  const { rows } = await sql<{ schema: string }>`select current_schema() as schema`.execute(db);
  return rows[0]?.schema;
}

async function keyOf(db: Kysely<Tables>, table: string): Promise<readonly string[]> {
  const { rows } = isPostgres(db)
    ? await sql<{ name: string }>`
        select attname as name from pg_index join pg_attribute on attrelid = indrelid and attnum = any(indkey)
        where indisprimary and indrelid = to_regclass(quote_ident(${table}))
        order by array_position(indkey::int2[], attnum)`.execute(db)
    : await sql<{ name: string }>`select name from pragma_table_info(${table}) where pk > 0 order by pk`.execute(db);
  return rows.map(({ name }) => name);
}
