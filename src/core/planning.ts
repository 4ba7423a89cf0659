import type { CloseReason, Discussion, RepositoryRef } from "./discussion.ts";
import type { IssueCloseReason } from "./issue.ts";
import type { FieldValue, ProjectItem, Projects } from "./project.ts";

/** Questions about what is planned: labels, milestones, boards, issues of ours, votes. Part of `GitHubReads`. */
export interface PlanningReads {
  /** Names of all labels of the repository. Two that differ only in case are one to GitHub. */
  labels(repository: RepositoryRef): Promise<readonly string[]>;
  /** All milestones, open and closed. */
  milestones(repository: RepositoryRef): Promise<readonly Milestone[]>;
  mayBeAssigned(repository: RepositoryRef, login: string): Promise<boolean>;
  /** Names of the organization's issue types; none where a person owns the repository. */
  issueTypes(repository: RepositoryRef): Promise<readonly string[]>;
  /** The open projects of the repository's owner that we may see; none at all without the permission for them. */
  projects(repository: RepositoryRef): Promise<Projects>;
  /** The issue as it is now, wherever it was moved to; undefined when it is deleted, out of sight, or a pull request. */
  findPlannedIssue(repository: RepositoryRef, number: number): Promise<PlannedIssue | undefined>;
  /** The issue of ours whose body is the one meant, by its hidden marker, among the fifty issues opened last. */
  findIssueMadeFor(repository: RepositoryRef, isMeant: (body: string) => boolean): Promise<PlannedIssue | undefined>;
  /** One page of open discussions of a category, by its slug, newest change first; `next` is missing at the end. */
  openDiscussions(
    repository: RepositoryRef,
    category: string,
    cursor: string | undefined,
  ): Promise<{ readonly discussions: readonly Discussion[]; readonly next?: string }>;
  /** What people think of these discussions, by their numbers. Those that are gone are left out. */
  votesOn(repository: RepositoryRef, discussions: readonly number[]): Promise<ReadonlyMap<number, Votes>>;
}

/**
 * Changes to what is planned. Part of `GitHubWrites`: none is retried by the client, and each may be repeated, but for
 * `createIssue`, which is looked for with `findIssueMadeFor` first. Each rejects with `RefusedError` where trying again
 * is no use until a person changes a right, a setting or what was asked.
 */
export interface PlanningWrites {
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
  /** Puts an issue (by node id) on a board. Answers with the id of its item, which may have been there before. */
  addToProject(repository: RepositoryRef, project: string, issue: string): Promise<string>;
  /** Takes an item off a board, with all that is set there. One that is off stays off. */
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
  /** By node id. One that is closed already stays as it is. */
  closeDiscussion(repository: RepositoryRef, discussion: string, reason: CloseReason): Promise<void>;
  reopenDiscussion(repository: RepositoryRef, discussion: string): Promise<void>;
}

export interface Milestone {
  readonly number: number;
  readonly title: string;
  readonly isOpen: boolean;
  /** The day as GitHub shows it, `YYYY-MM-DD`. */
  readonly due?: string;
}

/** A milestone that is there, or one to make. */
export type MilestoneSpec =
  | { readonly number: number; readonly title: string }
  | { readonly number?: never; readonly title: string; readonly due?: string };

/** A label as it should be when it has to be made. */
export interface LabelDraft {
  readonly name: string;
  /** Six hexadecimal digits; a light grey, as GitHub's own default, when missing. */
  readonly color?: string;
  /** At most 100 characters; more are cut off. */
  readonly description?: string;
}

/** An issue of which we keep track, with all that a plan may set. */
export interface PlannedIssue {
  /** GraphQL node id. */
  readonly id: string;
  /** Where it is now, as `owner/name`: another repository than asked for once it was transferred. */
  readonly repository: string;
  /** Whether everybody can read that repository; false as well where GitHub does not say. */
  readonly isPublic: boolean;
  /** Its number there. */
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly url: string;
  /** Whether we wrote it: GitHub's `viewerDidAuthor`, or by its author. */
  readonly isOurs: boolean;
  readonly closed?: IssueCloseReason;
  readonly closedAt?: Date;
  /** Number of the discussion it was converted to. GitHub leaves the issue behind, closed and locked. */
  readonly convertedTo?: number;
  readonly labels: readonly string[];
  readonly milestone?: Milestone;
  /** Logins. */
  readonly assignees: readonly string[];
  /** Its places on boards that we may see. */
  readonly items: readonly ProjectItem[];
  /** Numbers of its sub-issues, the first fifty. */
  readonly subIssues: readonly number[];
}

/** An issue to open. What the repository has no right or no room for is dropped by GitHub without a word. */
export interface IssueDraft {
  /** At most 256 characters. */
  readonly title: string;
  /** At most 65,536 characters. */
  readonly body: string;
  /** Missing ones are made by GitHub, in grey. */
  readonly labels?: readonly string[];
  /** Its number. */
  readonly milestone?: number;
  readonly assignees?: readonly string[];
  /** Name of an issue type of the organization. */
  readonly type?: string;
}

/** What an issue should be from now on; what is not given stays. */
export interface IssueChange {
  readonly title?: string;
  readonly body?: string;
  /** Number of a milestone, or none. */
  readonly milestone?: number | null;
  readonly type?: string | null;
  /** Closed for a reason, or open again. */
  readonly state?: IssueCloseReason | "open";
  /** Logins to add to those assigned. At most ten are kept. */
  readonly assign?: readonly string[];
  readonly unassign?: readonly string[];
}

/** Something GitHub was asked to set and has not. */
export type IssuePart =
  | { readonly part: "label" | "assignee" | "type"; readonly value: string }
  | { readonly part: "milestone"; readonly value: number };

export interface CreatedIssue {
  /** GraphQL node id. */
  readonly id: string;
  readonly number: number;
  readonly url: string;
  readonly notSet: readonly IssuePart[];
}

/** How many people want what a discussion asks for. */
export interface Votes {
  readonly upvotes: number;
  /** 👍 on the discussion itself. */
  readonly thumbsUp: number;
}
