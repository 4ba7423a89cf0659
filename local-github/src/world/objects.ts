/**
 * What the local GitHub knows, as plain objects that refer to each other directly.
 * Field names are those of GitHub's GraphQL schema; REST and webhooks translate from here.
 * Everything is data that `node:v8` can serialize: no methods, no class instances but Map and Set.
 * One file of over 300 lines, because types that refer to each other cannot be parted without a circle of imports.
 */

/** What every object carries. Timestamps are ISO 8601 in UTC without milliseconds, as GitHub writes them. */
export interface Stamp<Name extends string> {
  readonly __typename: Name;
  /** Global node id: opaque, prefixed by kind (`D_kwDO…`). */
  readonly id: string;
  /** The numeric id of REST and webhooks. */
  readonly databaseId: number;
  readonly createdAt: string;
  updatedAt: string;
}

/** A person. */
export interface User extends Stamp<"User"> {
  readonly login: string;
  name: string | null;
  email: string;
  bio: string | null;
  company: string | null;
  location: string | null;
}

/** The identity of a GitHub App. GraphQL calls it `my-app`, REST and webhooks `my-app[bot]`. */
export interface Bot extends Stamp<"Bot"> {
  /** Without `[bot]`; use `restLogin` of `people.ts` for the other form. */
  readonly login: string;
}

/** Whoever can act. */
export type Actor = User | Bot;

/** An account that owns repositories and projects. */
export interface Organization extends Stamp<"Organization"> {
  readonly login: string;
  name: string | null;
  description: string | null;
  email: string | null;
  /** By login. */
  readonly members: Map<string, OrganizationRole>;
  readonly teams: Team[];
  readonly projectsV2: ProjectV2[];
  /** Issue types of the organization, such as Bug or Feature. */
  readonly issueTypes: IssueType[];
}

export type OrganizationRole = "admin" | "member";

/** A group of people of an organization. */
export interface Team extends Stamp<"Team"> {
  readonly organization: Organization;
  name: string;
  slug: string;
  description: string | null;
  privacy: "SECRET" | "VISIBLE";
  parentTeam: Team | null;
  /** By login. */
  readonly members: Map<string, "maintainer" | "member">;
}

/** The five roles of a repository, least first. */
export type RepositoryRole = "read" | "triage" | "write" | "maintain" | "admin";

export interface Repository extends Stamp<"Repository"> {
  readonly owner: User | Organization;
  name: string;
  description: string | null;
  homepageUrl: string | null;
  defaultBranchName: string;
  isPrivate: boolean;
  isArchived: boolean;
  hasIssuesEnabled: boolean;
  hasDiscussionsEnabled: boolean;
  hasProjectsEnabled: boolean;
  hasWikiEnabled: boolean;
  /** Explicit roles by login. Everybody else may read a public repository. */
  readonly collaborators: Map<string, RepositoryRole>;
  readonly discussionCategories: DiscussionCategory[];
  readonly discussions: Discussion[];
  readonly issues: Issue[];
  readonly pullRequests: PullRequest[];
  readonly labels: Label[];
  readonly milestones: Milestone[];
  /** What became of issues that were here, by number: transferred, or deleted. */
  goneIssues?: Map<number, Issue | "deleted">;
  /** Discussions, issues and pull requests share one row of numbers. */
  nextNumber: number;
  pushedAt: string | null;
  /** What it was called before, as `owner/name`. */
  earlierNames?: string[];
  /** What this is a fork of. */
  parent?: Repository;
  /** Discussions at the top of the list, in the order they were pinned. */
  pinned?: Discussion[];
  /** "Allow GitHub Actions to create and approve pull requests"; not in a new repository. */
  letsWorkflowsOpenPullRequests?: boolean;
}

export interface DiscussionCategory extends Stamp<"DiscussionCategory"> {
  readonly repository: Repository;
  name: string;
  slug: string;
  /** As `:pray:`. */
  emoji: string;
  description: string | null;
  isAnswerable: boolean;
}

export interface Label extends Stamp<"Label"> {
  readonly repository: Repository;
  name: string;
  /** Six hexadecimal digits without `#`. */
  color: string;
  description: string | null;
  isDefault: boolean;
}

export interface Milestone extends Stamp<"Milestone"> {
  readonly repository: Repository;
  readonly number: number;
  title: string;
  description: string | null;
  state: "OPEN" | "CLOSED";
  dueOn: string | null;
  closedAt: string | null;
  readonly creator: Actor | null;
}

export interface IssueType extends Stamp<"IssueType"> {
  readonly organization: Organization;
  name: string;
  description: string | null;
}

export type ReactionContent =
  "THUMBS_UP" | "THUMBS_DOWN" | "LAUGH" | "HOORAY" | "CONFUSED" | "HEART" | "ROCKET" | "EYES";

export interface Reaction extends Stamp<"Reaction"> {
  readonly content: ReactionContent;
  readonly user: Actor;
}

export type LockReason = "OFF_TOPIC" | "RESOLVED" | "SPAM" | "TOO_HEATED";
export type MinimizedReason = "abuse" | "duplicate" | "off-topic" | "outdated" | "resolved" | "spam";
export type DiscussionStateReason = "RESOLVED" | "OUTDATED" | "DUPLICATE" | "REOPENED";
export type IssueStateReason = "COMPLETED" | "NOT_PLANNED" | "REOPENED" | "DUPLICATE";

/** What every text that somebody wrote has. */
interface Authored {
  /** Null when the account is gone (GitHub shows `ghost`). */
  author: Actor | null;
  body: string;
  lastEditedAt: string | null;
  editor: Actor | null;
  readonly reactions: Reaction[];
}

/** What every thread that can be locked and labelled has. */
interface ThreadState {
  readonly repository: Repository;
  readonly number: number;
  title: string;
  closed: boolean;
  closedAt: string | null;
  locked: boolean;
  activeLockReason: LockReason | null;
  readonly labels: Label[];
}

export interface Discussion extends Stamp<"Discussion">, Authored, ThreadState {
  category: DiscussionCategory;
  stateReason: DiscussionStateReason | null;
  /** Top-level comments only, oldest first. */
  readonly comments: DiscussionComment[];
  answer: DiscussionComment | null;
  answerChosenAt: string | null;
  answerChosenBy: Actor | null;
  /** Logins; GraphQL's `upvoteCount` is their number. The author's own is there from the start. */
  readonly upvoters: Set<string>;
}

export interface DiscussionComment extends Stamp<"DiscussionComment">, Authored {
  readonly discussion: Discussion;
  /** The top-level comment; null when this is one. Threads are two deep. */
  readonly replyTo: DiscussionComment | null;
  /** Empty for replies. */
  readonly replies: DiscussionComment[];
  isMinimized: boolean;
  minimizedReason: MinimizedReason | null;
  /** Set where the comment was deleted but its replies keep its place. */
  deletedAt: string | null;
  readonly upvoters: Set<string>;
}

export interface Issue extends Stamp<"Issue">, Authored, ThreadState {
  state: "OPEN" | "CLOSED";
  stateReason: IssueStateReason | null;
  closedBy: Actor | null;
  milestone: Milestone | null;
  issueType: IssueType | null;
  parent: Issue | null;
  /** Set once it was converted. */
  convertedTo?: Discussion;
  readonly subIssues: Issue[];
  readonly assignees: User[];
  readonly comments: IssueComment[];
}

/** A comment of an issue or of a pull request. */
export interface IssueComment extends Stamp<"IssueComment">, Authored {
  readonly issue: Issue | PullRequest;
  isMinimized: boolean;
  minimizedReason: MinimizedReason | null;
}

export interface PullRequest extends Stamp<"PullRequest">, Authored, ThreadState {
  state: "OPEN" | "CLOSED" | "MERGED";
  isDraft: boolean;
  baseRefName: string;
  readonly headRefName: string;
  /** The fork that the head branch is in, null once that was deleted; the repository itself where missing. */
  headRepository?: Repository | null;
  /** Kept up to date while open; what was merged or closed afterwards. */
  headRefOid: string;
  baseRefOid: string;
  merged: boolean;
  mergedAt: string | null;
  mergedBy: Actor | null;
  mergeCommitOid: string | null;
  maintainerCanModify: boolean;
  milestone: Milestone | null;
  readonly assignees: User[];
  readonly comments: IssueComment[];
}

export type ProjectFieldDataType =
  | "TITLE"
  | "ASSIGNEES"
  | "LABELS"
  | "MILESTONE"
  | "REPOSITORY"
  | "TEXT"
  | "NUMBER"
  | "DATE"
  | "SINGLE_SELECT"
  | "ITERATION";

export interface ProjectV2SingleSelectFieldOption {
  readonly __typename: "ProjectV2SingleSelectFieldOption";
  readonly id: string;
  name: string;
  description: string;
  color: "BLUE" | "GRAY" | "GREEN" | "ORANGE" | "PINK" | "PURPLE" | "RED" | "YELLOW";
}

export interface ProjectV2Iteration {
  readonly __typename: "ProjectV2IterationFieldIteration";
  readonly id: string;
  title: string;
  /** `YYYY-MM-DD`. */
  startDate: string;
  /** Days. */
  duration: number;
}

interface ProjectFieldParts {
  readonly project: ProjectV2;
  name: string;
}

export interface ProjectV2Field extends Stamp<"ProjectV2Field">, ProjectFieldParts {
  readonly dataType: Exclude<ProjectFieldDataType, "SINGLE_SELECT" | "ITERATION">;
}

export interface ProjectV2SingleSelectField extends Stamp<"ProjectV2SingleSelectField">, ProjectFieldParts {
  readonly dataType: "SINGLE_SELECT";
  readonly options: ProjectV2SingleSelectFieldOption[];
}

export interface ProjectV2IterationField extends Stamp<"ProjectV2IterationField">, ProjectFieldParts {
  readonly dataType: "ITERATION";
  readonly iterations: ProjectV2Iteration[];
}

export type ProjectV2FieldConfiguration = ProjectV2Field | ProjectV2SingleSelectField | ProjectV2IterationField;

/** Exactly one key, as in GraphQL's input of the same name. */
export interface ProjectV2FieldValue {
  readonly text?: string;
  readonly number?: number;
  readonly date?: string;
  readonly singleSelectOptionId?: string;
  readonly iterationId?: string;
}

export interface ProjectV2Item extends Stamp<"ProjectV2Item"> {
  readonly project: ProjectV2;
  readonly content: Issue | PullRequest | DraftIssue;
  readonly creator: Actor | null;
  isArchived: boolean;
  /** By node id of the field. */
  readonly values: Map<string, ProjectV2FieldValue>;
}

export interface DraftIssue extends Stamp<"DraftIssue"> {
  title: string;
  body: string;
  readonly creator: Actor | null;
}

export interface ProjectV2 extends Stamp<"ProjectV2"> {
  readonly owner: Organization | User;
  readonly number: number;
  title: string;
  shortDescription: string | null;
  readme: string | null;
  closed: boolean;
  closedAt: string | null;
  public: boolean;
  readonly creator: Actor | null;
  readonly fields: ProjectV2FieldConfiguration[];
  readonly items: ProjectV2Item[];
}

export type PermissionLevel = "read" | "write" | "admin";

/** By REST name: `discussions`, `issues`, `contents`, `pull_requests`, `metadata`, `members`, `organization_projects`, … */
export type Permissions = Readonly<Record<string, PermissionLevel>>;

/** A registered GitHub App. The local GitHub keeps its private key, so that a restart need not hand out a new one. */
export interface App extends Stamp<"App"> {
  readonly slug: string;
  name: string;
  description: string;
  readonly owner: User | Organization;
  readonly bot: Bot;
  readonly clientId: string;
  /** PEM, PKCS#1. GitHub keeps the public half only. */
  readonly privateKey: string;
  readonly publicKey: string;
  permissions: Permissions;
  events: readonly string[];
  /** Where webhooks go; missing url: nowhere. */
  webhook: { url: string | null; secret: string };
}

export interface Installation extends Stamp<"Installation"> {
  readonly app: App;
  readonly account: User | Organization;
  repositorySelection: "all" | "selected";
  /** With `selected` only. */
  repositories: Repository[];
  permissions: Permissions;
  events: readonly string[];
  suspendedAt: string | null;
  suspendedBy: User | null;
}

/** A check run of the Checks API. */
export interface CheckRun extends Stamp<"CheckRun"> {
  readonly repository: Repository;
  readonly app: App | null;
  name: string;
  readonly headSha: string;
  status: "QUEUED" | "IN_PROGRESS" | "COMPLETED";
  conclusion: string | null;
  detailsUrl: string | null;
  externalId: string;
  startedAt: string | null;
  completedAt: string | null;
  output: { title: string | null; summary: string | null; text: string | null; annotations: CheckAnnotation[] };
}

export interface CheckAnnotation {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly startColumn: number | null;
  readonly endColumn: number | null;
  readonly annotationLevel: "notice" | "warning" | "failure";
  readonly message: string;
  readonly title: string | null;
}

/** Everything that has a node id. */
export type WorldObject =
  | User
  | Bot
  | Organization
  | Team
  | Repository
  | DiscussionCategory
  | Discussion
  | DiscussionComment
  | Issue
  | IssueComment
  | IssueType
  | PullRequest
  | Label
  | Milestone
  | Reaction
  | ProjectV2
  | ProjectV2FieldConfiguration
  | ProjectV2Item
  | DraftIssue
  | App
  | Installation
  | CheckRun;

export type Typename = WorldObject["__typename"];

/** The object type of a name. */
export type ObjectOf<Name extends Typename> = Extract<WorldObject, { readonly __typename: Name }>;

/** What can carry reactions. */
export type Reactable = Discussion | DiscussionComment | Issue | IssueComment | PullRequest;
/** What can carry labels. */
export type Labelable = Discussion | Issue | PullRequest;
/** What can be locked. */
export type Lockable = Discussion | Issue | PullRequest;
/** What can be hidden. */
export type Minimizable = DiscussionComment | IssueComment;
/** What can be upvoted. */
export type Votable = Discussion | DiscussionComment;
