import type { Kysely } from "kysely";
import type { InFlight } from "../core/inbox.ts";
import type { Tables } from "../storage/tables.ts";
import { installationsInLine, nextOf } from "./claimable.ts";

/**
 * After so many processes in a row that ended while a delivery was in progress, it runs alone. One such end is usual: an
 * upgrade, a machine that restarts. Only what dies alone can be told from what ran beside the one that killed them.
 */
const suspectAfter = 2;

type Candidate = NonNullable<Awaited<ReturnType<typeof nextOf>>>;

/** A delivery that was claimed, and what its earlier tries say of it. */
export interface Claim {
  readonly seq: number;
  readonly runsAlone: boolean;
  readonly diedAlone: boolean;
}

/** Takes deliveries for one holder, sharing turns between installations. */
export class Claimer {
  readonly #db: Kysely<Tables>;
  readonly #holder: string;

  constructor(db: Kysely<Tables>, holder: string) {
    this.#db = db;
    this.#holder = holder;
  }

  async claim(now: Date, leaseMs: number, inFlight: InFlight): Promise<Claim | undefined> {
    for (const installation of this.#inOrder(await installationsInLine(this.#db), inFlight)) {
      for (;;) {
        const candidate = await nextOf(this.#db, installation, now, inFlight.deliveries);
        if (!candidate) break;
        const judged = await this.#judge(candidate);
        if (judged.crashes >= suspectAfter && inFlight.deliveries.length > 0) return undefined;
        const claim = await this.#take(candidate, judged, now.getTime() + leaseMs);
        if (claim) return claim;
      }
    }
    return undefined;
  }

  /** Those that may have more in progress: who has least goes first, then who has waited longest for a turn. */
  #inOrder(installations: readonly number[], inFlight: InFlight): number[] {
    const countOf = (id: number) => inFlight.deliveries.filter(({ installation }) => installation === id).length;
    return installations
      .filter((id) => countOf(id) < inFlight.maxOf(id))
      .toSorted((a, b) => countOf(a) - countOf(b) || inFlight.lastTurnOf(a) - inFlight.lastTurnOf(b));
  }

  /** What the end of its last process says, where it was in progress then: nothing, if a step had been done since. */
  async #judge({ seq, state, crashes, steps_before }: Candidate) {
    const { steps } = await this.#db
      .selectFrom("delivery_steps")
      .select((eb) => eb.fn.countAll<number>().as("steps"))
      .where("delivery", "=", seq)
      .executeTakeFirstOrThrow();
    if (state !== "running") return { steps, crashes };
    return { steps, crashes: steps > steps_before ? 0 : crashes + 1 };
  }

  /** Undefined when another process was faster. */
  async #take(
    { seq, state, lease_until, alone }: Candidate,
    { steps, crashes }: { readonly steps: number; readonly crashes: number },
    until: number,
  ): Promise<Claim | undefined> {
    const runsAlone = crashes >= suspectAfter;
    const row = await this.#db
      .updateTable("deliveries")
      .set({
        state: "running",
        leased_by: this.#holder,
        lease_until: until,
        crashes,
        steps_before: steps,
        alone: runsAlone ? 1 : 0,
      })
      .where("seq", "=", seq)
      .where("state", "=", state)
      .where("lease_until", "is not distinct from", lease_until)
      .returning("seq")
      .executeTakeFirst();
    return row && { seq, runsAlone, diedAlone: state === "running" && alone === 1 && crashes > 0 };
  }
}
