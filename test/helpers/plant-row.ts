import { sql } from "kysely";
import type { Database } from "../../src/storage/open-database.ts";

/** Writes a row with these values, and with something in each other column. */
export async function plantRow(
  { db }: Pick<Database, "db">,
  table: string,
  given: Readonly<Record<string, unknown>>,
): Promise<void> {
  const columns = (await db.introspection.getTables()).find(({ name }) => name === table)?.columns ?? [];
  const values = columns.map(({ name, dataType }) => {
    if (name in given) return given[name];
    if (/blob|bytea/iu.test(dataType)) return new Uint8Array([1]);
    return /text|char/iu.test(dataType) ? `some ${name}` : 1;
  });
  await sql`
    insert into ${sql.table(table)} (${sql.join(columns.map(({ name }) => sql.ref(name)))})
    values (${sql.join(values)})`.execute(db);
}
