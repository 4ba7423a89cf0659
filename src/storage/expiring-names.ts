import type { Kysely } from "kysely";
import type { Clock } from "../core/clock.ts";
import type { ExpiringNames } from "../core/expiring-names.ts";
import type { Database } from "./open-database.ts";
import type { Tables } from "./tables.ts";

/** Names of one kind that count until a time, in the database. What is over is deleted with the next name of any kind. */
export class ExpiringNamesStore implements ExpiringNames {
  readonly #db: Kysely<Tables>;
  readonly #kind: string;
  readonly #clock: Clock;

  constructor({ db }: Pick<Database, "db">, kind: string, clock: Clock) {
    this.#db = db;
    this.#kind = kind;
    this.#clock = clock;
  }

  async add(name: string, until: number): Promise<boolean> {
    await this.#db.deleteFrom("expiring_names").where("ends_at", "<=", this.#clock().getTime()).execute();
    const { numInsertedOrUpdatedRows } = await this.#db
      .insertInto("expiring_names")
      .values({ kind: this.#kind, name, ends_at: until })
      .onConflict((conflict) => conflict.columns(["kind", "name"]).doNothing())
      .executeTakeFirstOrThrow();
    return (numInsertedOrUpdatedRows ?? 0n) > 0n;
  }

  async has(name: string): Promise<boolean> {
    const row = await this.#db
      .selectFrom("expiring_names")
      .select("ends_at")
      .where("kind", "=", this.#kind)
      .where("name", "=", name)
      .where("ends_at", ">", this.#clock().getTime())
      .executeTakeFirst();
    return row !== undefined;
  }
}
