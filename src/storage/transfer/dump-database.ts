import type { Database } from "../database.ts";
import { migrationStatus } from "../migrate.ts";
import { UnusableDatabaseError } from "../unusable-database.ts";
import {
  Digester,
  dumpFormat,
  dumpVersion,
  toLine,
  type DumpEnd,
  type DumpHeader,
  type TableEnd,
  type TableStart,
} from "./dump-format.ts";
import { readRows } from "./read-rows.ts";
import { tableShapes } from "./table-shapes.ts";

/** Characters that are handed on together. */
const pieceLength = 256 * 1024;

/**
 * The lines of a dump of all tables, in pieces, as they are at one moment: whoever works on the database goes on meanwhile.
 * `told` hears how many rows are done.
 */
export async function* dumpDatabase(
  { db, place }: Pick<Database, "db" | "place">,
  now: Date,
  told: (rows: number) => void = () => undefined,
): AsyncGenerator<string> {
  const { done, pending } = await migrationStatus(db, place);
  if (pending.length > 0) throw new UnusableDatabaseError(`${place} is not up to date: run \`frontdesk db migrate\`.`);
  const transaction = await db.startTransaction().setAccessMode("read only").execute();
  try {
    const header: DumpHeader = {
      format: dumpFormat,
      version: dumpVersion,
      exportedAt: now.toISOString(),
      migrations: done,
    };
    let piece = `${JSON.stringify(header)}\n`;
    let rows = 0;
    const shapes = await tableShapes(transaction);
    for (const shape of shapes) {
      piece += `${JSON.stringify({ table: shape.name, columns: shape.columns } satisfies TableStart)}\n`;
      const digester = new Digester();
      for await (const values of readRows(transaction, shape)) {
        const line = toLine(values);
        digester.add(line);
        piece += `${line}\n`;
        rows++;
        if (piece.length < pieceLength) continue;
        yield piece;
        piece = "";
        told(rows);
      }
      piece += `${JSON.stringify({ end: shape.name, ...digester.digest() } satisfies TableEnd)}\n`;
    }
    yield `${piece}${JSON.stringify({ tables: shapes.length, rows } satisfies DumpEnd)}\n`;
    told(rows);
  } finally {
    await transaction.rollback().execute();
  }
}
