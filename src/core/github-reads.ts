import type { ConfigCheckReads } from "./check-run.ts";
import type { Discussion, PastThread, RepositoryRef, Role, Thread } from "./discussion.ts";
import type { CommentAdded } from "./event.ts";
import type { Issue } from "./issue.ts";
import type { PageRef } from "./knowledge.ts";
import type { IssueReads } from "./issue-tracking.ts";
import type { ProposalReads } from "./proposal.ts";
import type { RepositorySetup } from "./repository-setup.ts";
import type { DigestPage, HistoryPage, ThreadHistory, ThreadSnapshot } from "./thread-history.ts";

/** Questions one may ask GitHub. Safe to repeat. Each rejects with `GoneError`, `RateLimitError`, or a bug. */
export interface GitHubReads extends IssueReads, ProposalReads, ConfigCheckReads {
  /** The thread as it is now, with all comments and replies; undefined when it is deleted, transferred or hidden from us. */
  findThread(repository: RepositoryRef, number: number): Promise<Thread | undefined>;
  /** The same without comments: one cheap query. */
  findDiscussion(repository: RepositoryRef, number: number): Promise<Discussion | undefined>;
  /** The discussion of ours whose body matches, by its hidden marker, among the fifty opened last. */
  findDiscussionMadeFor(repository: RepositoryRef, matches: (body: string) => boolean): Promise<Discussion | undefined>;
  /** The thread as its timeline needs it, without comments; undefined when it is gone. */
  findSnapshot(repository: RepositoryRef, number: number): Promise<ThreadSnapshot | undefined>;
  /** The same with all comments and replies. */
  findHistory(repository: RepositoryRef, number: number): Promise<ThreadHistory | undefined>;
  /**
   * One page of threads with their first comments, newest change first. A repository without discussions has none.
   */
  threadHistories(
    repository: RepositoryRef,
    state: "open" | "closed",
    cursor: string | undefined,
  ): Promise<HistoryPage>;
  /** One page of what tells whether threads have changed, newest change first. */
  threadDigests(repository: RepositoryRef, state: "open" | "any", cursor: string | undefined): Promise<DigestPage>;
  /**
   * The newest threads with all that was said in them, newest first, `max` at most, and how many there are in all. Rejects with
   * `GoneError` where discussions are turned off.
   */
  newestThreads(
    repository: RepositoryRef,
    max: number,
  ): Promise<{ readonly threads: readonly PastThread[]; readonly total: number }>;
  /** How the repository is set up. Rejects with `GoneError` when it is gone. */
  repositorySetup(repository: RepositoryRef): Promise<RepositorySetup>;
  /** Roles of everybody who was given one, by login in small letters; undefined where GitHub does not let us list them. */
  rolesOfCollaborators(repository: RepositoryRef): Promise<ReadonlyMap<string, readonly Role[]> | undefined>;
  /** Roles as they are now, by the repository's permission booleans; without `asker`, which depends on the thread. */
  rolesOf(repository: RepositoryRef, login: string): Promise<readonly Role[]>;
  /** What an account may do as it is now; it may nothing when its login is another account's by now, or nobody's. */
  rightsOf(repository: RepositoryRef, account: { readonly id: number; readonly login: string }): Promise<Rights>;
  /** One page of discussions that have an answer, newest change first, without comments; `next` is missing at the end. */
  answeredDiscussions(
    repository: RepositoryRef,
    cursor: string | undefined,
  ): Promise<{ readonly discussions: readonly Discussion[]; readonly next?: string }>;
  /** One page of open discussions of a category, by its slug, newest change first; `next` is missing at the end. */
  openDiscussions(
    repository: RepositoryRef,
    category: string,
    cursor: string | undefined,
  ): Promise<{ readonly discussions: readonly Discussion[]; readonly next?: string }>;
  /** What people think of these discussions, by their numbers. Those that are gone are left out. */
  votesOn(repository: RepositoryRef, discussions: readonly number[]): Promise<ReadonlyMap<number, Votes>>;
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
  /** Where people see it: `https://github.com/acme/widgets`. Rejects with `GoneError` when it is gone. */
  repositoryUrl(repository: RepositoryRef): Promise<string>;
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
  /** Ids of those that everybody may read. */
  publicRepositoriesOf(installation: number): Promise<ReadonlySet<number>>;
  /** 👍 and 👎 of people on comments of ours, by the comments' node ids. Comments that are gone or hidden are left out. */
  opinionsOn(repository: RepositoryRef, comments: readonly string[]): Promise<ReadonlyMap<string, CommentOpinions>>;
  /** All reactions of people on comments, as above. */
  reactionsOn(
    repository: RepositoryRef,
    comments: readonly string[],
  ): Promise<ReadonlyMap<string, readonly GivenReaction[]>>;
  /** Our own reactions on a comment of a discussion or an issue, by its node id; none where it is gone. */
  ownReactions(repository: RepositoryRef, comment: string): Promise<ReadonlySet<ReactionKind>>;
  /** Attempts to send us webhooks, newest first, since then and some before. */
  webhookAttempts(since: Date): Promise<readonly WebhookAttempt[]>;
}

/** What somebody may do in a repository. */
export interface Rights {
  readonly mayRead: boolean;
  /** Without `asker`, which depends on the thread. */
  readonly roles: readonly Role[];
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

/** What GitHub offers to click, by its names: https://docs.github.com/en/graphql/reference/enums#reactioncontent */
export type ReactionKind = "thumbs-up" | "thumbs-down" | "laugh" | "hooray" | "confused" | "heart" | "rocket" | "eyes";

/** What a person clicked on a comment; somebody may have clicked several. */
export interface GivenReaction {
  /** Login. */
  readonly by: string;
  readonly reaction: ReactionKind;
  readonly at: Date;
}

/** An attempt of GitHub to send us a webhook. */
export interface WebhookAttempt {
  /** Digits, more of them than a number holds. */
  readonly id: string;
  /** The same for all attempts at one webhook. */
  readonly guid: string;
  readonly at: Date;
  /** Whether we took it, or did not; undefined where GitHub tells of no answer yet. */
  readonly isDelivered: boolean | undefined;
}

/** How many people want what a discussion asks for. */
export interface Votes {
  readonly upvotes: number;
  /** 👍 on the discussion itself. */
  readonly thumbsUp: number;
}
