/**
 * A thread's slot in a session: our record of it, one a thread, the latest. Plain data: it travels inside plans. Times are
 * ISO 8601 in UTC. Only events and commands of its thread write it, one after the other.
 */
export interface Booking {
  /** Number of the discussion. */
  readonly number: number;
  /** Its node id. */
  readonly discussion: string;
  readonly title: string;
  readonly url: string;
  readonly kind: "office-hours" | "request";
  /** Name of the series in the config, and what people are shown for it. */
  readonly series: string;
  readonly sessionTitle: string;
  /** When the session starts by its series' rule, `2026-12-08T13:00Z`: with the series' name, the session's identity. */
  readonly session: string;
  /** Index of the slot. */
  readonly slot: number;
  readonly start: string;
  readonly end: string;
  /** IANA name of the session's zone. */
  readonly timeZone: string;
  /** Logins; empty where nobody is named. */
  readonly hosts: readonly string[];
  /** Login of the asker, for whom it is booked; missing when the account is gone. */
  readonly for?: string;
  /** Login of whoever booked it. */
  readonly by: string;
  readonly bookedAt: string;
  /** Node id of the comment by which it was booked or moved: tells this booking from earlier ones of the thread. */
  readonly key: string;
  readonly state: BookingState;
  /** Why it was called off. */
  readonly cancelled?: CancelReason;
  /** How often its time has changed since it was booked. */
  readonly changes: number;
  /** Start and end before its last change. */
  readonly moved?: { readonly from: string; readonly to: string };
  /** Its session has changed it, and the asker is still to be told by a comment. */
  readonly isUntold?: true;
  /** Digest of what is shown of its session: where that is another by now, the thread is told anew. */
  readonly shown?: string;
  /** Names of what the thread holds of what is needed to prepare. */
  readonly prepared: readonly string[];
  readonly outcome?: BookingOutcome;
}

/** `over`: it was held, and waits for its outcome. `done`: its outcome is written. The slot is taken while it is `booked`. */
export type BookingState = "booked" | "over" | "done" | "no-show" | "cancelled";

/**
 * Why a booking was called off: by a command, since the session is no more, since it has fewer slots, or since the
 * discussion was closed. With a discussion that is gone goes its booking.
 */
export type CancelReason = "asked" | "session-cancelled" | "session-full" | "thread-closed";

/** What came of a session. */
export interface BookingOutcome {
  /** Login. */
  readonly by: string;
  readonly at: string;
  /** Markdown as they wrote it, of bounded size. */
  readonly text: string;
  /** Node id and address of the comment that says it. */
  readonly comment: string;
  readonly url: string;
}
