import type { Kysely, SelectQueryBuilder, UpdateObject } from "kysely";
import { LeaseLostError } from "../core/errors.ts";
import type { Tables } from "../storage/tables.ts";

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

  /** Change a delivery in our hands. Rejects with `LeaseLostError` when it is not. */
  async update(id: string, change: UpdateObject<Tables, "deliveries">): Promise<void> {
    const { numUpdatedRows } = await this.#db
      .updateTable("deliveries")
      .set(change)
      .where("id", "=", id)
      .where("state", "=", "running")
      .where("leased_by", "=", this.name)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) throw leaseLost(id);
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
