import type { Delivery, InboxCounts, InboxEntry, InboxState, Shortfall } from "./delivery.ts";
import type { Plan } from "./plan.ts";

/**
 * The durable queue of deliveries. One row a delivery; order kept per key, keys side by side.
 * `renew`, `keepPlan`, `dropPlan`, `markDone`, `finish` and `fail` are for the holder of the lease alone: anybody else
 * is rejected with `LeaseLostError`.
 */
export interface Inbox {
  /** Write durably; false when this id was accepted before. With an `outcome` it is done as soon as it is written. */
  accept(delivery: Delivery, orderKey: string, at: Date, outcome?: string): Promise<boolean>;
  /**
   * Take the oldest delivery that may run: due, and no older unfinished one has its key.
   * It is ours until `leaseMs` have passed without a `renew`; then another worker may take it.
   */
  claim(now: Date, leaseMs: number): Promise<ClaimedDelivery | undefined>;
  renew(id: string, now: Date, leaseMs: number): Promise<void>;
  /** Store the plan of a stage before anything of it is performed. */
  keepPlan(id: string, stage: string, plan: Plan): Promise<void>;
  /** Forget a plan of which we learnt that it is stale, with its done steps. */
  dropPlan(id: string, stage: string): Promise<void>;
  /** Remember that a step of a stage's plan is done. */
  markDone(id: string, stage: string, step: number): Promise<void>;
  /** Done. With a `shortfall`, not all that was planned could be done; `outcome` says what. */
  finish(id: string, outcome: string, at: Date, shortfall?: Shortfall): Promise<void>;
  /** Put back for later, or to the dead letters when `retryAt` is missing. `countsAsAttempt: false` for waits that GitHub asked for. */
  fail(id: string, error: string, at: Date, retryAt: Date | undefined, countsAsAttempt: boolean): Promise<void>;
  list(filter: {
    readonly state?: InboxState;
    readonly shortfall?: Shortfall;
    readonly limit: number;
  }): Promise<readonly InboxEntry[]>;
  show(id: string): Promise<
    | (InboxEntry & {
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
  /** Delete deliveries that were done before this time (dead letters stay); returns how many. */
  prune(before: Date): Promise<number>;
}

/** A delivery in hand, with what earlier attempts left. */
export interface ClaimedDelivery extends Delivery {
  /** How often it has been tried before. A lease that ran out (the process was killed) counts as well. */
  readonly attempts: number;
  readonly receivedAt: Date;
  /** By stage: the stored plan and the steps of it that are done. */
  readonly plans: Readonly<Record<string, { readonly plan: Plan; readonly done: readonly number[] }>>;
}
