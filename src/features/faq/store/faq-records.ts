import type { RepositoryRef } from "../../../core/discussion.ts";
import type { Promotion, PromotionState } from "../promotion/promotion.ts";

/** What is known of a FAQ entry beside its text. Plain data: it travels inside plans. */
export interface EntryEvidence {
  /** Id of its `KnowledgeItem`. */
  readonly item: string;
  /** When it was met first, `YYYY-MM-DD`: where it does not say itself when it was verified, its age counts from here. */
  readonly seen: string;
  /** The day by which it said it was verified, when `links` were read. */
  readonly verified?: string;
  /** What people had thought of hints with it by then: only what came later counts. */
  readonly judged: { readonly helpful: number; readonly unhelpful: number };
  /** The docs it links to, as they were then: by id of their item, with the MinHash of their words (see `minhashOf`). */
  readonly links: readonly { readonly item: string; readonly sketch: readonly number[] }[];
  /** Why it is stale, in words; none while it is fresh. */
  readonly stale: readonly string[];
}

/** How often an entry was suggested, and what came of it. Counts threads and people. */
export interface EntryCounts {
  /** Threads in which it was suggested: the hits of the cache. */
  readonly hits: number;
  readonly helpful: number;
  /** Hits that somebody refused: 👎 or `/not-helpful`. */
  readonly unhelpful: number;
}

/** What the review has listed, and the issue in which it did. */
export interface ReviewIssue {
  /** Of the review's own issue; missing where its lists have only ever stood in the living issue. */
  readonly number?: number;
  /** Its lists as Markdown, where they stand in the living issue instead of in one of their own. */
  readonly lists?: string;
  /** Stale entries (by item) and edited answers (by discussion and time) that it has listed: each is news once. */
  readonly listed: readonly string[];
  /** Threads that it has offered for promotion, by number. */
  readonly offered: readonly number[];
}

/** What our records say of the FAQ. */
export interface FaqReads {
  findPromotion(repository: RepositoryRef, number: number): Promise<Promotion | undefined>;
  /** In the order of the discussions' numbers: all, those of one state, or those on one branch. */
  promotions(
    repository: RepositoryRef,
    wanted: { readonly state?: PromotionState; readonly branch?: string },
  ): Promise<readonly Promotion[]>;
  evidence(repository: RepositoryRef): Promise<readonly EntryEvidence[]>;
  /** By item id, for every item that was ever suggested. */
  entryCounts(repository: RepositoryRef): Promise<ReadonlyMap<string, EntryCounts>>;
  findReview(repository: RepositoryRef): Promise<ReviewIssue | undefined>;
}

/** The same, to be written, too. Writing the same twice is writing it once. */
export interface FaqRecords extends FaqReads {
  keepPromotion(repository: RepositoryRef, promotion: Promotion): Promise<void>;
  /** In the place of all evidence there was. */
  keepEvidence(repository: RepositoryRef, evidence: readonly EntryEvidence[]): Promise<void>;
  keepReview(repository: RepositoryRef, review: ReviewIssue): Promise<void>;
  forgetRepository(repository: Pick<RepositoryRef, "id">): Promise<void>;
}
