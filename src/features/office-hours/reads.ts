import type { RepositoryRef } from "../../core/discussion.ts";
import type { Reads } from "../../core/reads.ts";
import type { WatchedThread } from "../../core/thread-status.ts";
import type { Timeline } from "../../core/timeline.ts";
import type { BookingReads } from "./store/booking-records.ts";

/** What office hours read: beside what every feature may, their own records and what others keep of the thread. */
export interface ReadsOfOfficeHours extends Reads {
  readonly bookings: BookingReads;
  readonly watch: WatchedReads;
  readonly timelines: TimelineReads;
  readonly requests: RequestReads;
  readonly feeds: CalendarReads;
}

/** Whether there is a calendar of the sessions. */
interface CalendarReads {
  findFeed(repository: RepositoryRef): Promise<{ readonly state: "on" | "off" } | undefined>;
}

/** What threads wait for. */
interface WatchedReads {
  findWatched(repository: RepositoryRef, number: number): Promise<WatchedThread | undefined>;
}

/** What happened in threads. */
interface TimelineReads {
  findTimeline(repository: RepositoryRef, number: number): Promise<Timeline | undefined>;
}

/** Feature requests, as far as a meeting about one is concerned. */
interface RequestReads {
  findRequest(repository: RepositoryRef, number: number): Promise<{ readonly request: MetRequest } | undefined>;
}

/** Where a feature request stands: after a decision there is nothing left to meet for. */
export interface MetRequest {
  readonly state: string;
  readonly meeting?: { readonly outcome?: string };
  readonly decision?: object;
}
