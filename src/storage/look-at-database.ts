import { existsSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import type { DatabaseFacts } from "../core/database-facts.ts";
import { errorMessage } from "../core/log.ts";
import { recordedMigrations } from "./migrate.ts";
import { migrations } from "./migrations/index.ts";
import { openBeside, type Database, type DatabasePlace } from "./open-database.ts";

/** A look at a database, and the database itself where its tables are those of this version; close it. */
export interface DatabaseLook {
  readonly facts: DatabaseFacts;
  readonly database?: Database;
}

/** Looks at a database, also while an app uses it. Nothing is made, migrated or otherwise changed. */
export async function lookAtDatabase(place: DatabasePlace): Promise<DatabaseLook> {
  const file = join(place.dataFolder, "frontdesk.db");
  const isServer = place.databaseUrl !== undefined;
  if (!isServer && !existsSync(file)) return { facts: { state: "missing", place: file } };
  let database: Database | undefined;
  try {
    database = await openBeside(place);
    const facts = await factsOf(database);
    if (facts.pending.length === 0 && facts.unknown.length === 0) return { facts, database };
    await database.close();
    return { facts };
  } catch (error) {
    await database?.close();
    const where = database?.place ?? (isServer ? "The server of DATABASE_URL" : file);
    return { facts: { state: "unusable", place: where, why: reasonOf(error) } };
  }
}

async function factsOf(database: Database) {
  const { engine, place } = database;
  const done = await recordedMigrations(database.db);
  const known = Object.keys(migrations);
  const isServer = engine === "postgres";
  const version = isServer
    ? await one<string>(database, sql`select current_setting('server_version') as value`)
    : await one<string>(database, sql`select sqlite_version() as value`);
  return {
    state: "open" as const,
    place,
    engine,
    version: version.split(" ", 1)[0] ?? version,
    writeProblem: (await database.writeProblem()) ?? (isServer ? await rightsProblem(database) : undefined),
    pending: known.filter((it) => !done.includes(it)),
    unknown: done.filter((it) => !known.includes(it)),
    ...(isServer && { connections: await connectionsOf(database) }),
  };
}

async function connectionsOf(database: Database): Promise<{ readonly used: number; readonly max: number }> {
  const used = await one<number>(database, sql`select count(*) as value from pg_stat_activity`);
  const max = await one<string>(database, sql`select current_setting('max_connections') as value`);
  return { used, max: Number(max) };
}

/** Whether the server lets this user write into our tables; undefined where it does. */
async function rightsProblem(database: Database): Promise<string | undefined> {
  const readOnly = await one<string>(database, sql`select current_setting('transaction_read_only') as value`);
  if (readOnly === "on") return "the database cannot be written (it is read-only for this user)";
  const may = (what: string) => sql`has_table_privilege(oid, ${what})`;
  const mayWrite = await one<boolean>(
    database,
    sql`select coalesce(bool_and(${may("INSERT")} and ${may("UPDATE")} and ${may("DELETE")}), true) as value
        from pg_class where oid = to_regclass('deliveries')`,
  );
  return mayWrite ? undefined : "the database cannot be written (this user has no right to)";
}

async function one<Value>({ db }: Database, query: ReturnType<typeof sql>): Promise<Value> {
  const { rows } = await query.execute(db);
  return (rows[0] as { readonly value: Value }).value;
}

/** Where every address of a host refuses, Node's error has no message of its own: https://nodejs.org/api/net.html#socketconnect */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === "") return reasonOf(error.errors[0]);
  return error instanceof Error ? errorMessage(error) : String(error);
}
