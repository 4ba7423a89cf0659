import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** What we remember about repositories and threads: configs, our comments, suggestions and feedback. */
export const records: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await createRepositories(db);
    await createThreadRecords(db);
  },
};

async function createRepositories(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("repositories")
    .addColumn("id", "bigint", (column) => column.primaryKey())
    .addColumn("owner", "text", (column) => column.notNull())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("installation", "bigint", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("configs")
    .addColumn("repository", "bigint", (column) => column.primaryKey())
    .addColumn("source", "text", (column) => column.notNull())
    .addColumn("text", "text", (column) => column.notNull())
    .execute();
}

async function createThreadRecords(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("our_comments")
    .addColumn("repository", "bigint", (column) => column.notNull())
    .addColumn("number", "integer", (column) => column.notNull())
    .addColumn("comment", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("our_comments_key", ["repository", "number"])
    .execute();
  await db.schema
    .createTable("suggestions")
    .addColumn("repository", "bigint", (column) => column.notNull())
    .addColumn("number", "integer", (column) => column.notNull())
    .addColumn("item", "text", (column) => column.notNull())
    .addColumn("confidence", "double precision", (column) => column.notNull())
    .addColumn("suggested_at", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("suggestions_key", ["repository", "number", "item"])
    .execute();
  await db.schema
    .createTable("feedback")
    .addColumn("repository", "bigint", (column) => column.notNull())
    .addColumn("number", "integer", (column) => column.notNull())
    .addColumn("given_by", "text", (column) => column.notNull())
    .addColumn("helpful", "integer", (column) => column.notNull())
    .addColumn("given_at", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("feedback_key", ["repository", "number", "given_by"])
    .execute();
}
