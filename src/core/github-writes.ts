import type { RepositoryRef } from "./discussion.ts";
import type { MinimizeReason, Reaction } from "./plan.ts";
import type { PlanningWrites } from "./planning.ts";
import type { BranchCommit } from "./proposal.ts";

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

/** Making pull requests. Each is safe to repeat. */
export interface ProposalWrites {
  /**
   * Make a commit and move a branch of ours to it, forwards or not, only while it is at `from` (undefined: only while
   * it does not exist). The commit's id. Rejects with `StaleError` when the branch is elsewhere.
   */
  moveBranch(
    repository: RepositoryRef,
    branch: string,
    from: string | undefined,
    commit: BranchCommit,
  ): Promise<string>;
  /** Delete a branch while it is at `at`; one that is gone or elsewhere stays so. */
  deleteBranch(repository: RepositoryRef, branch: string, at: string): Promise<void>;
  /** Open a pull request against the default branch. Rejects with `StaleError` when there is one. */
  openPullRequest(
    repository: RepositoryRef,
    pull: { readonly branch: string; readonly base: string; readonly title: string; readonly body: string },
  ): Promise<void>;
  editPullRequest(
    repository: RepositoryRef,
    id: string,
    change: { readonly title: string; readonly body: string },
  ): Promise<void>;
  closePullRequest(repository: RepositoryRef, id: string): Promise<void>;
}
