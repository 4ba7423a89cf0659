import type { Booking } from "../../core/booking.ts";
import type { RepositoryRef } from "../../core/discussion.ts";
import type { Reads } from "../../core/reads.ts";
import type { ThreadStatus, WatchedThread } from "../../core/thread-status.ts";
import type { Timeline } from "../../core/timeline.ts";
import type { ResolutionReads } from "./store/resolution-records.ts";

/** What is read of the threads that are watched. */
export interface WatchedThreads {
  findWatched(repository: RepositoryRef, number: number): Promise<WatchedThread | undefined>;
  watchedThreads(
    repository: RepositoryRef,
    wanted: { readonly status?: readonly ThreadStatus[]; readonly limit: number },
  ): Promise<readonly WatchedThread[]>;
  watchedSince(repository: RepositoryRef): Promise<Date | undefined>;
}

/** What is read of what happened in a thread. */
export interface Timelines {
  findTimeline(repository: RepositoryRef, number: number): Promise<Timeline | undefined>;
}

/** What is read of booked sessions. */
export interface Bookings {
  findBooking(repository: RepositoryRef, number: number): Promise<Pick<Booking, "state"> | undefined>;
}

/** What this feature reads: beside what everybody may, its own records, the watch, the timelines and sessions. */
export interface ReadsWithResolutions extends Reads {
  readonly resolutions: ResolutionReads;
  readonly watch: WatchedThreads;
  readonly timelines: Timelines;
  readonly bookings: Bookings;
}
