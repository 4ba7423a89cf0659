import { Kysely, sql } from "kysely";
import pg from "pg";
import { errorLine } from "../../core/log.ts";
import type { Database } from "../database.ts";
import { migrate, migrationStatus } from "../migrate.ts";
import type { Tables } from "../tables.ts";
import { explainPostgres } from "./explain-postgres.ts";
import { mustBeWritable, mustHaveRights } from "./must-be-writable.ts";
import { asOnSqlite, postgresDialect } from "./postgres-dialect.ts";
import { PostgresNotices } from "./postgres-notices.ts";
import { placeOf } from "./server-address.ts";
import { vacuumer } from "./vacuum.ts";

/** Connections of one thread. A server allows a hundred unless told otherwise, for all processes together. */
const maxConnections = 10;
const connectTimeoutMs = 10_000;

/** The number under which processes that start wait for each other. Any will do that nobody else takes. */
const migrationLock = 4_207_011;

/** Open the database of this address, with tables up to date. Rejects with `UnusableDatabaseError`; see `openDatabase`. */
export async function openPostgres(url: string): Promise<Database> {
  const database = open(url);
  try {
    await mustBeWritable(database.db, database.place);
    const { pending } = await migrationStatus(database.db, database.place);
    if (pending.length > 0) await migrateAlone(database);
    await mustHaveRights(database.db, database.place);
    return database;
  } catch (error) {
    await database.close();
    throw explainPostgres(error, database.place);
  }
}

/** Open a database to look at it; see `openAsItIs`. */
export async function openPostgresAsItIs(url: string): Promise<Database> {
  const database = open(url);
  try {
    await sql`select 1`.execute(database.db);
    return database;
  } catch (error) {
    await database.close();
    throw explainPostgres(error, database.place);
  }
}

/** Open the same database once more; see `openBeside`. */
export async function openPostgresBeside(url: string): Promise<Database> {
  return open(url);
}

function open(url: string): Database {
  const place = placeOf(url);
  const pool = new pg.Pool({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: connectTimeoutMs,
    application_name: "frontdesk",
    types: asOnSqlite,
  });
  // A connection that breaks while nobody uses it, or between two statements of a transaction: the next who needs one gets a
  // new one, and the transaction's next statement fails. Unheard, either would end the process:
  // https://node-postgres.com/apis/pool#error
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  const db = new Kysely<Tables>({ dialect: postgresDialect(pool) });
  const notices = new PostgresNotices(url, pool);
  let closed: Promise<void> | undefined;
  return {
    db,
    engine: "postgres",
    notices,
    place,
    reclaim: vacuumer(db),
    writeProblem: () => writeProblem(db),
    close: () => (closed ??= notices.close().then(() => db.destroy())),
  };
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

/** One process after the other; a migration that fails leaves nothing behind. */
async function migrateAlone({ db, place }: Database): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(migrationLock)})`.execute(transaction);
    await migrate(transaction, place);
  });
}
