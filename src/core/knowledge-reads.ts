import type { RepositoryRef } from "./discussion.ts";
import type { DocsSite } from "./docs-site.ts";
import type { KnowledgeChanges, KnowledgeItem, KnownEntry, LinkedThread, PageRef, Section } from "./knowledge.ts";

/** What we know of a repository's docs, answered threads and issues. `putPage` fills a cache; nothing else writes. */
export interface KnowledgeReads {
  /** Which of these pages are stored, split, under their content: their `pageKey`s. */
  knownPages(pages: readonly PageRef[]): Promise<ReadonlySet<string>>;
  /** Remember a split page under path and blob id: a cache of a pure function, so gathering may fill it. */
  putPage(page: PageRef, sections: readonly Section[]): Promise<void>;
  /** The commit whose docs are published, with its pages. */
  findPublished(
    repository: RepositoryRef,
  ): Promise<
    { readonly commit: string; readonly site: DocsSite | undefined; readonly pages: readonly PageRef[] } | undefined
  >;
  /** The settings of the last `resetIssues`. */
  findIssueSettings(repository: RepositoryRef): Promise<string | undefined>;
  /** All entries of published FAQ files, in the order of their files. */
  faqEntries(repository: RepositoryRef): Promise<readonly KnownEntry[]>;
  /** All answered threads, newest answer first, with how many other answers link to each. */
  linkedThreads(repository: RepositoryRef): Promise<readonly LinkedThread[]>;
  /** What changed since `revision` (0: everything there is). Revisions grow by every write to this repository's knowledge. */
  changesSince(repository: RepositoryRef, revision: number): Promise<KnowledgeChanges>;
  /** Items by id with their texts, in the order of `ids`; what is gone is left out. */
  items(repository: RepositoryRef, ids: readonly string[]): Promise<readonly KnowledgeItem[]>;
}
