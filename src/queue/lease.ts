import { sql, type Expression, type Kysely, type SelectQueryBuilder, type SqlBool, type UpdateObject } from "kysely";
import { LeaseLostError } from "../core/errors.ts";
import type { Tables } from "../storage/tables.ts";
import { unsynced } from "../storage/unsynced.ts";

/** What a delivery that nobody has in progress says of its lease. */
export const noLease = { leased_by: null, lease_until: null };

/**
 * What one holder may do with the deliveries it has in progress. A lease that ran out is still good as long as nobody
 * else has taken the delivery over: its holder was merely slow.
 */
export class LeaseHolder {
  readonly name: string;
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>, name: string) {
    this.#db = db;
    this.name = name;
  }

  /** The row of a delivery in our hands; no row when it is not. */
  held(id: string): SelectQueryBuilder<Tables, "deliveries", object> {
    return this.#db
      .selectFrom("deliveries")
      .where("id", "=", id)
      .where("state", "=", "running")
      .where("leased_by", "=", this.name);
  }

  /**
   * Change a delivery in our hands, durably. Rejects with `LeaseLostError` when it is not. Answers whether it is to be
   * forgotten when it ends.
   */
  async update(id: string, change: UpdateObject<Tables, "deliveries">): Promise<{ readonly isForgotten: boolean }> {
    return this.#update(this.#db, id, change, sql<SqlBool>`1 = 1`);
  }

  /** The same without a wait for the disk: see `unsynced`. For what is done once more, and no more, when it is lost. */
  async updateUnsynced(
    id: string,
    change: UpdateObject<Tables, "deliveries">,
  ): Promise<{ readonly isForgotten: boolean }> {
    return unsynced(this.#db, (db, later) => this.#update(db, id, change, later));
  }

  async #update(
    db: Kysely<Tables>,
    id: string,
    change: UpdateObject<Tables, "deliveries">,
    later: Expression<SqlBool>,
  ): Promise<{ readonly isForgotten: boolean }> {
    const row = await db
      .updateTable("deliveries")
      .set(change)
      .where("id", "=", id)
      .where("state", "=", "running")
      .where("leased_by", "=", this.name)
      .where(later)
      .returning("forget_at_end")
      .executeTakeFirst();
    if (row === undefined) throw leaseLost(id);
    return { isForgotten: row.forget_at_end === 1 };
  }

  /** Rejects with `LeaseLostError` when the delivery is not in our hands. */
  async mustHold(id: string): Promise<void> {
    const row = await this.held(id).select("seq").executeTakeFirst();
    if (row === undefined) throw leaseLost(id);
  }
}

function leaseLost(id: string): LeaseLostError {
  return new LeaseLostError(`Delivery ${id} is not in our hands: another worker has it, or it has ended.`);
}
