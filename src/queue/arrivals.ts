import { setImmediate as turn } from "node:timers/promises";
import type { Kysely } from "kysely";
import { isPostgres } from "../storage/in-turn.ts";
import { causes, isTaken } from "../storage/is-taken.ts";
import type { Tables } from "../storage/tables.ts";
import { acceptDeliveries, type Arrival } from "./accept-deliveries.ts";

/** Written down together at most, so that what else waits for the connection does not wait long. */
const maxTogether = 50;

/** So many groups at once on PostgreSQL: where one waits for a lock, those behind it do not. SQLite has one connection. */
const groupsOnPostgres = 3;

interface Waiting {
  readonly arrival: Arrival;
  readonly resolve: (isNew: boolean) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Writes down what comes. All that came while something was being written goes into the next group together: under load
 * one wait for the disk, and on PostgreSQL one way to the server, is that of many.
 */
export class Arrivals {
  readonly #db: Kysely<Tables>;
  readonly #maxGroups: number;
  #waiting: Waiting[] = [];
  #groups = 0;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
    this.#maxGroups = isPostgres(db) ? groupsOnPostgres : 1;
  }

  /** Resolves when it is durable; false when its id is known. */
  async accept(arrival: Arrival): Promise<boolean> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ arrival, resolve, reject });
      if (this.#groups < this.#maxGroups) void this.#write();
    });
  }

  async #write(): Promise<void> {
    this.#groups += 1;
    // SQLite answers within the turn in which it is asked: without another turn nothing could have come meanwhile.
    for (await turn(); this.#waiting.length > 0; await turn()) {
      const together = this.#takeGroup();
      // What cannot be written must not keep back the others: then each is tried by itself.
      if (!(await this.#writeAll(together))) await Promise.all(together.map((one) => this.#writeAll([one])));
    }
    this.#groups -= 1;
  }

  /** Those that came first, each id once: what comes again finds in the next group that it is known. */
  #takeGroup(): readonly Waiting[] {
    const group = new Map<string, Waiting>();
    const left: Waiting[] = [];
    for (const one of this.#waiting) {
      const { id } = one.arrival.delivery;
      if (group.size < maxTogether && !group.has(id)) group.set(id, one);
      else left.push(one);
    }
    this.#waiting = left;
    return [...group.values()];
  }

  /** False when nothing was written, and one alone may be to blame for it. */
  async #writeAll(together: readonly Waiting[]): Promise<boolean> {
    try {
      const isNew = await this.#insert(together.map(({ arrival }) => arrival));
      for (const { arrival, resolve } of together) resolve(isNew.has(arrival.delivery.id));
      return true;
    } catch (error) {
      if (together.length > 1) return false;
      for (const { reject } of together) reject(error);
      return true;
    }
  }

  async #insert(arrivals: readonly Arrival[]): Promise<ReadonlySet<string>> {
    try {
      if (isPostgres(this.#db)) return await acceptDeliveries(this.#db, arrivals);
      return await this.#db.transaction().execute((transaction) => acceptDeliveries(transaction, arrivals));
    } catch (error) {
      if (!isTaken(error, causes)) throw error;
      // The same was told to another process meanwhile: looked at again, it is known.
      return this.#insert(arrivals);
    }
  }
}
