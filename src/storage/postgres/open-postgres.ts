import { Kysely, sql } from "kysely";
import pg from "pg";
import { errorLine } from "../../core/log.ts";
import type { Database } from "../database.ts";
import { migrate } from "../migrate.ts";
import type { Tables } from "../tables.ts";
import { vacuum } from "./vacuum.ts";
import { asOnSqlite, postgresDialect } from "./postgres-dialect.ts";
import { PostgresNotices } from "./postgres-notices.ts";

/** Connections of one thread. A server allows a hundred unless told otherwise, for all processes together. */
const maxConnections = 10;
const connectTimeoutMs = 10_000;

/** The number under which processes that start wait for each other. Any will do that nobody else takes. */
const migrationLock = 4_207_011;

/** Open the database of this address, with tables up to date. Rejects with `NewerDatabaseError`; see `openDatabase`. */
export async function openPostgres(url: string): Promise<Database> {
  const database = open(url);
  try {
    await migrateAlone(database);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Open the same database once more; see `openBeside`. */
export async function openPostgresBeside(url: string): Promise<Database> {
  return open(url);
}

function open(url: string): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: connectTimeoutMs,
    application_name: "frontdesk",
    types: asOnSqlite,
  });
  // A connection that breaks while nobody uses it: the next who needs one gets a new one. Unheard, it would end the process.
  pool.on("error", () => undefined);
  const db = new Kysely<Tables>({ dialect: postgresDialect(pool) });
  const notices = new PostgresNotices(url, pool);
  let closed: Promise<void> | undefined;
  return {
    db,
    engine: "postgres",
    notices,
    place: placeOf(url),
    reclaim: () => vacuum(db),
    writeProblem: () => writeProblem(db),
    close: () => (closed ??= notices.close().then(() => db.destroy())),
  };
}

/** Server and database, without user and password. */
function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `PostgreSQL at ${host}${pathname}`;
}

/** Taking a number for a transaction is a write: a server that only reads, or cannot write its log, refuses it. */
async function writeProblem(db: Kysely<Tables>): Promise<string | undefined> {
  try {
    await sql`select pg_current_xact_id()`.execute(db);
    return undefined;
  } catch (error) {
    return `the database cannot be written (${errorLine(error)})`;
  }
}

async function migrateAlone({ db, place }: Database): Promise<void> {
  await db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${sql.lit(migrationLock)})`.execute(connection);
    try {
      await migrate(connection, place);
    } finally {
      await sql`select pg_advisory_unlock(${sql.lit(migrationLock)})`.execute(connection);
    }
  });
}
