import type { Kysely } from "kysely";
import { Migrator } from "kysely/migration";
import { formerNames, migrations } from "./migrations/index.ts";
import type { Tables } from "./tables.ts";

/** The database has tables that this version does not know. Nothing was changed. */
export class NewerDatabaseError extends Error {
  override name = "NewerDatabaseError";
}

/**
 * Bring the tables up to date. The caller holds the write lock, in a transaction around this: Kysely runs SQLite's
 * migrations outside of any, and two processes that start at the same time must not both run them.
 *
 * Rejects with `NewerDatabaseError` when a newer version has migrated this database.
 */
export async function migrate(db: Kysely<Tables>, file: string): Promise<void> {
  if (await isMigrated(db)) {
    await renameRecorded(db);
    await refuseNewer(db, file);
  }
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve({ ...migrations }) } });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) {
    throw new Error(`The tables of ${file} could not be brought up to date.`, { cause: error });
  }
}

type MigrationTables = { kysely_migration: { name: string } };

async function isMigrated(db: Kysely<Tables>): Promise<boolean> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  return tables.some((table) => table.name === "kysely_migration");
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

async function refuseNewer(db: Kysely<Tables>, file: string): Promise<void> {
  const done = await db.withTables<MigrationTables>().selectFrom("kysely_migration").select("name").execute();
  const unknown = done.map((row) => row.name).filter((name) => !(name in migrations));
  if (unknown.length > 0) {
    throw new NewerDatabaseError(
      `${file} was written by a newer version of Frontdesk (${unknown.join(", ")} is unknown here). ` +
        "Start that version or a later one, or choose another data folder.",
    );
  }
}
