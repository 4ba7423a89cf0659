import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/**
 * Where each repository stands on its way to a config. Those that are served by now have none to go: without a config they
 * are served by the defaults, as they were. An earlier migration may have emptied `repositories`; that a config was in force
 * tells as well.
 */
export const onboarding: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable("onboarding")
      .addColumn("repository", "bigint", (column) => column.primaryKey())
      .addColumn("record", "text", (column) => column.notNull())
      .execute();
    await sql`
      insert into onboarding (repository, record)
      select known.repository, '{"state":"exempt"}'
      from (select id as repository from repositories union select repository from configs) known
    `.execute(db);
  },
};
