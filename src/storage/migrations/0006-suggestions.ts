import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Why something was suggested, who says that it helped, and the thresholds that fit a repository's history. */
export const suggestions: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await createSuggestionRecords(db);
    await widenFeedback(db);
    await db.schema
      .createTable("thresholds")
      .addColumn("repository", "bigint", (column) => column.primaryKey())
      .addColumn("threshold", "double precision", (column) => column.notNull())
      .addColumn("cases", "integer", (column) => column.notNull())
      .addColumn("fitted_from", "text", (column) => column.notNull())
      .addColumn("fitted_at", "bigint", (column) => column.notNull())
      .execute();
  },
};

async function createSuggestionRecords(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("suggestion_records")
    .addColumn("repository", "bigint", (column) => column.notNull())
    .addColumn("number", "integer", (column) => column.notNull())
    .addColumn("mode", "text", (column) => column.notNull())
    .addColumn("first_at", "bigint", (column) => column.notNull())
    .addColumn("made_at", "bigint", (column) => column.notNull())
    .addColumn("record", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("suggestion_records_key", ["repository", "number"])
    .execute();
  await db.schema
    .createIndex("suggestion_records_by_start")
    .on("suggestion_records")
    .columns(["repository", "mode", "first_at"])
    .execute();
  await db.schema
    .createIndex("suggestion_records_by_age")
    .on("suggestion_records")
    .columns(["mode", "made_at"])
    .execute();
}

/** What was given before came by a command; whether from the asker was not written down. */
async function widenFeedback(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable("feedback")
    .addColumn("is_asker", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema
    .alterTable("feedback")
    .addColumn("via", "text", (column) => column.notNull().defaultTo("command"))
    .execute();
  await db.schema
    .alterTable("feedback")
    .addColumn("deflected", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema.createIndex("feedback_by_age").on("feedback").columns(["repository", "given_at"]).execute();
}
