import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Whom to talk to: one row a quarter and person; and what was written down of the talk, apart from it. */
export const interviews: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable("interviews")
      .addColumn("repository", "bigint", (column) => column.notNull())
      .addColumn("quarter", "text", (column) => column.notNull())
      .addColumn("person", "text", (column) => column.notNull())
      .addColumn("login", "text", (column) => column.notNull())
      .addColumn("position", "integer", (column) => column.notNull())
      .addColumn("named_at", "bigint", (column) => column.notNull())
      .addColumn("reasons", "text", (column) => column.notNull())
      .addColumn("done_by", "text")
      .addColumn("done_at", "bigint")
      .addPrimaryKeyConstraint("interviews_key", ["repository", "quarter", "person"])
      .execute();
    await db.schema
      .createTable("interview_notes")
      .addColumn("repository", "bigint", (column) => column.notNull())
      .addColumn("quarter", "text", (column) => column.notNull())
      .addColumn("person", "text", (column) => column.notNull())
      .addColumn("notes", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("interview_notes_key", ["repository", "quarter", "person"])
      .execute();
  },
};
