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
    readonly meeting?: { readonly when: string; readonly outcome?: string };
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

/** Our records of what is listed. */
export interface ListReads {
  readonly livingIssues: LivingIssueReads;
  readonly watch: WatchLists;
  readonly requests: RequestLists;
  readonly resolutions: ProposalLists;
  readonly faq: FaqLists;
}

/** What this feature reads: beside what everybody may, its own records and what it lists. */
export interface ReadsWithLivingIssues extends Reads, ListReads {}
