import { sql } from "kysely";
import { openDatabase } from "../../src/storage/open-database.ts";
import type { Desk } from "./open-desk.ts";

type Row = Readonly<Record<string, unknown>>;

/** The rows of the last of these statements, in a desk's database as a second process finds it. */
export async function inDatabase({ place }: Pick<Desk, "place">, ...statements: readonly string[]): Promise<Row[]> {
  const { db, close } = await openDatabase(place);
  try {
    let rows: Row[] = [];
    for (const it of statements) ({ rows } = await sql.raw<Row>(it).execute(db));
    return rows;
  } finally {
    await close();
  }
}

/** Names of the tables in which a row of a desk's database has this text somewhere, in capitals or not. */
export async function tablesWith({ place }: Pick<Desk, "place">, text: string): Promise<readonly string[]> {
  const { db, close } = await openDatabase(place);
  try {
    const found: string[] = [];
    for (const { name } of await db.introspection.getTables()) {
      const { rows } = await sql<Row>`select * from ${sql.table(name)}`.execute(db);
      const values = rows.flatMap((row) => Object.values(row));
      const isIn = values.some((it) =>
        (it instanceof Uint8Array ? Buffer.from(it).toString("latin1") : String(it)).toLowerCase().includes(text),
      );
      if (isIn) found.push(name);
    }
    return found;
  } finally {
    await close();
  }
}
