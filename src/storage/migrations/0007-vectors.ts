import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

/** Vectors of items, by the model that made them: made again when they are lost. */
export const vectors: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable("item_vectors")
      .addColumn("repository", "bigint", (column) => column.notNull())
      .addColumn("model", "text", (column) => column.notNull())
      .addColumn("item", "text", (column) => column.notNull())
      .addColumn("fingerprint", "bigint", (column) => column.notNull())
      .addColumn("vector", "blob", (column) => column.notNull())
      .addPrimaryKeyConstraint("item_vectors_key", ["repository", "model", "item"])
      .execute();
  },
};
