import type {
  App,
  Bot,
  Discussion,
  DiscussionCategory,
  DiscussionComment,
  Issue,
  IssueComment,
  Label,
  Milestone,
  Organization,
  ProjectV2,
  PullRequest,
  Repository,
  Team,
  User,
} from "./objects.ts";

/** What has a page of its own. */
export type ObjectWithUrl =
  | App
  | Bot
  | Discussion
  | DiscussionCategory
  | DiscussionComment
  | Issue
  | IssueComment
  | Label
  | Milestone
  | Organization
  | ProjectV2
  | PullRequest
  | Repository
  | Team
  | User;

/** The path of its page, as on github.com; the world's `origin` goes before it. */
export function pathOf(object: ObjectWithUrl): string {
  switch (object.__typename) {
    case "User":
    case "Organization":
      return `/${object.login}`;
    case "Bot":
      return `/apps/${object.login}`;
    case "App":
      return `/apps/${object.slug}`;
    case "Team":
      return `/orgs/${object.organization.login}/teams/${object.slug}`;
    case "Repository":
      return `/${object.owner.login}/${object.name}`;
    case "DiscussionCategory":
      return `${pathOf(object.repository)}/discussions/categories/${object.slug}`;
    case "Discussion":
      return `${pathOf(object.repository)}/discussions/${object.number}`;
    case "DiscussionComment":
      return `${pathOf(object.discussion)}#discussioncomment-${object.databaseId}`;
    case "Issue":
      return `${pathOf(object.repository)}/issues/${object.number}`;
    case "PullRequest":
      return `${pathOf(object.repository)}/pull/${object.number}`;
    case "IssueComment":
      return `${pathOf(object.issue)}#issuecomment-${object.databaseId}`;
    case "Label":
      return `${pathOf(object.repository)}/labels/${encodeURIComponent(object.name)}`;
    case "Milestone":
      return `${pathOf(object.repository)}/milestone/${object.number}`;
    default:
      return `/${object.owner.__typename === "User" ? "users" : "orgs"}/${object.owner.login}/projects/${object.number}`;
  }
}
