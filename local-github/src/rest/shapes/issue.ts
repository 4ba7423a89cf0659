import { htmlUrl, apiUrl } from "./repository.ts";
import type {
  Issue,
  IssueComment,
  IssueType,
  Label,
  Milestone,
  PullRequest,
  Reactable,
  Reaction,
} from "../../world/objects.ts";
import { authorAssociation } from "../../world/people.ts";
import type { World } from "../../world/world.ts";
import { toAccount, toAuthor } from "./account.ts";

/** Reactions by the names REST has for them. */
export const REACTIONS = {
  THUMBS_UP: "+1",
  THUMBS_DOWN: "-1",
  LAUGH: "laugh",
  HOORAY: "hooray",
  CONFUSED: "confused",
  HEART: "heart",
  ROCKET: "rocket",
  EYES: "eyes",
} as const;

/** How often each reaction was given. */
export function toReactionCounts(subject: Reactable, url: string): Record<string, unknown> {
  const counts = Object.entries(REACTIONS).map(([content, name]) => [
    name,
    subject.reactions.filter((reaction) => reaction.content === content).length,
  ]);
  return { url: `${url}/reactions`, total_count: subject.reactions.length, ...Object.fromEntries(counts) };
}

/** One reaction of one person. */
export function toReaction(world: World, reaction: Reaction): Record<string, unknown> {
  return {
    id: reaction.databaseId,
    node_id: reaction.id,
    user: toAccount(world, reaction.user),
    content: REACTIONS[reaction.content],
    created_at: reaction.createdAt,
  };
}

export function toLabel(world: World, label: Label): Record<string, unknown> {
  return {
    id: label.databaseId,
    node_id: label.id,
    url: `${apiUrl(world, label.repository)}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    color: label.color,
    default: label.isDefault,
    description: label.description,
  };
}

export function toMilestone(world: World, milestone: Milestone): Record<string, unknown> {
  const { repository, number } = milestone;
  const issues = [...repository.issues, ...repository.pullRequests].filter((issue) => issue.milestone === milestone);
  const open = issues.filter((issue) => issue.state === "OPEN").length;
  const url = `${apiUrl(world, repository)}/milestones/${number}`;
  return {
    url,
    html_url: `${htmlUrl(world, repository)}/milestone/${number}`,
    labels_url: `${url}/labels`,
    id: milestone.databaseId,
    node_id: milestone.id,
    number,
    title: milestone.title,
    description: milestone.description,
    creator: toAuthor(world, milestone.creator),
    open_issues: open,
    closed_issues: issues.length - open,
    state: milestone.state.toLowerCase(),
    created_at: milestone.createdAt,
    updated_at: milestone.updatedAt,
    due_on: milestone.dueOn,
    closed_at: milestone.closedAt,
  };
}

/** The fields that issues and pull requests share. */
export function toThread(world: World, thread: Issue | PullRequest): Record<string, unknown> {
  const assignees = thread.assignees.map((assignee) => toAccount(world, assignee));
  return {
    id: thread.databaseId,
    node_id: thread.id,
    number: thread.number,
    title: thread.title,
    user: toAuthor(world, thread.author),
    labels: thread.labels.map((label) => toLabel(world, label)),
    state: thread.state === "OPEN" ? "open" : "closed",
    locked: thread.locked,
    active_lock_reason: thread.activeLockReason?.toLowerCase().replace("_", "-") ?? null,
    assignee: assignees[0] ?? null,
    assignees,
    milestone: thread.milestone === null ? null : toMilestone(world, thread.milestone),
    comments: thread.comments.length,
    created_at: thread.createdAt,
    updated_at: thread.updatedAt,
    closed_at: thread.closedAt,
    author_association: authorAssociation(thread.repository, thread.author),
    body: thread.body === "" ? null : thread.body,
  };
}

/** An issue; a pull request is one too, with `pull_request` as its mark. */
export function toIssue(world: World, issue: Issue | PullRequest): Record<string, unknown> {
  const api = `${apiUrl(world, issue.repository)}/issues/${issue.number}`;
  const page = `${htmlUrl(world, issue.repository)}/${issue.__typename === "Issue" ? "issues" : "pull"}/${issue.number}`;
  return {
    url: api,
    repository_url: apiUrl(world, issue.repository),
    labels_url: `${api}/labels{/name}`,
    comments_url: `${api}/comments`,
    events_url: `${api}/events`,
    html_url: page,
    ...toThread(world, issue),
    closed_by: issue.__typename === "Issue" ? toAuthor(world, issue.closedBy) : toAuthor(world, issue.mergedBy),
    performed_via_github_app: null,
    reactions: toReactionCounts(issue, api),
    timeline_url: `${api}/timeline`,
    ...(issue.__typename === "Issue" ? issueOnly(world, issue) : pullRequestLinks(world, issue, page)),
  };
}

function issueOnly(world: World, issue: Issue): Record<string, unknown> {
  const closed = issue.subIssues.filter((child) => child.state === "CLOSED").length;
  const total = issue.subIssues.length;
  return {
    state_reason: issue.stateReason?.toLowerCase() ?? null,
    type: issue.issueType === null ? null : toIssueType(issue.issueType),
    sub_issues_summary: {
      total,
      completed: closed,
      percent_completed: total === 0 ? 0 : Math.floor((100 * closed) / total),
    },
    ...(issue.parent === null
      ? {}
      : { parent_issue_url: `${apiUrl(world, issue.parent.repository)}/issues/${issue.parent.number}` }),
  };
}

/** An organization's type of issues, such as Bug. */
export function toIssueType(type: IssueType): Record<string, unknown> {
  return {
    id: type.databaseId,
    node_id: type.id,
    name: type.name,
    description: type.description,
    color: null,
    created_at: type.createdAt,
    updated_at: type.updatedAt,
    is_enabled: true,
  };
}

function pullRequestLinks(world: World, pull: PullRequest, page: string): Record<string, unknown> {
  return {
    state_reason: null,
    draft: pull.isDraft,
    pull_request: {
      url: `${apiUrl(world, pull.repository)}/pulls/${pull.number}`,
      html_url: page,
      diff_url: `${page}.diff`,
      patch_url: `${page}.patch`,
      merged_at: pull.mergedAt,
    },
  };
}

/** A comment of an issue or pull request. */
export function toIssueComment(world: World, comment: IssueComment): Record<string, unknown> {
  const { repository, number, __typename } = comment.issue;
  const api = apiUrl(world, repository);
  const url = `${api}/issues/comments/${comment.databaseId}`;
  const folder = __typename === "Issue" ? "issues" : "pull";
  return {
    url,
    html_url: `${htmlUrl(world, repository)}/${folder}/${number}#issuecomment-${comment.databaseId}`,
    issue_url: `${api}/issues/${number}`,
    id: comment.databaseId,
    node_id: comment.id,
    user: toAuthor(world, comment.author),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: authorAssociation(repository, comment.author),
    body: comment.body,
    reactions: toReactionCounts(comment, url),
    performed_via_github_app: null,
  };
}
