import { sql, type Kysely } from "kysely";
import type { Database } from "./database.ts";
import { isPostgres } from "./in-turn.ts";
import { migrationStatus, type MigrationStatus } from "./migrate.ts";
import { tableShapes } from "./transfer/table-shapes.ts";
import type { Tables } from "./tables.ts";

/** What an operator wants to know of a database. */
export interface DatabaseState extends MigrationStatus {
  readonly place: string;
  /** Engine and its version. */
  readonly engine: string;
  /** Of everything, in bytes. */
  readonly bytes: number;
  /** By name, each with all that belongs to it; bytes are missing where SQLite was built without them. */
  readonly tables: readonly { readonly name: string; readonly rows: number; readonly bytes?: number }[];
}

/** Reads the state of a database; changes nothing. Rejects as `migrationStatus` does. */
export async function readState({ db, place }: Pick<Database, "db" | "place">): Promise<DatabaseState> {
  const status = await migrationStatus(db, place);
  const bytesOf = isPostgres(db) ? await bytesOnServer(db) : await bytesInFile(db);
  const tables: DatabaseState["tables"][number][] = [];
  for (const { name } of await tableShapes(db)) {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(name)}`.execute(db);
    const bytes = bytesOf.get(name);
    tables.push({ name, rows: rows[0]?.count ?? 0, ...(bytes !== undefined && { bytes }) });
  }
  return { place, ...(await engineOf(db)), ...status, tables };
}

async function engineOf(db: Kysely<Tables>): Promise<Pick<DatabaseState, "engine" | "bytes">> {
  const { rows } = isPostgres(db)
    ? await sql<{ version: string; bytes: number }>`
        select current_setting('server_version') as version, pg_database_size(current_database()) as bytes`.execute(db)
    : await sql<{ version: string; bytes: number }>`
        select sqlite_version() as version, page_count * page_size as bytes
        from pragma_page_count, pragma_page_size`.execute(db);
  const [{ version, bytes } = { version: "", bytes: 0 }] = rows;
  return { engine: `${isPostgres(db) ? "PostgreSQL" : "SQLite"} ${version}`, bytes };
}

type Sizes = ReadonlyMap<string, number>;

async function bytesOnServer(db: Kysely<Tables>): Promise<Sizes> {
  const { rows } = await sql<{ name: string; bytes: number }>`
    select tablename as name, pg_total_relation_size(format('%I.%I', schemaname, tablename)) as bytes
    from pg_tables where schemaname = current_schema()`.execute(db);
  return new Map(rows.map(({ name, bytes }) => [name, bytes]));
}

/** Pages of tables with their indexes: https://www.sqlite.org/dbstat.html */
async function bytesInFile(db: Kysely<Tables>): Promise<Sizes> {
  try {
    const { rows } = await sql<{ name: string; bytes: number }>`
      select tbl_name as name, sum(pgsize) as bytes
      from dbstat('main', 1) join sqlite_master using (name) group by tbl_name`.execute(db);
    return new Map(rows.map(({ name, bytes }) => [name, bytes]));
  } catch {
    return new Map();
  }
}
