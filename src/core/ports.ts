import type { Discussion, RepositoryRef, Role, Thread } from "./discussion.ts";
import type { CommentAdded } from "./event.ts";
import type { FaqEditor } from "./faq-editor.ts";
import type { Issue } from "./issue.ts";
import type {
  AnsweredThread,
  Hit,
  KnowledgeChanges,
  KnowledgeItem,
  KnownEntry,
  KnownIssue,
  LinkedThread,
  PageRef,
  Question,
  Section,
} from "./knowledge.ts";
import type { PlanningReads, PlanningWrites } from "./planning.ts";
import type { MinimizeReason, Reaction } from "./plan.ts";
import type { DocsSite } from "./docs-site.ts";
import type { ProposalReads } from "./proposal.ts";
import type { RecordStore } from "./record-store.ts";

/** Questions one may ask GitHub. Safe to repeat. Each rejects with `GoneError`, `RateLimitError`, or a bug. */
export interface GitHubReads extends PlanningReads, ProposalReads {
  /** The thread as it is now, with all comments and replies; undefined when it is deleted, transferred or hidden from us. */
  findThread(repository: RepositoryRef, number: number): Promise<Thread | undefined>;
  /** The same without comments: one cheap query. */
  findDiscussion(repository: RepositoryRef, number: number): Promise<Discussion | undefined>;
  /** Roles as they are now, by the repository's permission booleans; without `asker`, which depends on the thread. */
  rolesOf(repository: RepositoryRef, login: string): Promise<readonly Role[]>;
  /** One page of discussions that have an answer, newest change first, without comments; `next` is missing at the end. */
  answeredDiscussions(
    repository: RepositoryRef,
    cursor: string | undefined,
  ): Promise<{ readonly discussions: readonly Discussion[]; readonly next?: string }>;
  /** One page of issues, newest change first; `next` is missing at the end. */
  recentIssues(
    repository: RepositoryRef,
    cursor: string | undefined,
  ): Promise<{ readonly issues: readonly Issue[]; readonly next?: string }>;
  /** The issue as it is now; undefined when it is deleted, transferred or a pull request. */
  findIssue(repository: RepositoryRef, number: number): Promise<Issue | undefined>;
  /** A comment on an issue as it is now; undefined when it is deleted. */
  findIssueComment(repository: RepositoryRef, id: string): Promise<CommentAdded | undefined>;
  /** What we said under an issue, among its last hundred comments, oldest first. Rejects with `GoneError` when it is gone. */
  ourIssueComments(repository: RepositoryRef, number: number): Promise<readonly CommentAdded[]>;
  /** Head commit of the default branch; undefined for an empty repository. */
  findHead(repository: RepositoryRef): Promise<string | undefined>;
  /** All regular files at a commit (symlinks and submodules left out), complete even where GitHub truncates the answer. */
  tree(repository: RepositoryRef, commit: string): Promise<readonly (PageRef & { readonly size: number })[]>;
  /** Contents by blob id, batched; for many at once the whole tree is downloaded in one request. Binary files and LFS pointers are left out. */
  contents(
    repository: RepositoryRef,
    commit: string,
    pages: readonly (PageRef & { readonly size: number })[],
  ): AsyncIterable<PageRef & { readonly bytes: Uint8Array }>;
  /** Text of `path` in the repository and in its owner's `.github` repository, in this order; undefined where there is none. */
  configTexts(repository: RepositoryRef, path: string): Promise<readonly ConfigText[]>;
  /** Every repository that any installation lets us see. */
  allRepositories(): Promise<VisibleRepositories>;
  /** Repositories of one installation. */
  repositoriesOf(installation: number): Promise<readonly RepositoryRef[]>;
  /** 👍 and 👎 of people on comments of ours, by the comments' node ids. Comments that are gone or hidden are left out. */
  opinionsOn(repository: RepositoryRef, comments: readonly string[]): Promise<ReadonlyMap<string, CommentOpinions>>;
  /** Webhooks since then of which no attempt got through, newest first. */
  failedDeliveries(since: Date): Promise<readonly FailedDelivery[]>;
}

/** A file that may be a repository's config. */
export interface ConfigText {
  /** `owner/name:path`. */
  readonly source: string;
  /** Undefined where there is no such file. */
  readonly text: string | undefined;
  /** Whether whoever reads the repository may read the file as well: what is in it is said there. */
  readonly isShown: boolean;
}

/** What GitHub lets us see, and the installations of which it refuses to tell for now. */
export interface VisibleRepositories {
  readonly repositories: readonly RepositoryRef[];
  readonly refused: readonly number[];
}

/** What people clicked on one of our comments. */
export interface CommentOpinions {
  /** Login of whoever opened the discussion; missing when the account is gone. */
  readonly asker?: string;
  /** One entry for each 👍 and 👎; somebody may have given both. */
  readonly reactions: readonly { readonly by: string; readonly helpful: boolean; readonly at: Date }[];
}

/** A webhook that did not reach us, by its last attempt. */
export interface FailedDelivery {
  readonly id: number;
  readonly guid: string;
}

/** Changes to GitHub. Only `perform` is handed one of these. None is retried by the client. */
export interface GitHubWrites extends PlanningWrites {
  /** Node id of the new comment. `replyTo` may be a reply itself: the answer then goes to its top-level comment. */
  addComment(repository: RepositoryRef, discussion: string, body: string, replyTo?: string): Promise<string>;
  /** Node id of the new comment. `issue` is a node id. */
  addIssueComment(repository: RepositoryRef, issue: string, body: string): Promise<string>;
  updateComment(repository: RepositoryRef, comment: string, body: string): Promise<void>;
  minimizeComment(repository: RepositoryRef, comment: string, because: MinimizeReason): Promise<void>;
  /** Forget what we may do through this installation, so that the next request asks anew. Changes nothing on GitHub. */
  renewAccess(installation: number): Promise<void>;
  /** Have GitHub send a webhook again. Sent twice is no harm: it has the same GUID. */
  redeliver(delivery: number): Promise<void>;
  /**
   * Do what may be left out: false when it was, since the installation's budget of writes has no room to spare for
   * what is no answer to anybody's question.
   */
  ifSpare(write: () => Promise<void>): Promise<boolean>;
  /** Reacting twice is once. */
  react(repository: RepositoryRef, subject: string, reaction: Reaction): Promise<void>;
}

/** Splits Markdown pages into sections, off the event loop. */
export interface SectionSplitter {
  /** The sections of each page, in order. Never rejects because of what is in a page. */
  split(path: string, bytes: Uint8Array): Promise<readonly Section[]>;
}

/** What we know of a repository's docs, answered threads and issues. Written by `perform` alone, but for `putPage`. */
export interface KnowledgeStore {
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
  /** The settings of the last `resetIssues`. */
  findIssueSettings(repository: RepositoryRef): Promise<string | undefined>;
  /** All entries of published FAQ files, in the order of their files. */
  faqEntries(repository: RepositoryRef): Promise<readonly KnownEntry[]>;
  /** All answered threads, newest answer first, with how many other answers link to each. */
  linkedThreads(repository: RepositoryRef): Promise<readonly LinkedThread[]>;
  /** These entries, by item id, and no others are not to be suggested, until they are verified. */
  markStale(repository: RepositoryRef, items: readonly string[]): Promise<void>;
  /** What changed since `revision` (0: everything there is). Revisions grow by every write to this repository's knowledge. */
  changesSince(repository: RepositoryRef, revision: number): Promise<KnowledgeChanges>;
  /** Items by id with their texts, in the order of `ids`; what is gone is left out. */
  items(repository: RepositoryRef, ids: readonly string[]): Promise<readonly KnowledgeItem[]>;
  forgetRepository(repository: Pick<RepositoryRef, "id">): Promise<void>;
}

/** Indexes as they were built, so that a restart need not build them again. They may be lost at any time. */
export interface IndexSnapshots {
  /** The last one kept, and the revision of the knowledge it holds. */
  findSnapshot(
    repository: RepositoryRef,
  ): Promise<{ readonly revision: number; readonly bytes: Uint8Array } | undefined>;
  /**
   * Takes the place of the one before. False, and nothing is kept, when the repository's knowledge is at another
   * revision by now: it may have been forgotten.
   */
  keepSnapshot(repository: RepositoryRef, revision: number, bytes: Uint8Array): Promise<boolean>;
}

/** Turns texts into vectors of a language model. Rejects when the model cannot be reached: search then goes without. */
export interface Embedder {
  /** Vectors of different models cannot be compared. */
  readonly model: string;
  /** One vector a text, all of the same length. */
  embed(texts: readonly string[]): Promise<readonly Float32Array[]>;
}

/** The vectors of a repository's items, by the model that made them. They may be lost at any time. */
export interface VectorStore {
  vectors(repository: RepositoryRef, model: string): Promise<readonly ItemVector[]>;
  /** Each takes the place of the item's earlier one. */
  keepVectors(repository: RepositoryRef, model: string, vectors: readonly ItemVector[]): Promise<void>;
  /** Drops those of other items, and all of other models. */
  keepOnly(repository: RepositoryRef, model: string, items: ReadonlySet<string>): Promise<void>;
}

/** The vector of one item. */
export interface ItemVector {
  readonly id: string;
  /** Tells the state of the item's texts that it was made of from other states. */
  readonly fingerprint: number;
  /** Unit length, each number times 127: a quarter of the memory, and a cosine that differs in the third digit. */
  readonly vector: Int8Array;
}

/** Finds what answers a question in one repository's knowledge. */
export interface Finder {
  /** Best first, at most `limit`, without a threshold: deciding what is good enough is not the finder's job. */
  find(repository: RepositoryRef, question: Question, limit: number): Promise<readonly Hit[]>;
}

/** Time, so that nothing asks the machine for it. */
export type Clock = () => Date;

/** All that every `gather` may use: reading, and nothing else. Those of some features read stores of their own beside. */
export interface Reads {
  readonly github: GitHubReads;
  readonly finder: Finder;
  readonly splitter: SectionSplitter;
  readonly editor: FaqEditor;
  readonly knowledge: Pick<
    KnowledgeStore,
    "knownPages" | "putPage" | "findPublished" | "findIssueSettings" | "faqEntries" | "linkedThreads" | "items"
  >;
  readonly records: Pick<
    RecordStore,
    | "findConfig"
    | "repositories"
    | "findOurComment"
    | "findSuggestion"
    | "suggestionComments"
    | "feedback"
    | "findThreshold"
    | "commandUses"
  >;
}

/** The log: facts first, then one line for a person. */
export interface Log {
  debug(facts: object, message: string): void;
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}
