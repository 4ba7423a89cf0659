import type { ActionKind, Writes } from "../../../actions/action-set.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import { threadName } from "../../../core/repository-name.ts";
import type { TimelineEntry } from "../../../core/timeline.ts";

/** The timelines of threads, which another feature keeps. */
export interface TimelineWrites extends Writes {
  readonly timelines: {
    addEntries(repository: RepositoryRef, number: number, entries: readonly TimelineEntry[]): Promise<void>;
  };
}

/** Put into the thread's timeline that a session was booked, held or called off. `at` is ISO 8601. */
export interface RecordSession {
  readonly do: "record-session";
  readonly repository: RepositoryRef;
  readonly number: number;
  readonly change: "booked" | "held" | "cancelled";
  /** Tells this entry from others, so that it is there once. */
  readonly key: string;
  readonly at: string;
}

export const recordSession: ActionKind<RecordSession, TimelineWrites> = {
  perform: ({ repository, number, change, key, at }, { timelines }) =>
    timelines.addEntries(repository, number, [{ kind: "session", change, key, at: new Date(at) }]),
  describe: (action) => `record that a session of ${threadName(action)} is ${action.change}`,
};
