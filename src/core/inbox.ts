import type { Delivery, InboxCounts, InboxEntry, InboxState, Shortfall } from "./delivery.ts";
import type { Plan } from "./plan.ts";

/** Where a delivery stands in line. */
export interface QueuePosition {
  /** Deliveries with the same key are handled one after the other, in the order they came. */
  readonly orderKey: string;
  /** Whose turn is shared fairly with others': the id of an installation; 0 for what belongs to none. */
  readonly installation: number;
  /** Within an installation the lower goes first, whatever came first. */
  readonly priority: number;
  /** The id of the repository it is about, if of one: what it says is forgotten with that. */
  readonly repository?: number;
  /** What it tells of that happens only once, such as that a comment was written: told again under another id, it is nothing new. */
  readonly cause?: string;
  /** Who caused it. With many in line already, more of the same person's go behind everybody else's. */
  readonly actor?: string;
}

/**
 * Whose deliveries are to be forgotten: by the id of a repository or an installation, or by the order key of a thread;
 * `about`: those alone of which the payload holds this node id.
 */
export type Forgotten =
  | { readonly repository: number }
  | { readonly installation: number }
  | { readonly orderKey: string; readonly about?: string };

/** What a worker has in progress, for choosing what it takes next. */
export interface InFlight {
  readonly deliveries: readonly { readonly id: string; readonly installation: number }[];
  /** How many of an installation's deliveries may be in progress at once. */
  maxOf(installation: number): number;
  /** When it last had a turn, counted in turns; 0 for never. */
  lastTurnOf(installation: number): number;
}

/**
 * How a try ended without an end to the delivery. `failure` counts against it, and so does `crash`: its process ended
 * while it ran alone. `wait`: GitHub, or our own budget of writes, asks to come back later.
 */
export type Setback = "failure" | "crash" | "wait";

/**
 * The durable queue of deliveries. One row a delivery; order kept per key, keys side by side, turns shared by installation.
 * `renew`, `keepPlan`, `dropPlan`, `markDone`, `finish` and `fail` are for the holder of the lease alone: anybody else
 * is rejected with `LeaseLostError`.
 */
export interface Inbox {
  /** Write durably; false when this id was accepted before. With an `outcome` it is done as soon as it is written. */
  accept(delivery: Delivery, position: QueuePosition, at: Date, outcome?: string): Promise<boolean>;
  /**
   * Take the next delivery that may run: due, and no older unfinished one has its key. The installation that has the
   * fewest in progress goes first, and within it the lowest priority number, then the oldest. None while the next one has
   * to run alone and something is in progress.
   * It is ours until `leaseMs` have passed without a `renew`; then another worker may take it.
   */
  claim(now: Date, leaseMs: number, inFlight?: InFlight): Promise<ClaimedDelivery | undefined>;
  renew(id: string, now: Date, leaseMs: number): Promise<void>;
  /** Store the plan of a stage before anything of it is performed. */
  keepPlan(id: string, stage: string, plan: Plan): Promise<void>;
  /** Forget a plan of which we learnt that it is stale, with its done steps. */
  dropPlan(id: string, stage: string): Promise<void>;
  /** Remember that a step of a stage's plan is done; `isLast`: no step of the plan comes after it. */
  markDone(id: string, stage: string, step: number, isLast?: boolean): Promise<void>;
  /** Done. With a `shortfall`, not all that was planned could be done; `outcome` says what. */
  finish(id: string, outcome: string, at: Date, shortfall?: Shortfall): Promise<void>;
  /** Put back for later, or to the dead letters when `retryAt` is missing. */
  fail(id: string, error: string, at: Date, retryAt: Date | undefined, setback: Setback): Promise<void>;
  /** This process ends on purpose: what it still has in progress is not to blame when it is taken up again. */
  recordShutdown(): Promise<void>;
  /** Ends the leases of all that this process has in progress but for these, so that others can take it up at once. */
  giveBack(at: Date, but: readonly string[]): Promise<void>;
  /** Newest first. */
  list(filter: {
    readonly state?: InboxState;
    readonly shortfall?: Shortfall;
    /** Those with this key alone: see `QueuePosition`. */
    readonly orderKey?: string;
    readonly limit: number;
  }): Promise<readonly InboxEntry[]>;
  show(id: string): Promise<
    | (InboxEntry & {
        /** Undefined when it was forgotten, with its repository or with a person. */
        readonly payload: unknown;
        readonly plans: Readonly<Record<string, { readonly plan: Plan; readonly done: readonly number[] }>>;
      })
    | undefined
  >;
  /** Put a dead letter back in line; false when there is none of this id. */
  retry(id: string, now: Date): Promise<boolean>;
  counts(): Promise<InboxCounts>;
  /** When the next delivery can be claimed if nothing else happens (due, or its lease ends), for a worker that sleeps. */
  nextRunAt(): Promise<Date | undefined>;
  /**
   * Forget what deliveries of a repository or a thread said, or of an installation those that are of no repository:
   * payloads, plans and the words of their outcomes. What waits and came before the delivery `by` is done with; what is in progress, `by`
   * itself too, is forgotten when it ends. Nothing of it is left in the files when `by` has ended.
   */
  forget(what: Forgotten, by: string, at: Date): Promise<void>;
  /** Delete deliveries that were done before this time (dead letters stay); returns how many. */
  prune(before: Date): Promise<number>;
}

/** A delivery in progress, with what earlier attempts left. */
export interface ClaimedDelivery extends Delivery {
  /** How often it has failed before. */
  readonly attempts: number;
  readonly installation: number;
  /** Processes ended twice in a row while it was in progress, and no step was done: nothing else runs beside it. */
  readonly runsAlone: boolean;
  /** The last try ended with its process, no step done, while nothing else ran: it is the delivery's own doing. */
  readonly diedAlone: boolean;
  readonly receivedAt: Date;
  /** By stage: the stored plan and the steps of it that are done. */
  readonly plans: Readonly<Record<string, { readonly plan: Plan; readonly done: readonly number[] }>>;
}
