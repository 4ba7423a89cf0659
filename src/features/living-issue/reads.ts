import type { Booking } from "../../core/booking.ts";
import type { RepositoryRef } from "../../core/discussion.ts";
import type { Reads } from "../../core/reads.ts";
import type { ThreadStatus, WatchedThread } from "../../core/thread-status.ts";
import type { LivingIssueReads } from "./store/living-issue-records.ts";

/** What is read of the threads that are watched: by due time, then by how long they wait. */
export interface WatchLists {
  watchedThreads(
    repository: RepositoryRef,
    wanted: { readonly status?: readonly ThreadStatus[]; readonly breachedSince?: Date; readonly limit: number },
  ): Promise<readonly WatchedThread[]>;
  countWatched(repository: RepositoryRef): Promise<Readonly<Record<ThreadStatus, number>>>;
  watchedSince(repository: RepositoryRef): Promise<Date | undefined>;
}

/** What is read of feature requests. */
export interface RequestLists {
  requests(wanted: {
    readonly repository: RepositoryRef;
    readonly states: readonly ("complete" | "meeting")[];
    readonly limit: number;
  }): Promise<readonly ListedRequest[]>;
}

export interface ListedRequest {
  readonly request: {
    readonly number: number;
    readonly title: string;
    readonly url: string;
    readonly state: string;
    readonly since: string;
    readonly votesFrom: Readonly<Record<string, number>>;
    readonly meeting?: {
      readonly when: string;
      readonly outcome?: string;
      /** ISO 8601. */
      readonly slot?: { readonly start: string; readonly end: string; readonly hosts: readonly string[] };
    };
  };
  readonly votes: number;
}

/** What is read of the ends of threads. */
export interface ProposalLists {
  openProposals(
    repository: RepositoryRef,
    limit: number,
  ): Promise<readonly { readonly number: number; readonly title: string; readonly url: string; readonly at: string }[]>;
}

/** What is read of the FAQ's review, whose lists stand here where both are kept. */
export interface FaqLists {
  findReview(repository: RepositoryRef): Promise<{ readonly lists?: string } | undefined>;
}

/** What is read of booked sessions. */
export interface BookingLists {
  /** Those that are over since before then, and whose outcome nobody has written. */
  withoutOutcome(repository: RepositoryRef, endedBefore: Date, limit: number): Promise<readonly Booking[]>;
  /** Those that end after then, by their start. */
  bookingsAfter(repository: RepositoryRef, from: Date, limit: number): Promise<readonly Booking[]>;
}

/** Our records of what is listed. */
export interface ListReads {
  readonly livingIssues: LivingIssueReads;
  readonly watch: WatchLists;
  readonly requests: RequestLists;
  readonly resolutions: ProposalLists;
  readonly faq: FaqLists;
  readonly bookings: BookingLists;
}

/** What this feature reads: beside what everybody may, its own records and what it lists. */
export interface ReadsWithLivingIssues extends Reads, ListReads {}
