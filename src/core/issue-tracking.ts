import type { RepositoryRef } from "./discussion.ts";
import type { IssueCloseReason } from "./issue.ts";
import type { PlannedWorkReads } from "./planned-work.ts";
import type { ProjectItem, Projects } from "./project.ts";

/** Questions about issues and what they can be given: labels, milestones, people, projects. Part of `GitHubReads`. */
export interface IssueReads extends PlannedWorkReads {
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
  findTrackedIssue(repository: RepositoryRef, number: number): Promise<TrackedIssue | undefined>;
  /** The issue of ours whose body matches, by its hidden marker, among the fifty issues opened last, or changed last. */
  findIssueMadeFor(
    repository: RepositoryRef,
    matches: (body: string) => boolean,
    by?: "opened" | "changed",
  ): Promise<TrackedIssue | undefined>;
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

/** An issue that tracks a request, or may: with all that an action may set. */
export interface TrackedIssue {
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
  /** Its items in projects that the app may see. */
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
