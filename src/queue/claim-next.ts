import { sql, type Kysely } from "kysely";
import type { InFlight } from "../core/inbox.ts";
import { isTaken, slots } from "../storage/is-taken.ts";
import type { Tables } from "../storage/tables.ts";
import { unsynced } from "../storage/unsynced.ts";
import { installationsDue, nextOf, type Due, type Turn } from "./claimable.ts";

/**
 * After so many processes in a row that ended while a delivery was in progress, it runs alone. One such end is usual: an
 * upgrade, a machine that restarts. Only what dies alone can be told from what ran beside the one that killed them.
 */
const suspectAfter = 2;

/** What `alone` says: it ended its process while it ran alone. */
const diedAlone = 2;

/** How often all that could be claimed may go to other processes before we look again later. */
const maxTries = 5;

/** What the ends of its processes say of a delivery: nothing, if a step had been done since it was last claimed. */
const steps = sql<number>`(select count(*) from delivery_steps where delivery = deliveries.seq)`;
const crashes = sql<number>`
  case when state <> 'running' then crashes when ${steps} > steps_before then 0 else crashes + 1 end`;
const alone = sql<number>`
  case when state = 'running' and alone > 0 and ${crashes} > 0 then ${sql.lit(diedAlone)}
       when ${crashes} >= ${sql.lit(suspectAfter)} then 1 else 0 end`;

/**
 * Takes deliveries for one holder, sharing turns between installations. How many of an installation are in progress counts
 * over all processes. Each has a slot of its own, which the engine gives once, so that not even two processes that claim
 * at the same moment exceed what an installation may have.
 */
export class Claimer {
  readonly #db: Kysely<Tables>;
  readonly #holder: string;
  /** The slot at which we look first: other processes have other ones. */
  readonly #first: number;
  /** Whose turn was last: in a long line, those behind it are next. */
  #last = -1;

  constructor(db: Kysely<Tables>, holder: string) {
    this.#db = db;
    this.#holder = holder;
    this.#first = Array.from(holder, (letter) => letter.codePointAt(0) ?? 0).reduce((sum, one) => sum + one, 0);
  }

  async claim(now: Date, leaseMs: number, inFlight: InFlight) {
    for (let tries = 1; ; tries++) {
      const claimed = await this.#claim(now, leaseMs, inFlight);
      if (claimed !== "too late" || tries >= maxTries) return claimed === "too late" ? undefined : claimed;
    }
  }

  /** Too late: what could have been claimed has gone to other processes since it was looked at. */
  async #claim(now: Date, leaseMs: number, inFlight: InFlight) {
    let isTooLate = false;
    const due = await installationsDue(this.#db, now, this.#last);
    for (const { installation, slot } of this.#inOrder(due, now, inFlight)) {
      const turn = { installation, now, inFlight: inFlight.deliveries, leftBehind: slot === undefined };
      const claimed = await this.#take(turn, slot, now.getTime() + leaseMs);
      if (claimed === "too late") isTooLate = true;
      else if (claimed !== undefined) {
        this.#last = installation;
        return { ...claimed, runsAlone: claimed.crashes >= suspectAfter, diedAlone: claimed.alone === diedAlone };
      } else if (inFlight.deliveries.length > 0 && (await this.#isSuspectNext(turn))) return undefined;
    }
    return isTooLate ? "too late" : undefined;
  }

  /** Undefined when there is nothing left, or what is next has to run alone and cannot now. */
  async #take(turn: Turn, slot: number | undefined, until: number) {
    try {
      return await this.#update(turn, slot, until);
    } catch (error) {
      if (isTaken(error, slots)) return "too late";
      throw error;
    }
  }

  async #update(turn: Turn, slot: number | undefined, until: number) {
    return unsynced(this.#db, (db, later) => {
      let query = db
        .updateTable("deliveries")
        .set({
          state: "running",
          leased_by: this.#holder,
          lease_until: until,
          crashes,
          steps_before: steps,
          alone,
          slot: sql<number | null>`case when state = 'running' then slot else ${slot ?? null} end`,
        })
        .where("seq", "=", nextOf(db, turn))
        .where(later);
      if (turn.inFlight.length > 0) query = query.where(crashes, "<", suspectAfter);
      return query
        .returning(["seq", "id", "name", "attempts", "received_at", "installation", "crashes", "alone"])
        .returning([
          sql<string | null>`(select payload from delivery_payloads where delivery = deliveries.seq)`.as("payload"),
          sql<string | null>`(select min(stage) from delivery_plans where delivery = deliveries.seq)`.as("plan"),
        ])
        .executeTakeFirst();
    });
  }

  async #isSuspectNext(turn: Turn): Promise<boolean> {
    const row = await this.#db
      .selectFrom("deliveries")
      .select(crashes.as("crashes"))
      .where("seq", "=", nextOf(this.#db, turn))
      .executeTakeFirst();
    return row !== undefined && row.crashes >= suspectAfter;
  }

  /**
   * Those that may have more in progress, each with a slot that is free: who has least goes first, then who has waited
   * longest for a turn. Who has all that it may have can only go on with what a process left behind: then without a slot.
   */
  #inOrder(due: readonly Due[], now: Date, inFlight: InFlight) {
    return [...Map.groupBy(due, (it) => it.installation)]
      .map(([installation, theirs]) => {
        const running = theirs.filter(({ leaseUntil }) => leaseUntil !== null);
        const inHand = inFlight.deliveries.filter((it) => it.installation === installation).length;
        const count = Math.max(running.length, inHand);
        const max = inFlight.maxOf(installation);
        const slot = count < max ? freeSlot(running, max, this.#first) : undefined;
        const hasLeft = running.some(({ leaseUntil }) => leaseUntil !== null && leaseUntil <= now.getTime());
        return { installation, count, slot, isPossible: slot !== undefined || hasLeft };
      })
      .filter(({ isPossible }) => isPossible)
      .toSorted(
        (a, b) => a.count - b.count || inFlight.lastTurnOf(a.installation) - inFlight.lastTurnOf(b.installation),
      );
  }
}

/** One below `max` when there is one: from `first` on and going round, so that several processes seldom choose the same. */
function freeSlot(running: readonly Due[], max: number, first: number): number {
  const taken = new Set(running.map(({ slot }) => slot));
  const below = Number.isFinite(max) ? max : running.length + 1;
  for (let index = 0; index < below; index++) if (!taken.has((first + index) % below)) return (first + index) % below;
  for (let slot = below; ; slot++) if (!taken.has(slot)) return slot;
}
