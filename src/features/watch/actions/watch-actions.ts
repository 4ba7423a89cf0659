import { actionSet, type ActionSet, type Writes } from "../../../actions/action-set.ts";
import type { SharedAction } from "../../../actions/shared-actions.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import type { Plan } from "../../../core/plan.ts";
import { fullName, threadName } from "../../../core/repository-name.ts";
import type { TimelineEntry } from "../../../core/timeline.ts";
import { fromRecord } from "../watched-record.ts";
import type { WatchRecords } from "../store/watch-records.ts";

/** Keep where a thread stands, in place of what was kept. `record`: a `Watched`, as `toRecord` writes it. */
interface KeepWatched {
  readonly do: "keep-watched";
  readonly repository: RepositoryRef;
  readonly number: number;
  readonly record: string;
}

/** Watch a thread no more. */
interface ForgetWatched {
  readonly do: "forget-watched";
  readonly repository: RepositoryRef;
  readonly number: number;
}

/** Go by these settings from now on; the watch of a repository begins with the first time, at `at` (ISO 8601). */
interface KeepWatch {
  readonly do: "keep-watch";
  readonly repository: RepositoryRef;
  readonly digest: string;
  readonly at: string;
}

/** Watch nothing in this repository any more. */
interface EndWatch {
  readonly do: "end-watch";
  readonly repository: RepositoryRef;
}

/** Keep the texts of the files that calendars are made of, in place of all that were kept; null: not there. */
interface KeepCalendarFiles {
  readonly do: "keep-calendar-files";
  readonly repository: RepositoryRef;
  readonly files: Readonly<Record<string, string | null>>;
}

/** Write down that the asker was asked for information by this comment, at its time (ISO 8601). */
interface RecordNeedsInfo {
  readonly do: "record-needs-info";
  readonly repository: RepositoryRef;
  readonly number: number;
  readonly comment: string;
  readonly by: string;
  readonly at: string;
}

/** The changes that only the watch plans. */
type OwnAction = KeepWatched | ForgetWatched | KeepWatch | EndWatch | KeepCalendarFiles | RecordNeedsInfo;
export type WatchAction = SharedAction | OwnAction;
export type WatchPlan = Plan<WatchAction>;

/** What its actions write, beside what all may: its own records, and entries of timelines. */
type Needs = Writes & {
  readonly watch: WatchRecords;
  readonly timelines: {
    addEntries(repository: RepositoryRef, number: number, entries: readonly TimelineEntry[]): Promise<void>;
  };
};

export const watchActions: ActionSet<OwnAction, Needs> = actionSet<OwnAction, Needs>({
  "keep-watched": {
    perform: ({ repository, record }, { watch }) => watch.keepWatched(repository, fromRecord(record)),
    describe: (action) => {
      const { thread } = fromRecord(action.record);
      const due = thread.due ? `, ${thread.due.clock} due ${thread.due.at.toISOString()}` : "";
      return `keep that ${threadName(action)} is ${thread.state.status} (${thread.priority}${due})`;
    },
  },
  "forget-watched": {
    perform: ({ repository, number }, { watch }) => watch.forgetWatched(repository, number),
    describe: (action) => `watch ${threadName(action)} no more`,
  },
  "keep-watch": {
    perform: ({ repository, digest, at }, { watch }) => watch.keepWatch(repository, digest, new Date(at)),
    describe: ({ repository }) => `reckon the clocks of ${fullName(repository)} by the settings of now`,
  },
  "end-watch": {
    perform: ({ repository }, { watch }) => watch.endWatch(repository),
    describe: ({ repository }) => `watch nothing in ${fullName(repository)} any more`,
  },
  "keep-calendar-files": {
    perform: ({ repository, files }, { watch }) => watch.keepCalendarFiles(repository, new Map(Object.entries(files))),
    describe: ({ repository, files }) =>
      `keep ${Object.keys(files).join(", ") || "no files"} of the calendars of ${fullName(repository)}`,
  },
  "record-needs-info": {
    perform: ({ repository, number, ...asked }, { timelines }) =>
      timelines.addEntries(repository, number, [needsInfoEntry(asked)]),
    describe: (action) => `write down that information is needed in ${threadName(action)}`,
  },
});

/** What a timeline holds of it. */
export function needsInfoEntry({ comment, by, at }: Pick<RecordNeedsInfo, "comment" | "by" | "at">): TimelineEntry {
  return { key: `needs-info:${comment}`, at: new Date(at), kind: "needs-info", by };
}
