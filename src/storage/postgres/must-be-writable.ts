import { sql, type Kysely } from "kysely";
import type { Tables } from "../tables.ts";
import { UnusableDatabaseError } from "../unusable-database.ts";
import { readOnly } from "./explain-postgres.ts";

/** `pg_current_xact_id` is the youngest that we ask for: https://www.postgresql.org/docs/13/release-13.html */
const oldest = 13;

/** Rejects with `UnusableDatabaseError` where the server is too old, or lets this user read only. */
export async function mustBeWritable(db: Kysely<Tables>, place: string): Promise<void> {
  const { rows } = await sql<{ version: string; isReadOnly: boolean }>`
    select current_setting('server_version_num') as version,
      pg_is_in_recovery() or current_setting('transaction_read_only') = 'on' as "isReadOnly"`.execute(db);
  const [server] = rows;
  const version = Math.floor(Number(server?.version) / 10_000);
  if (version < oldest) {
    throw new UnusableDatabaseError(
      `${place} cannot be used: the server is PostgreSQL ${version}, and Frontdesk needs ${oldest} or later.`,
    );
  }
  if (server?.isReadOnly) throw new UnusableDatabaseError(`${place} cannot be used: ${readOnly()}`);
}

/** Rejects with `UnusableDatabaseError` where the tables are there, and this user may not write to them. */
export async function mustHaveRights(db: Kysely<Tables>, place: string): Promise<void> {
  const { rows } = await sql<{ table: string }>`
    select tablename as table from pg_tables
    where schemaname = current_schema() and tablename in ('deliveries', 'knowledge', 'repositories')
      and not (has_table_privilege(format('%I.%I', schemaname, tablename), 'insert')
        and has_table_privilege(format('%I.%I', schemaname, tablename), 'update')
        and has_table_privilege(format('%I.%I', schemaname, tablename), 'delete'))`.execute(db);
  if (rows.length === 0) return;
  throw new UnusableDatabaseError(
    `${place} cannot be used: the user may not write to its tables (${rows.map(({ table }) => table).join(", ")}). ` +
      "It should own the database, or be given: grant all on all tables and all sequences in the schema.",
  );
}
