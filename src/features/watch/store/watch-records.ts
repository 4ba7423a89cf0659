import type { RepositoryRef } from "../../../core/discussion.ts";
import type { ReckonedClocks } from "../../../core/reckoned-clock.ts";
import type { ThreadStatus, WatchedThread } from "../../../core/thread-status.ts";
import type { CalendarFiles } from "../clocks/calendars-in-force.ts";
import type { Watched } from "../watched.ts";

export interface Page {
  readonly after: number;
  readonly limit: number;
}

/** In place of the digest of settings where nothing is watched. Rows stay, and are reckoned anew when it begins again. */
export const off = "off";

/** Watched threads, for reading. While the watch is off, nothing is told of any but by `findWatch`. Times are to the millisecond. */
export interface WatchReads {
  /** By the time of what is due first, then by how long they wait; what is never due comes last. */
  watchedThreads(
    repository: RepositoryRef,
    wanted: {
      /** All where missing. */
      readonly status?: readonly ThreadStatus[];
      /** Those that are due, or near it, by then. */
      readonly dueBefore?: Date;
      /** Those that missed a target which was due since then. */
      readonly breachedSince?: Date;
      readonly limit: number;
    },
  ): Promise<readonly WatchedThread[]>;
  /**
   * Clocks of all watched threads behind a number, in order. `dueAt` of a clock that runs may be over by some minutes:
   * it is a breach by then.
   */
  reckonedAfter(repository: RepositoryRef, number: number, limit: number): Promise<readonly ReckonedClocks[]>;
  /** By the discussion's number. */
  findWatched(repository: RepositoryRef, number: number): Promise<WatchedThread | undefined>;
  /** The same with what only the watch needs. */
  findWatch(repository: RepositoryRef, number: number): Promise<Watched | undefined>;
  countWatched(repository: RepositoryRef): Promise<Readonly<Record<ThreadStatus, number>>>;
  /** When the watch began there: what was due before that is listed, and never escalated. */
  watchedSince(repository: RepositoryRef): Promise<Date | undefined>;
  /** Digest of the settings by which the threads were last reckoned; undefined before the watch began. */
  watchDigest(repository: RepositoryRef): Promise<string | undefined>;
  /** Numbers behind `after` of threads whose row was to be looked at by then, in order. By an index alone. */
  threadsToLookAt(repository: RepositoryRef, by: Date, page: Page): Promise<readonly number[]>;
  /** Numbers behind `after` of threads that were reckoned by other settings, in order. */
  threadsOfOtherSettings(repository: RepositoryRef, digest: string, page: Page): Promise<readonly number[]>;
  /** The files that calendars are made of, as they were last read. */
  calendarFiles(repository: RepositoryRef): Promise<CalendarFiles>;
}

/** The same for writing. */
export interface WatchRecords extends WatchReads {
  keepWatched(repository: RepositoryRef, watched: Watched): Promise<void>;
  forgetWatched(repository: RepositoryRef, number: number): Promise<void>;
  /** The watch of a repository goes by these settings. It begins with the first call, and with the first after it ended. */
  keepWatch(repository: RepositoryRef, digest: string, now: Date): Promise<void>;
  /** Nothing is watched any more, until `keepWatch` begins anew. Before the watch began it does nothing. */
  endWatch(repository: RepositoryRef): Promise<void>;
  /** In place of all that were kept. */
  keepCalendarFiles(repository: RepositoryRef, files: CalendarFiles): Promise<void>;
  forgetRepository(repository: Pick<RepositoryRef, "id">): Promise<void>;
}
