import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** How content askers are: one row a discussion; what they wrote, apart from it; and who wants to be asked nothing. */
export const surveys: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable("surveys")
      .addColumn("repository", "bigint", (column) => column.notNull())
      .addColumn("number", "integer", (column) => column.notNull())
      .addColumn("person", "text", (column) => column.notNull())
      .addColumn("status", "text", (column) => column.notNull())
      .addColumn("asked_at", "bigint")
      .addColumn("due_at", "bigint")
      .addColumn("record", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("surveys_key", ["repository", "number"])
      .execute();
    const index = (name: string, columns: string[]) =>
      db.schema.createIndex(name).on("surveys").columns(columns).execute();
    await index("surveys_by_due", ["repository", "due_at", "number"]);
    await index("surveys_by_person", ["repository", "person", "asked_at"]);
    await index("surveys_by_status", ["repository", "status", "asked_at"]);
    await db.schema
      .createTable("survey_words")
      .addColumn("repository", "bigint", (column) => column.notNull())
      .addColumn("number", "integer", (column) => column.notNull())
      .addColumn("words", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("survey_words_key", ["repository", "number"])
      .execute();
    await db.schema
      .createTable("survey_silenced")
      .addColumn("repository", "bigint", (column) => column.notNull())
      .addColumn("person", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("survey_silenced_key", ["repository", "person"])
      .execute();
  },
};
