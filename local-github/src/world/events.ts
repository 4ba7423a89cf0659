/**
 * Everything that can happen in the world, one type for each webhook event. One file of over 200 lines, because it is a
 * table: nothing in it is read without its neighbours or has code.
 */
import type {
  Actor,
  CheckRun,
  Discussion,
  DiscussionCategory,
  DiscussionComment,
  Installation,
  Issue,
  IssueComment,
  IssueType,
  Label,
  Milestone,
  Organization,
  ProjectV2Item,
  PullRequest,
  Repository,
  User,
} from "./objects.ts";

/** Values before an edit, by REST field name, as webhooks carry them. */
export type Changes = Readonly<Record<string, { readonly from: string | null }>>;

interface EventBase {
  /** Who did it: the webhook's `sender`. */
  readonly actor: Actor;
}

export interface DiscussionEvent extends EventBase {
  readonly event: "discussion";
  readonly action:
    | "created"
    | "edited"
    | "deleted"
    | "answered"
    | "unanswered"
    | "labeled"
    | "unlabeled"
    | "locked"
    | "unlocked"
    | "pinned"
    | "unpinned"
    | "closed"
    | "reopened"
    | "transferred"
    | "category_changed";
  readonly repository: Repository;
  readonly discussion: Discussion;
  readonly changes?: Changes;
  /** labeled, unlabeled */
  readonly label?: Label;
  /** answered */
  readonly answer?: DiscussionComment;
  /** unanswered */
  readonly oldAnswer?: DiscussionComment;
  /** category_changed */
  readonly oldCategory?: DiscussionCategory;
  /** transferred */
  readonly newDiscussion?: Discussion;
}

export interface DiscussionCommentEvent extends EventBase {
  readonly event: "discussion_comment";
  readonly action: "created" | "edited" | "deleted";
  readonly repository: Repository;
  readonly discussion: Discussion;
  readonly comment: DiscussionComment;
  readonly changes?: Changes;
}

export interface IssuesEvent extends EventBase {
  readonly event: "issues";
  readonly action:
    | "opened"
    | "edited"
    | "deleted"
    | "transferred"
    | "closed"
    | "reopened"
    | "labeled"
    | "unlabeled"
    | "assigned"
    | "unassigned"
    | "milestoned"
    | "demilestoned"
    | "locked"
    | "unlocked"
    | "typed"
    | "untyped";
  readonly repository: Repository;
  readonly issue: Issue;
  readonly changes?: Changes;
  readonly label?: Label;
  readonly assignee?: User;
  readonly milestone?: Milestone;
  /** typed, untyped: the type given or taken away */
  readonly issueType?: IssueType;
  /** transferred: what it is now */
  readonly newIssue?: Issue;
  /** opened, where it was transferred: what it was */
  readonly oldIssue?: Issue;
}

/** An issue became part of another, or no longer is. Told once for each side. */
export interface SubIssuesEvent extends EventBase {
  readonly event: "sub_issues";
  readonly action: "sub_issue_added" | "sub_issue_removed" | "parent_issue_added" | "parent_issue_removed";
  /** The parent's for `sub_issue_…`, the child's for `parent_issue_…`. */
  readonly repository: Repository;
  readonly parent: Issue;
  readonly child: Issue;
}

export interface IssueCommentEvent extends EventBase {
  readonly event: "issue_comment";
  readonly action: "created" | "edited" | "deleted";
  readonly repository: Repository;
  readonly issue: Issue | PullRequest;
  readonly comment: IssueComment;
  readonly changes?: Changes;
}

export interface PullRequestEvent extends EventBase {
  readonly event: "pull_request";
  readonly action:
    | "opened"
    | "edited"
    | "closed"
    | "reopened"
    | "synchronize"
    | "labeled"
    | "unlabeled"
    | "assigned"
    | "unassigned"
    | "milestoned"
    | "demilestoned"
    | "locked"
    | "unlocked";
  readonly repository: Repository;
  readonly pullRequest: PullRequest;
  readonly changes?: Changes;
  readonly label?: Label;
  readonly assignee?: User;
  readonly milestone?: Milestone;
  /** synchronize: head before and after. */
  readonly before?: string;
  readonly after?: string;
}

export interface LabelEvent extends EventBase {
  readonly event: "label";
  readonly action: "created" | "edited" | "deleted";
  readonly repository: Repository;
  readonly label: Label;
  readonly changes?: Changes;
}

export interface MilestoneEvent extends EventBase {
  readonly event: "milestone";
  readonly action: "created" | "edited" | "deleted" | "opened" | "closed";
  readonly repository: Repository;
  readonly milestone: Milestone;
  readonly changes?: Changes;
}

/** A branch or tag moved. `before` or `after` is forty zeros when it was created or deleted. */
export interface PushEvent extends EventBase {
  readonly event: "push";
  readonly action?: undefined;
  readonly repository: Repository;
  /** Full name, `refs/heads/main`. */
  readonly ref: string;
  readonly before: string;
  readonly after: string;
  readonly forced: boolean;
}

export interface RepositoryEvent extends EventBase {
  readonly event: "repository";
  readonly action:
    "created" | "deleted" | "renamed" | "archived" | "unarchived" | "edited" | "privatized" | "publicized";
  readonly repository: Repository;
  readonly changes?: Changes;
}

export interface InstallationEvent extends EventBase {
  readonly event: "installation";
  readonly action: "created" | "deleted" | "suspend" | "unsuspend" | "new_permissions_accepted";
  readonly installation: Installation;
  /** What it covered at that time. */
  readonly repositories: readonly Repository[];
}

export interface InstallationRepositoriesEvent extends EventBase {
  readonly event: "installation_repositories";
  readonly action: "added" | "removed";
  readonly installation: Installation;
  readonly added: readonly Repository[];
  readonly removed: readonly Repository[];
}

export interface ProjectItemEvent extends EventBase {
  readonly event: "projects_v2_item";
  readonly action: "created" | "edited" | "deleted" | "archived" | "restored";
  readonly organization: Organization;
  readonly item: ProjectV2Item;
  /** edited: node id and type of the changed field. */
  readonly fieldNodeId?: string;
  readonly fieldType?: string;
}

export interface CheckRunEvent extends EventBase {
  readonly event: "check_run";
  readonly action: "created" | "completed" | "rerequested";
  readonly repository: Repository;
  readonly checkRun: CheckRun;
}

/** Everything that happens in the world, emitted before its webhook is built. */
export type WorldEvent =
  | DiscussionEvent
  | DiscussionCommentEvent
  | IssuesEvent
  | IssueCommentEvent
  | SubIssuesEvent
  | PullRequestEvent
  | LabelEvent
  | MilestoneEvent
  | PushEvent
  | RepositoryEvent
  | InstallationEvent
  | InstallationRepositoriesEvent
  | ProjectItemEvent
  | CheckRunEvent;

/** Called at once when something happened; the objects are live, so take what you need of them now. */
export type WorldListener = (event: WorldEvent) => void;
