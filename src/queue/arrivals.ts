import type { Kysely } from "kysely";
import { isPostgres } from "../storage/in-turn.ts";
import type { Tables } from "../storage/tables.ts";
import { acceptDelivery, type Arrival } from "./accept-delivery.ts";

/** Written down together at most, so that what else waits for the connection does not wait long. */
const maxTogether = 50;

interface Waiting {
  readonly arrival: Arrival;
  readonly resolve: (isNew: boolean) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Writes down what comes. On SQLite, whose disk takes one commit after the other, all that came while one was under way
 * goes into the next one together: under load one wait for the disk is that of many. PostgreSQL does this for commits of
 * several connections by itself.
 */
export class Arrivals {
  readonly #db: Kysely<Tables>;
  #waiting: Waiting[] = [];
  #isWriting = false;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  /** Resolves when it is durable; false when its id is known. */
  async accept(arrival: Arrival): Promise<boolean> {
    if (isPostgres(this.#db)) return acceptDelivery(this.#db, arrival);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ arrival, resolve, reject });
      if (!this.#isWriting) void this.#write();
    });
  }

  async #write(): Promise<void> {
    this.#isWriting = true;
    while (this.#waiting.length > 0) {
      const together = this.#waiting.splice(0, maxTogether);
      // What cannot be written must not keep back the others: then each is tried by itself.
      if (!(await this.#writeAll(together))) for (const one of together) await this.#writeAll([one]);
    }
    this.#isWriting = false;
  }

  /** False when nothing was written, and one alone may be to blame for it. */
  async #writeAll(together: readonly Waiting[]): Promise<boolean> {
    try {
      const answers = await this.#inTransaction(together);
      for (const [index, { resolve }] of together.entries()) resolve(answers[index] === true);
      return true;
    } catch (error) {
      if (together.length > 1) return false;
      for (const { reject } of together) reject(error);
      return true;
    }
  }

  async #inTransaction(together: readonly Waiting[]): Promise<readonly boolean[]> {
    return this.#db.transaction().execute(async (transaction) => {
      const answers: boolean[] = [];
      for (const { arrival } of together) answers.push(await acceptDelivery(transaction, arrival));
      return answers;
    });
  }
}
