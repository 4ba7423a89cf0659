import type { RepositoryRef } from "../../core/discussion.ts";
import type { Reads } from "../../core/reads.ts";
import type { ThreadStatus, WatchedThread } from "../../core/thread-status.ts";
import type { Timeline } from "../../core/timeline.ts";
import type { OnCallReads } from "./store/on-call-records.ts";

/** What on-call reads: beside what every feature may, what waits on whom, and its own records. */
export interface ReadsOfOnCall extends Reads {
  readonly onCall: OnCallReads;
  readonly watch: WatchedReads;
  readonly timelines: TimelineReads;
  readonly livingIssues: LivingIssueReads;
}

/** The one issue that shows who waits on whom, as another feature keeps it. */
interface LivingIssueReads {
  findLivingIssue(repository: RepositoryRef): Promise<{ readonly state: string; readonly number?: number } | undefined>;
}

/** What happened in threads, as another feature keeps it. */
interface TimelineReads {
  findTimeline(repository: RepositoryRef, number: number): Promise<Timeline | undefined>;
}

/** Threads and what they wait for, as another feature keeps them. */
interface WatchedReads {
  watchedThreads(
    repository: RepositoryRef,
    wanted: {
      readonly status?: readonly ThreadStatus[];
      readonly dueBefore?: Date;
      readonly breachedSince?: Date;
      readonly limit: number;
    },
  ): Promise<readonly WatchedThread[]>;
  findWatched(repository: RepositoryRef, number: number): Promise<WatchedThread | undefined>;
  watchedSince(repository: RepositoryRef): Promise<Date | undefined>;
}
