import { sql } from "kysely";
import { minuteMs, steadyClock, type Clock } from "../core/clock.ts";
import type { Database } from "./database.ts";

/** The quickest of so many answers is the one to believe. */
const questions = 3;

/**
 * One time for all processes that share a server: the server's. Machines differ by seconds, and by minutes when nobody
 * looks; by clocks of their own, one would take the other's leases for run out, and wait for times that have come.
 */
export class SharedClock {
  readonly #machine: () => number;
  readonly #elapsed: () => number;
  #steady: Clock;
  /** How far the server's clock is ahead of the machine's, in milliseconds. */
  #lead = 0;
  #timer: NodeJS.Timeout | undefined;

  /** The machine's time and time as it passes, in milliseconds; see `steadyClock`. */
  constructor(machine: () => number, elapsed: () => number) {
    this.#machine = machine;
    this.#elapsed = elapsed;
    this.#steady = steadyClock(machine, elapsed);
  }

  /** The machine's time until a server is followed. */
  readonly now: Clock = () => this.#steady();

  /** From now on the time of the database's server. A file has none: there it stays the machine's. */
  async follow(database: Database): Promise<void> {
    if (database.engine === "sqlite") return;
    await this.#compare(database);
    this.#steady = steadyClock(() => this.#machine() + this.#lead, this.#elapsed);
    // While the server cannot be asked, what is known of it holds.
    this.#timer = setInterval(() => void this.#compare(database).catch(() => undefined), minuteMs).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async #compare({ db }: Database): Promise<void> {
    let quickest = Number.POSITIVE_INFINITY;
    for (let question = 0; question < questions; question++) {
      const asked = this.#elapsed();
      const { rows } = await sql<{ now: number }>`
        select (extract(epoch from clock_timestamp()) * 1000)::bigint as now`.execute(db);
      const took = this.#elapsed() - asked;
      const [answer] = rows;
      if (!answer || took >= quickest) continue;
      quickest = took;
      this.#lead = answer.now + took / 2 - this.#machine();
    }
  }
}
