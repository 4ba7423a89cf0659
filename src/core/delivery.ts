/** Something to handle: a webhook of GitHub's, a tick of the schedule, or a follow-up that an earlier plan asked for. */
export interface Delivery {
  /** `X-GitHub-Delivery` for a webhook; made from its cause for anything else, so that it is the same when made twice. */
  readonly id: string;
  /** GitHub's event name, or `frontdesk` for our own events. */
  readonly name: string;
  /** The payload as GitHub sent it, or a `SupportEvent` of our own. */
  readonly payload: unknown;
}

/** Where a delivery stands. `dead` means: given up after the last retry, kept for the operator. */
export type InboxState = "waiting" | "running" | "done" | "dead";

/** By what a delivery that is done fell short: GitHub refused a part of it, or something that it needed was gone. */
export type Shortfall = "refused" | "gone";

/** How many deliveries the inbox holds, by state; and of those that are done, how many fell short. */
export type InboxCounts = Readonly<Record<InboxState | Shortfall, number>>;

/** A delivery in the inbox, without its payload and plan. */
export interface InboxEntry {
  readonly id: string;
  readonly name: string;
  readonly action: string | undefined;
  /** Deliveries with the same key are handled in the order they came. */
  readonly orderKey: string;
  readonly state: InboxState;
  readonly attempts: number;
  readonly receivedAt: Date;
  /** Not before this time. */
  readonly runAt: Date;
  readonly finishedAt?: Date;
  /** What happened in the end, in one line: what was done and why, or the last error. */
  readonly outcome?: string;
  /** Missing where nothing was refused or gone. */
  readonly shortfall?: Shortfall;
}
