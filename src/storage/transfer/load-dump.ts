import { sql, type Transaction } from "kysely";
import type { Database } from "../database.ts";
import { isPostgres } from "../in-turn.ts";
import { migrationStatus } from "../migrate.ts";
import type { Tables } from "../tables.ts";
import { Digester, toLine, type Digest } from "./dump-format.ts";
import { readDump, type DumpPart } from "./read-dump.ts";
import { readRows, type RowValues } from "./read-rows.ts";
import { RefusedDumpError } from "./refused-dump.ts";
import { tableShapes, type TableShape } from "./table-shapes.ts";
import { isUsedElsewhere } from "./used-elsewhere.ts";

/** Rows of one statement: by their parameters, of which SQLite takes 32,766 and PostgreSQL 65,535, and by their bytes. */
const maxParameters = 16_000;
const maxBytes = 4 * 1024 * 1024;

/** What came in. */
export interface Loaded {
  readonly tables: number;
  readonly rows: number;
}

/**
 * Puts a dump into an empty database, in one transaction: all of it or nothing. Then each table is read again, counted and
 * compared. `told` hears how many rows are done. Rejects with `RefusedDumpError` where the dump is not whole or of another
 * version, or the database is in use or not empty.
 */
export async function loadDump(
  database: Database,
  lines: AsyncIterable<string>,
  told: (rows: number) => void = () => undefined,
): Promise<Loaded> {
  if (await isUsedElsewhere(database)) {
    throw new RefusedDumpError(`${database.place} is in use: stop whatever has it open, such as \`frontdesk start\``);
  }
  return database.db.transaction().execute(async (transaction) => {
    const shapes = await tableShapes(transaction);
    await lockAll(transaction, shapes);
    await mustBeEmpty(transaction, shapes, database.place);
    const loader = new Loader(transaction, shapes, told);
    const { done } = await migrationStatus(transaction, database.place);
    for await (const part of readDump(lines)) await loader.take(part, done);
    await loader.compare();
    for (const it of shapes) await countOn(transaction, it);
    return loader.loaded;
  });
}

/** Nobody writes beside us; on SQLite nobody can. */
async function lockAll(transaction: Transaction<Tables>, shapes: readonly TableShape[]): Promise<void> {
  if (!isPostgres(transaction)) return;
  const names = sql.join(shapes.map(({ name }) => sql.table(name)));
  await sql`lock table ${names} in exclusive mode`.execute(transaction);
}

async function mustBeEmpty(
  transaction: Transaction<Tables>,
  shapes: readonly TableShape[],
  place: string,
): Promise<void> {
  for (const { name } of shapes) {
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(transaction);
    if (rows.length > 0) {
      throw new RefusedDumpError(`${place} is not empty: ${name} has rows. Import into a new database`);
    }
  }
}

/** What the database counts up by itself goes on behind what came in. */
async function countOn(transaction: Transaction<Tables>, { name, counted }: TableShape): Promise<void> {
  if (!isPostgres(transaction)) return;
  for (const column of counted) {
    await sql`select setval(pg_get_serial_sequence(quote_ident(${name}), ${column}), coalesce(max(${sql.ref(column)}), 1), count(*) > 0)
      from ${sql.table(name)}`.execute(transaction);
  }
}

class Loader {
  readonly #transaction: Transaction<Tables>;
  readonly #shapes: ReadonlyMap<string, TableShape>;
  readonly #told: (rows: number) => void;
  readonly #digests = new Map<string, Digest>();
  #columns: readonly string[] = [];
  #waiting: RowValues[] = [];
  #bytes = 0;
  #table = "";
  #rows = 0;

  constructor(transaction: Transaction<Tables>, shapes: readonly TableShape[], told: (rows: number) => void) {
    this.#transaction = transaction;
    this.#shapes = new Map(shapes.map((it) => [it.name, it]));
    this.#told = told;
  }

  get loaded(): Loaded {
    return { tables: this.#digests.size, rows: this.#rows };
  }

  async take(part: DumpPart, done: readonly string[]): Promise<void> {
    switch (part.is) {
      case "header":
        return mustBeSame(part.migrations, done);
      case "table":
        this.#begin(part);
        return;
      case "row":
        this.#waiting.push(part.values);
        this.#bytes += part.bytes;
        if (this.#waiting.length * this.#columns.length > maxParameters || this.#bytes > maxBytes) await this.#put();
        return;
      case "end":
        await this.#put();
        this.#digests.set(part.table, part.digest);
    }
  }

  /** Rejects where a table does not hold what the dump has of it. */
  async compare(): Promise<void> {
    for (const [name, shape] of this.#shapes) {
      const told = this.#digests.get(name);
      if (!told) throw new RefusedDumpError(`the file has no table ${name}`);
      const digester = new Digester();
      for await (const values of readRows(this.#transaction, shape)) digester.add(toLine(values));
      const found = digester.digest();
      if (found.rows !== told.rows || found.sha256 !== told.sha256) {
        throw new Error(
          `${name} is not what the file has of it: ${found.rows} rows of ${told.rows}. Nothing was changed.`,
        );
      }
    }
  }

  #begin({ table, columns }: { readonly table: string; readonly columns: readonly string[] }): void {
    const shape = this.#shapes.get(table);
    if (!shape || shape.columns.join() !== columns.join()) {
      throw new RefusedDumpError(`the file has a table ${table} that is not as it is here`);
    }
    [this.#table, this.#columns] = [table, columns];
  }

  async #put(): Promise<void> {
    const rows = this.#waiting.map((values) => Object.fromEntries(this.#columns.map((it, at) => [it, values[at]])));
    this.#rows += rows.length;
    [this.#waiting, this.#bytes] = [[], 0];
    if (rows.length === 0) return;
    const db = this.#transaction.withTables<Record<string, Readonly<Record<string, unknown>>>>();
    await db.insertInto(this.#table).values(rows).execute();
    this.#told(this.#rows);
  }
}

function mustBeSame(theirs: readonly string[], ours: readonly string[]): void {
  const more = theirs.filter((it) => !ours.includes(it));
  const fewer = ours.filter((it) => !theirs.includes(it));
  if (more.length > 0) {
    throw new RefusedDumpError(
      `the file is of a newer version of Frontdesk (${more.join(", ")}): import it with that one, or a later one`,
    );
  }
  if (fewer.length > 0) {
    throw new RefusedDumpError(
      `the file is of an older version of Frontdesk (without ${fewer.join(", ")}): import it with that one, and then start this one on it, or run \`frontdesk db migrate\` there and export again`,
    );
  }
}
