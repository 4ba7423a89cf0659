import type { ActionKind } from "../../../actions/action-set.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import { threadName } from "../../../core/repository-name.ts";
import type { TimelineWrites } from "./record-session.ts";

/**
 * Put into the thread's timeline that nobody came: the session is as good as called off, and the asker has the next word,
 * as after `/needs-info`. `at` is ISO 8601.
 */
export interface RecordNoShow {
  readonly do: "record-no-show";
  readonly repository: RepositoryRef;
  readonly number: number;
  /** Tells the entry of the session from others, so that it is there once. */
  readonly key: string;
  /** Node id of the comment that says so. */
  readonly comment: string;
  readonly by: string;
  readonly at: string;
}

export const recordNoShow: ActionKind<RecordNoShow, TimelineWrites> = {
  perform: ({ repository, number, key, comment, by, at: time }, { timelines }) => {
    const at = new Date(time);
    return timelines.addEntries(repository, number, [
      { kind: "session", change: "cancelled", key, at },
      { kind: "needs-info", key: `needs-info:${comment}`, by, at },
    ]);
  },
  describe: (action) => `record that nobody came to the session of ${threadName(action)}`,
};
