import { chmod, mkdir, open as openFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { Kysely } from "kysely";
import type { Database } from "../database.ts";
import { migrate, migrationStatus } from "../migrate.ts";
import { noNotices } from "../notices.ts";
import type { Tables } from "../tables.ts";
import { explainSqlite } from "./explain-sqlite.ts";
import { makeShrinkable, reclaim } from "./reclaim.ts";
import { sqliteDialect } from "./sqlite-dialect.ts";
import { writeProblem } from "./write-problem.ts";

/** How long a process waits for another one that is writing, in milliseconds. Transactions take far less. */
const busyTimeoutMs = 10_000;

const databaseName = "frontdesk.db";

/** SQLite's result code for a lock that another connection holds (sqlite.org/rescode.html#busy). */
const sqliteBusy = 5;

/** Open `frontdesk.db` in the data folder, with tables up to date. Rejects with `UnusableDatabaseError`; see `openDatabase`. */
export async function openSqlite(folder: string): Promise<Database> {
  try {
    // Payloads of private repositories are in it, so nobody else on the machine may look.
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await makePrivate(folder);
    return await open(folder, async ({ connection, db, file }) => {
      const { pending } = await migrationStatus(db, file);
      makeShrinkable(connection);
      await makeDurable(connection);
      if (pending.length > 0) await migrateAlone(connection, db, file);
    });
  } catch (error) {
    throw explainSqlite(error, join(folder, databaseName));
  }
}

/** Open the file to look at it; see `openAsItIs`. */
export async function openSqliteAsItIs(folder: string): Promise<Database> {
  try {
    return await open(folder, ({ connection }) => connection.exec("select 1 from sqlite_master"));
  } catch (error) {
    throw explainSqlite(error, join(folder, databaseName));
  }
}

/** Open the same file once more; see `openBeside`. */
export async function openSqliteBeside(folder: string): Promise<Database> {
  return open(folder, ({ connection }) => {
    connection.exec("pragma synchronous = normal");
    // Half of what is usual: so the other connection never finds the log long because of us, and has to shorten it.
    connection.exec("pragma wal_autocheckpoint = 500");
  });
}

/**
 * A folder that was there before may be open to others, so the files are closed to them one by one. SQLite gives its log
 * and index the rights of the database: https://www.sqlite.org/src/file/src/os_unix.c (`findCreateFileMode`).
 */
async function makePrivate(folder: string): Promise<void> {
  await (await openFile(join(folder, databaseName), "a", 0o600)).close();
  for (const ending of ["", "-wal", "-shm"]) {
    const file = join(folder, databaseName + ending);
    const mode = await stat(file).then(
      (it) => it.mode,
      () => 0,
    );
    if ((mode & 0o077) !== 0) await chmod(file, 0o600);
  }
}

interface Opening {
  readonly connection: DatabaseSync;
  readonly db: Kysely<Tables>;
  readonly file: string;
}

async function open(folder: string, prepare: (opening: Opening) => void | Promise<void>): Promise<Database> {
  const file = join(folder, databaseName);
  const connection = new DatabaseSync(file, { timeout: busyTimeoutMs, enableForeignKeyConstraints: true });
  const db = new Kysely<Tables>({ dialect: sqliteDialect(connection) });
  // Deleted content is overwritten with zeros: https://www.sqlite.org/pragma.html#pragma_secure_delete
  connection.exec("pragma secure_delete = on");
  try {
    await prepare({ connection, db, file });
  } catch (error) {
    connection.close();
    throw error;
  }
  let closed: Promise<void> | undefined;
  return {
    db,
    engine: "sqlite",
    notices: noNotices,
    place: file,
    reclaim: () => reclaim(db, connection),
    writeProblem: () => writeProblem(db, file),
    close: () => (closed ??= closeWhenFree(db)),
  };
}

/** After `synchronous=FULL` in WAL mode, what a commit wrote survives a crash of the process and of the machine. */
async function makeDurable(connection: DatabaseSync): Promise<void> {
  await whileBusy(() => connection.exec("pragma journal_mode = wal"));
  connection.exec("pragma synchronous = full");
  // The log grows with the largest transaction; give the space back after the next checkpoint.
  connection.exec(`pragma journal_size_limit = ${64 * 1024 * 1024}`);
}

/**
 * Try again while another process holds a lock. SQLite does not wait by itself when two connections want to turn the
 * write-ahead log on at the same moment, since each would wait for the other.
 */
async function whileBusy(run: () => void): Promise<void> {
  const giveUpAt = performance.now() + busyTimeoutMs;
  for (;;) {
    try {
      run();
      return;
    } catch (error) {
      if (!isBusy(error) || performance.now() > giveUpAt) {
        throw error;
      }
      await sleep(20);
    }
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && error.errcode === sqliteBusy;
}

async function migrateAlone(connection: DatabaseSync, db: Kysely<Tables>, file: string): Promise<void> {
  connection.exec("begin immediate");
  try {
    await migrate(db, file);
    connection.exec("commit");
  } catch (error) {
    connection.exec("rollback");
    throw error;
  }
}

/** Kysely closes a connection under the feet of a transaction, so take a turn of it first. */
async function closeWhenFree(db: Kysely<Tables>): Promise<void> {
  await db.connection().execute(() => db.destroy());
}
