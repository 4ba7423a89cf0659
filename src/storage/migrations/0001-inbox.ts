import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";
import { isPostgres } from "../in-turn.ts";

/** The durable queue of deliveries, with the plans made for them and the steps that are done. */
export const inbox: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await createDeliveries(db);
    await createPlans(db);
    await indexDeliveries(db);
  },
};

async function createDeliveries(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("deliveries")
    // Exactly `integer primary key` makes it SQLite's row id, which is given out in rising order.
    .addColumn("seq", "integer", (column) =>
      isPostgres(db) ? column.primaryKey().generatedByDefaultAsIdentity() : column.primaryKey(),
    )
    .addColumn("id", "text", (column) => column.notNull().unique())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("action", "text")
    .addColumn("order_key", "text", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("attempts", "integer", (column) => column.notNull())
    .addColumn("received_at", "bigint", (column) => column.notNull())
    .addColumn("run_at", "bigint", (column) => column.notNull())
    .addColumn("leased_by", "text")
    .addColumn("lease_until", "bigint")
    .addColumn("finished_at", "bigint")
    .addColumn("outcome", "text")
    .execute();
  await db.schema
    .createTable("delivery_payloads")
    .addColumn("delivery", "integer", (column) => column.primaryKey().references("deliveries.seq").onDelete("cascade"))
    .addColumn("payload", "text", (column) => column.notNull())
    .execute();
}

async function createPlans(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("delivery_plans")
    .addColumn("delivery", "integer", (column) => column.notNull().references("deliveries.seq").onDelete("cascade"))
    .addColumn("stage", "text", (column) => column.notNull())
    .addColumn("plan", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("delivery_plans_key", ["delivery", "stage"])
    .execute();
  await db.schema
    .createTable("delivery_steps")
    .addColumn("delivery", "integer", (column) => column.notNull())
    .addColumn("stage", "text", (column) => column.notNull())
    .addColumn("step", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("delivery_steps_key", ["delivery", "stage", "step"])
    .addForeignKeyConstraint(
      "delivery_steps_plan",
      ["delivery", "stage"],
      "delivery_plans",
      ["delivery", "stage"],
      (constraint) => constraint.onDelete("cascade"),
    )
    .execute();
}

/**
 * Claiming looks at unfinished rows only, however many finished ones are kept, and finds all that it asks for in the
 * index: SQLite goes to the table even for the condition of a partial index unless its column is in there.
 */
async function indexDeliveries(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex("deliveries_unfinished")
    .on("deliveries")
    .columns(["seq", "state", "run_at", "lease_until", "order_key", "finished_at"])
    .where(sql.ref("finished_at"), "is", null)
    .execute();
  await db.schema
    .createIndex("deliveries_unfinished_by_key")
    .on("deliveries")
    .columns(["order_key", "seq", "finished_at"])
    .where(sql.ref("finished_at"), "is", null)
    .execute();
  await db.schema.createIndex("deliveries_by_state").on("deliveries").columns(["state", "seq"]).execute();
  await db.schema.createIndex("deliveries_by_end").on("deliveries").columns(["state", "finished_at"]).execute();
}
