import { sql } from "kysely";
import type { Database } from "../../src/storage/open-database.ts";

/** Every table that there is, but those that Kysely keeps for itself. */
export async function tableNames({ db }: Pick<Database, "db">): Promise<readonly string[]> {
  return (await db.introspection.getTables()).map(({ name }) => name).sort();
}

/** The rows of all tables that hold this word somewhere, in any case: `table.column: value`. Bytes are looked through, too. */
export async function rowsWith(database: Pick<Database, "db">, word: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const table of await tableNames(database)) {
    const { rows } = await sql<Readonly<Record<string, unknown>>>`select * from ${sql.table(table)}`.execute(
      database.db,
    );
    for (const [column, value] of rows.flatMap((row) => Object.entries(row))) {
      const text = value instanceof Uint8Array ? Buffer.from(value).toString("latin1") : String(value);
      if (text.toLowerCase().includes(word.toLowerCase())) found.push(`${table}.${column}: ${text.slice(0, 300)}`);
    }
  }
  return found;
}
