import type { CheckRunWrites } from "./check-run.ts";
import type { CloseReason, RepositoryRef } from "./discussion.ts";
import type { CreatedIssue, IssueChange, IssueDraft, IssuePart, LabelDraft, Milestone } from "./issue-tracking.ts";
import type { MinimizeReason, Reaction } from "./plan.ts";
import type { FieldValue } from "./project.ts";
import type { BranchCommit } from "./proposal.ts";

/** Changes to GitHub. Only `perform` is handed one of these. None is retried by the client. */
export interface GitHubWrites extends IssueWrites, CheckRunWrites {
  /** Node id of the new comment. `replyTo` may be a reply itself: the answer then goes to its top-level comment. */
  addComment(repository: RepositoryRef, discussion: string, body: string, replyTo?: string): Promise<string>;
  /** Node id of the new comment. `issue` is a node id. */
  addIssueComment(repository: RepositoryRef, issue: string, body: string): Promise<string>;
  updateComment(repository: RepositoryRef, comment: string, body: string): Promise<void>;
  minimizeComment(repository: RepositoryRef, comment: string, because: MinimizeReason): Promise<void>;
  /**
   * Whether a thread should be read once more, since it does not show what this process has written a few seconds ago:
   * GitHub's replicas lag. `shown` is what it shows of that comment of ours, if anything. Waits for them where it is true.
   */
  shouldReadAgain(comment: string, shown: string | undefined): Promise<boolean>;
  /** Forget what we may do through this installation, so that the next request asks anew. Changes nothing on GitHub. */
  renewAccess(installation: number): Promise<void>;
  /** Have GitHub send a webhook again. Sent twice is no harm: it has the same GUID. */
  redeliver(delivery: string): Promise<void>;
  /**
   * Do what may be left out: false when it was, since the installation's budget of writes has no room to spare for
   * what is no answer to anybody's question.
   */
  ifSpare(write: () => Promise<void>): Promise<boolean>;
  /** Reacting twice is once. */
  react(repository: RepositoryRef, subject: string, reaction: Reaction): Promise<void>;
  /** By node id. One that is closed already stays as it is. */
  closeDiscussion(repository: RepositoryRef, discussion: string, reason: CloseReason): Promise<void>;
  reopenDiscussion(repository: RepositoryRef, discussion: string): Promise<void>;
  /**
   * Opens a discussion in a category, by its slug, and answers with its number. Called twice it opens two: put a marker into the
   * body and look for it with `findDiscussionMadeFor` first.
   */
  openDiscussion(
    repository: RepositoryRef,
    draft: { readonly category: string; readonly title: string; readonly body: string },
  ): Promise<number>;
  /** Writes title and body of a discussion of ours anew; by node id. */
  editDiscussion(
    repository: RepositoryRef,
    discussion: string,
    text: { readonly title: string; readonly body: string },
  ): Promise<void>;
  /** A comment or reply by node id; the mark moves there from another. One that is the answer already stays it. */
  markAnswer(repository: RepositoryRef, comment: string): Promise<void>;
}

/**
 * Changes of issues, milestones and projects. Each may be repeated, but for `createIssue`, whose issue is looked for with
 * `findIssueMadeFor` first. Each rejects with `RefusedError` where trying again is no use until a person changes a right,
 * a setting or the command.
 */
export interface IssueWrites {
  /**
   * Puts labels on an issue or discussion (`subject`: its node id). Those the repository lacks are made first.
   * Answers with the names that it does not carry afterwards, for lack of rights or of room.
   */
  addLabels(
    repository: RepositoryRef,
    subject: string,
    labels: readonly LabelDraft[],
  ): Promise<{ readonly notSet: readonly string[] }>;
  /** Takes labels off; those that are not there, or do not exist, are no harm. */
  removeLabels(repository: RepositoryRef, subject: string, names: readonly string[]): Promise<void>;
  /** Opens an issue. Called twice it opens two: put a marker into the body and look for it first. */
  createIssue(repository: RepositoryRef, draft: IssueDraft): Promise<CreatedIssue>;
  /** Changes an issue. Says which parts it does not have afterwards. */
  editIssue(
    repository: RepositoryRef,
    number: number,
    change: IssueChange,
  ): Promise<{ readonly notSet: readonly IssuePart[] }>;
  /** The new milestone, or the one that has this title already, whatever its case, day and state. */
  createMilestone(
    repository: RepositoryRef,
    draft: { readonly title: string; readonly due?: string },
  ): Promise<Milestone>;
  /** Puts an issue (by node id) into a project. Answers with the id of its item, which may have been there before. */
  addToProject(repository: RepositoryRef, project: string, issue: string): Promise<string>;
  /** Takes an item out of a project, with all that is set there. One that is not there is no harm. */
  removeFromProject(repository: RepositoryRef, project: string, item: string): Promise<void>;
  setProjectField(
    repository: RepositoryRef,
    project: string,
    item: string,
    field: string,
    value: FieldValue,
  ): Promise<void>;
  clearProjectField(repository: RepositoryRef, project: string, item: string, field: string): Promise<void>;
  /** Makes one issue a part of another, by their node ids. One that is part of a third issue is refused. */
  addSubIssue(repository: RepositoryRef, parent: string, child: string): Promise<void>;
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
