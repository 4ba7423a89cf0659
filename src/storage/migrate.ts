import { sql, type Kysely } from "kysely";
import { Migrator } from "kysely/migration";
import { isPostgres } from "./in-turn.ts";
import { formerNames, migrations } from "./migrations/index.ts";
import type { Tables } from "./tables.ts";
import { NewerDatabaseError, UnusableDatabaseError } from "./unusable-database.ts";

/** How far the tables of a database are. */
export interface MigrationStatus {
  /** Names of the migrations that were run on it, in order, as they are called now. */
  readonly done: readonly string[];
  /** Those that it lacks. */
  readonly pending: readonly string[];
}

/**
 * How far the tables are; changes nothing. Rejects with `NewerDatabaseError` when a newer version of Frontdesk has migrated
 * this database, and with `UnusableDatabaseError` when another application has.
 */
export async function migrationStatus(db: Kysely<Tables>, place: string): Promise<MigrationStatus> {
  const done = await recordedMigrations(db);
  const unknown = done.filter((name) => !(name in migrations));
  if (unknown.length > 0 && unknown.length === done.length) {
    throw new UnusableDatabaseError(
      `${place} has tables of another application, which records its migrations where Frontdesk does (${unknown.slice(0, 3).join(", ")}). ` +
        "Give Frontdesk a database of its own. Nothing was changed.",
    );
  }
  if (unknown.length > 0) {
    throw new NewerDatabaseError(
      `${place} was written by a newer version of Frontdesk (${unknown.join(", ")} is unknown here). ` +
        "Start that version or a later one, or choose another database. Nothing was changed.",
    );
  }
  return { done, pending: Object.keys(migrations).filter((name) => !done.includes(name)) };
}

/**
 * Bring the tables up to date, all of it or nothing. The caller holds a lock that nobody else migrates beside, in a
 * transaction around this, so that a migration that fails leaves nothing behind. Rejects as `migrationStatus` does.
 */
export async function migrate(db: Kysely<Tables>, place: string): Promise<void> {
  const { done, pending } = await migrationStatus(db, place);
  if (pending.length === 0) return;
  if (done.length > 0) await renameRecorded(db);
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
    // Else it takes the record of an application in another schema for ours.
    ...(isPostgres(db) && { migrationTableSchema: await currentSchema(db, place) }),
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error === undefined) return;
  const failed = results?.find(({ status }) => status === "Error")?.migrationName;
  throw ofAnother(error, place) ?? new MigrationError(place, failed, error);
}

class MigrationError extends Error {
  override name = "MigrationError";

  constructor(place: string, migration: string | undefined, cause: unknown) {
    super(
      `The tables of ${place} could not be brought up to date${migration === undefined ? "" : `: ${migration} failed`}. Nothing was changed.`,
      { cause },
    );
  }
}

/** Tables that have a name of ours, and that none of our migrations made. */
function ofAnother(error: unknown, place: string): UnusableDatabaseError | undefined {
  const [, table] =
    (error instanceof Error && /\b(?:table|relation) "(\w+)" already exists/u.exec(error.message)) || [];
  if (table === undefined) return undefined;
  return new UnusableDatabaseError(
    `${place} has a table ${table} that is not Frontdesk's. Give Frontdesk a database of its own. Nothing was changed.`,
    { cause: error },
  );
}

type MigrationTables = { kysely_migration: { name: string } };

/** The migrations that were run on a database, in order, as they are called now; none where none ever ran. */
export async function recordedMigrations(db: Kysely<Tables>): Promise<readonly string[]> {
  const { rows } = isPostgres(db)
    ? await sql`select 1 where to_regclass('kysely_migration') is not null`.execute(db)
    : await sql`select 1 from sqlite_master where name = 'kysely_migration'`.execute(db);
  if (rows.length === 0) return [];
  const names = await db.withTables<MigrationTables>().selectFrom("kysely_migration").select("name").execute();
  return names.map(({ name }) => formerNames[name] ?? name).toSorted();
}

/** Kysely compares names alone, so a migration that got another one would be unknown, and run again. */
async function renameRecorded(db: Kysely<Tables>): Promise<void> {
  for (const [former, name] of Object.entries(formerNames)) {
    await db
      .withTables<MigrationTables>()
      .updateTable("kysely_migration")
      .set({ name })
      .where("name", "=", former)
      .execute();
  }
}

/** Where tables are made: https://www.postgresql.org/docs/current/ddl-schemas.html#DDL-SCHEMAS-PATH */
async function currentSchema(db: Kysely<Tables>, place: string): Promise<string> {
  const { rows } = await sql<{ schema: string | null; isOpen: boolean | null }>`
    select current_schema() as schema, has_schema_privilege(current_schema(), 'create') as "isOpen"`.execute(db);
  const schema = rows[0]?.schema;
  if (schema && rows[0]?.isOpen) return schema;
  throw new UnusableDatabaseError(
    schema
      ? `${place} cannot be used: the user may not make tables in its schema ${schema}. Let it own the database, or grant usage, create on schema ${schema}.`
      : `${place} cannot be used: none of the schemas of its search_path is there. Make one (create schema).`,
  );
}
