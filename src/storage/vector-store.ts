import { setImmediate as yieldToEventLoop } from "node:timers/promises";
import type { Kysely } from "kysely";
import type { RepositoryRef } from "../core/discussion.ts";
import type { ItemVector, ItemVectors } from "../core/finder.ts";
import type { RepositoryRows } from "../core/repository-rows.ts";
import { inChunks } from "./in-chunks.ts";
import type { Database } from "./open-database.ts";
import type { Tables } from "./tables.ts";

/** Vectors read at once: about a hundred kilobytes. */
const vectorsAtOnce = 100;

/** The vectors of items in the database. */
export class VectorStore implements ItemVectors, RepositoryRows {
  readonly #db: Kysely<Tables>;

  constructor(database: Database) {
    this.#db = database.db;
  }

  async vectors({ id }: RepositoryRef, model: string): Promise<readonly ItemVector[]> {
    const found: ItemVector[] = [];
    for await (const items of inChunks(await this.#items(id, model), vectorsAtOnce)) {
      const rows = await this.#db
        .selectFrom("item_vectors")
        .select(["item", "fingerprint", "vector"])
        .where("repository", "=", id)
        .where("model", "=", model)
        .where("item", "in", items)
        .execute();
      for (const { item, fingerprint, vector } of rows) found.push({ id: item, fingerprint, vector: signed(vector) });
    }
    return found;
  }

  async keepVectors({ id }: RepositoryRef, model: string, vectors: readonly ItemVector[]): Promise<void> {
    const byItem = new Map(vectors.map((it) => [it.id, it]));
    for await (const some of inChunks([...byItem.values()], vectorsAtOnce)) {
      const rows = some.map((it) => ({
        repository: id,
        model,
        item: it.id,
        fingerprint: it.fingerprint,
        vector: new Uint8Array(it.vector.buffer, it.vector.byteOffset, it.vector.byteLength),
      }));
      await this.#db
        .insertInto("item_vectors")
        .values(rows)
        .onConflict((conflict) =>
          conflict.columns(["repository", "model", "item"]).doUpdateSet((eb) => ({
            fingerprint: eb.ref("excluded.fingerprint"),
            vector: eb.ref("excluded.vector"),
          })),
        )
        .execute();
    }
  }

  async keepOnly({ id }: RepositoryRef, model: string, items: ReadonlySet<string>): Promise<void> {
    await this.#db.deleteFrom("item_vectors").where("repository", "=", id).where("model", "!=", model).execute();
    const gone = (await this.#items(id, model)).filter((item) => !items.has(item));
    for await (const some of inChunks(gone)) {
      await this.#db
        .deleteFrom("item_vectors")
        .where("repository", "=", id)
        .where("model", "=", model)
        .where("item", "in", some)
        .execute();
    }
  }

  /** Some at a time, so that others can write in between. */
  async forgetRepository({ id }: Pick<RepositoryRef, "id">): Promise<void> {
    for (;;) {
      const rows = await this.#db
        .selectFrom("item_vectors")
        .select("item")
        .where("repository", "=", id)
        .limit(vectorsAtOnce)
        .execute();
      if (rows.length === 0) return;
      const items = rows.map(({ item }) => item);
      await this.#db.deleteFrom("item_vectors").where("repository", "=", id).where("item", "in", items).execute();
      await yieldToEventLoop();
    }
  }

  async #items(repository: number, model: string): Promise<string[]> {
    const rows = await this.#db
      .selectFrom("item_vectors")
      .select("item")
      .where("repository", "=", repository)
      .where("model", "=", model)
      .orderBy("item")
      .execute();
    return rows.map(({ item }) => item);
  }
}

function signed(bytes: Uint8Array): Int8Array {
  return new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
