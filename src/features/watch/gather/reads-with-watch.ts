import type { RepositoryRef } from "../../../core/discussion.ts";
import type { Reads } from "../../../core/reads.ts";
import type { Timeline } from "../../../core/timeline.ts";
import type { RecordedRequest } from "../../../timeline/to-decision.ts";
import type { WatchReads } from "../store/watch-records.ts";

/** What the watch reads: beside what every feature may, its own records, timelines, and where feature requests stand. */
export interface ReadsWithWatch extends Reads {
  readonly watch: WatchReads;
  readonly timelines: {
    /** By the discussion's number; undefined for a thread of which nothing is known. */
    findTimeline(repository: RepositoryRef, number: number): Promise<Timeline | undefined>;
  };
  readonly requests: {
    /** By the discussion's number; undefined where it asks for no feature. */
    findRequest(repository: RepositoryRef, number: number): Promise<{ readonly request: RecordedRequest } | undefined>;
  };
}
