import type { Kysely } from "kysely";
import type { Database } from "./open-database.ts";
import type { Tables } from "./tables.ts";

/** The one row there is. */
const id = 1;

/** By what all processes learn that a repository became private, whichever of them GitHub told. */
export class VisibilityStore {
  readonly #db: Kysely<Tables>;

  constructor(database: Database) {
    this.#db = database.db;
  }

  /** How often that happened. */
  async revision(): Promise<number> {
    const row = await this.#db.selectFrom("visibility").select("revision").where("id", "=", id).executeTakeFirst();
    return row?.revision ?? 0;
  }

  /** It happened once more. */
  async count(): Promise<void> {
    await this.#db
      .insertInto("visibility")
      .values({ id, revision: 1 })
      .onConflict((conflict) =>
        conflict.column("id").doUpdateSet((eb) => ({ revision: eb("visibility.revision", "+", 1) })),
      )
      .execute();
  }
}
