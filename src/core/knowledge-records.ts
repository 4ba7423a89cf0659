import type { RepositoryRef } from "./discussion.ts";
import type { DocsSite } from "./docs-site.ts";
import type { AnsweredThread, KnownIssue, PageRef } from "./knowledge.ts";
import type { KnowledgeReads } from "./knowledge-reads.ts";
import type { RepositoryRows } from "./repository-rows.ts";

/** The same, to be written, too: by `perform` alone. */
export interface KnowledgeRecords extends KnowledgeReads, RepositoryRows {
  /** Rejects with `StaleError` when one of the pages is not stored (any more): they are to be gathered again. */
  publishDocs(
    repository: RepositoryRef,
    commit: string,
    site: DocsSite | undefined,
    pages: readonly PageRef[],
  ): Promise<void>;
  keepThreads(repository: RepositoryRef, threads: readonly AnsweredThread[]): Promise<void>;
  forgetThread(repository: RepositoryRef, number: number): Promise<void>;
  /** An issue of which a newer state is stored keeps that. */
  keepIssues(repository: RepositoryRef, issues: readonly KnownIssue[]): Promise<void>;
  forgetIssue(repository: RepositoryRef, number: number): Promise<void>;
  /** Forget all issues, and remember by which settings those that come are chosen; none: issues are not kept. */
  resetIssues(repository: RepositoryRef, settings: string | undefined): Promise<void>;
  /** These entries, by item id, and no others are not to be suggested, until they are verified. */
  markStale(repository: RepositoryRef, items: readonly string[]): Promise<void>;
}
