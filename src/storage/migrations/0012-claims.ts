import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import { isPostgres } from "../in-turn.ts";

/** Turns shared between installations, and deliveries that are suspected of ending their process. */
export const claims: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const [name, standard] of Object.entries(integers)) {
      await db.schema
        .alterTable("deliveries")
        .addColumn(name, "integer", (column) => column.notNull().defaultTo(standard))
        .execute();
    }
    await db.schema.alterTable("deliveries").addColumn("actor", "text").execute();
    // Databases on PostgreSQL are younger than this.
    if (!isPostgres(db)) await learnInstallations(db);
    await indexDeliveries(db);
  },
};

const integers = { installation: 0, priority: 1, crashes: 0, steps_before: 0, alone: 0 } as const;

/** Of what is in line: webhooks name the installation themselves, events of our own in the repository or at the top. */
async function learnInstallations(db: Kysely<unknown>): Promise<void> {
  await sql`
    update deliveries set installation = coalesce((
      select coalesce(
        payload ->> '$.installation.id', payload ->> '$.repository.installation',
        case when json_type(payload, '$.installation') = 'integer' then payload ->> '$.installation' end)
      from delivery_payloads where delivery = deliveries.seq
    ), 0) where finished_at is null`.execute(db);
}

/**
 * Claiming looks at unfinished rows only, however many finished ones are kept, and finds all that it asks for in the
 * index: SQLite goes to the table even for the condition of a partial index unless its column is in there.
 */
async function indexDeliveries(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex("deliveries_unfinished").execute();
  await db.schema
    .createIndex("deliveries_in_line")
    .on("deliveries")
    .columns(["installation", "priority", "seq", "state", "run_at", "lease_until", "order_key", "finished_at"])
    .where(sql.ref("finished_at"), "is", null)
    .execute();
  await db.schema
    .createIndex("deliveries_in_line_by_actor")
    .on("deliveries")
    .columns(["installation", "actor", "finished_at"])
    .where(sql.ref("finished_at"), "is", null)
    .execute();
}
