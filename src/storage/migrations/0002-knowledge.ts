import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Docs pages, which of them are published, and answered threads. */
export const knowledge: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await createPages(db);
    await createDocsPages(db);
    await createThreads(db);
  },
};

async function createPages(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("pages")
    .addColumn("path", "text", (column) => column.notNull())
    .addColumn("sha", "text", (column) => column.notNull())
    .addColumn("stored_at", "bigint", (column) => column.notNull())
    .addColumn("sections", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("pages_key", ["path", "sha"])
    .execute();
  await db.schema.createIndex("pages_by_age").on("pages").columns(["stored_at", "path", "sha"]).execute();
}

async function createDocsPages(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("knowledge")
    .addColumn("repository", "bigint", (column) => column.primaryKey())
    .addColumn("revision", "bigint", (column) => column.notNull())
    .addColumn("commit_sha", "text")
    .addColumn("site", "text")
    .addColumn("full_name", "text")
    .execute();
  await db.schema
    .createTable("docs_pages")
    .addColumn("repository", "bigint", (column) => column.notNull())
    .addColumn("path", "text", (column) => column.notNull())
    .addColumn("sha", "text")
    .addColumn("revision", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("docs_pages_key", ["repository", "path"])
    .execute();
  await db.schema
    .createIndex("docs_pages_by_revision")
    .on("docs_pages")
    .columns(["repository", "revision", "path"])
    .execute();
  await db.schema.createIndex("docs_pages_by_content").on("docs_pages").columns(["path", "sha"]).execute();
}

async function createThreads(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable("threads")
    .addColumn("repository", "bigint", (column) => column.notNull())
    .addColumn("number", "integer", (column) => column.notNull())
    .addColumn("revision", "bigint", (column) => column.notNull())
    .addColumn("thread", "text")
    .addPrimaryKeyConstraint("threads_key", ["repository", "number"])
    .execute();
  await db.schema
    .createIndex("threads_by_revision")
    .on("threads")
    .columns(["repository", "revision", "number"])
    .execute();
}
