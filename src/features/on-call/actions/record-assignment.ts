import type { ActionKind, Writes } from "../../../actions/action-set.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import { threadName } from "../../../core/repository-name.ts";
import type { TimelineEntry } from "../../../core/timeline.ts";

/** The timelines of threads, which another feature keeps. */
export interface AssignmentWrites extends Writes {
  readonly timelines: {
    addEntries(repository: RepositoryRef, number: number, entries: readonly TimelineEntry[]): Promise<void>;
  };
}

/** Put into the thread's timeline that it was given to somebody (`to`), or to nobody. `at` is ISO 8601. */
export interface RecordAssignment {
  readonly do: "record-assignment";
  readonly repository: RepositoryRef;
  readonly number: number;
  /** Tells this entry from others, so that it is there once. */
  readonly key: string;
  readonly at: string;
  readonly by: string;
  readonly to?: string;
}

export const recordAssignment: ActionKind<RecordAssignment, AssignmentWrites> = {
  perform: ({ repository, number, key, at, by, to }, { timelines }) =>
    timelines.addEntries(repository, number, [
      { kind: "assigned", key, at: new Date(at), by, ...(to !== undefined && { to }) },
    ]),
  describe: (action) => `record that ${threadName(action)} is given to ${action.to ?? "nobody"}`,
};
