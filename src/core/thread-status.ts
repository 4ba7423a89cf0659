/**
 * Where a thread stands: who owes the next word. `waiting-on-team` and `waiting-on-asker` change with each word;
 * `awaiting-decision` is a feature request with all its answers; `session-booked` waits for that; `answered` has a human
 * answer marked, or its feature request is decided; `closed` is closed without one.
 */
export type ThreadStatus =
  "waiting-on-team" | "waiting-on-asker" | "awaiting-decision" | "session-booked" | "answered" | "closed";

/** The state of a thread, as a fold of its timeline tells it. */
export interface ThreadState {
  readonly status: ThreadStatus;
  /** Since when the next word is owed, or since when nobody owes one. */
  readonly since: Date;
  /** Whether somebody of neither part has answered. */
  readonly hasCommunityAnswer: boolean;
  /** Login of whoever of the team has the thread. */
  readonly assignee?: string;
  /** When anybody last said something, bots left out; when it was opened where nobody has. */
  readonly lastWordAt: Date;
  /** When somebody of the team last did something in it. */
  readonly lastTeamActAt?: Date;
}

/** The live counters of a promise: `shared` definitions are in docs/explanation/watch.md. */
export type ClockKind = "first-response" | "next-response" | "resolution";

/** A watched thread as it is listed: one row a thread, written by whoever watches. Times that are missing do not run. */
export interface WatchedThread {
  readonly number: number;
  readonly title: string;
  readonly url: string;
  /** GraphQL node id of the discussion. */
  readonly id: string;
  readonly asker?: string;
  readonly category: string;
  /** Name of a priority of the config, such as `p2`. */
  readonly priority: string;
  readonly state: ThreadState;
  /** Digest of the timeline that it was reckoned from: where that is another by now, this is about to change. */
  readonly reckonedFrom: string;
  /** The running clock that is due first; missing while none runs. */
  readonly due?: { readonly clock: ClockKind; readonly at: Date; readonly nearAt: Date };
  /** Targets that were missed, each with the time it was due. Those met late stay. */
  readonly breaches: readonly { readonly clock: ClockKind; readonly dueAt: Date; readonly isOpen: boolean }[];
}
