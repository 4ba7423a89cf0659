import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import { isPostgres } from "../in-turn.ts";

/** Which repository a delivery is about, so that its payload and plans can be forgotten with that. */
export const forgetting: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable("deliveries").addColumn("repository", "bigint").execute();
    await db.schema
      .alterTable("deliveries")
      .addColumn("forget_at_end", "integer", (column) => column.notNull().defaultTo(0))
      .execute();
    // Databases on PostgreSQL are younger than this.
    if (!isPostgres(db)) await learnRepositories(db);
    await db.schema
      .createIndex("deliveries_by_repository")
      .on("deliveries")
      .columns(["repository", "installation", "seq"])
      .execute();
  },
};

/** From the payloads of what came before. */
async function learnRepositories(db: Kysely<unknown>): Promise<void> {
  await sql`
    update deliveries set repository = (
      select payload ->> '$.repository.id' from delivery_payloads where delivery = deliveries.seq
    )`.execute(db);
  await sql`
    update deliveries set installation = coalesce((
      select payload ->> '$.installation.id' from delivery_payloads where delivery = deliveries.seq
    ), 0) where finished_at is not null`.execute(db);
}
