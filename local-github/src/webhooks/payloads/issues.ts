import { toAccount } from "../../rest/shapes/account.ts";
import { toIssue, toIssueComment, toIssueType, toLabel, toMilestone } from "../../rest/shapes/issue.ts";
import { toRepository } from "../../rest/shapes/repository.ts";
import type {
  Changes,
  IssueCommentEvent,
  IssuesEvent,
  LabelEvent,
  MilestoneEvent,
  SubIssuesEvent,
} from "../../world/events.ts";
import type { Issue } from "../../world/objects.ts";
import type { World } from "../../world/world.ts";

/** What `issues` webhooks carry beside the common fields. */
export function issuesPayload(world: World, event: IssuesEvent): Record<string, unknown> {
  const { label, assignee, milestone, issue, newIssue, oldIssue } = event;
  return {
    issue: toIssue(world, issue),
    ...(event.action === "edited" ? { changes: event.changes ?? {} } : {}),
    ...(newIssue === undefined ? {} : { changes: moved(world, "new", newIssue) }),
    ...(oldIssue === undefined ? {} : { changes: moved(world, "old", oldIssue) }),
    ...(label === undefined ? {} : { label: toLabel(world, label) }),
    ...(assignee === undefined ? {} : { assignee: toAccount(world, assignee) }),
    ...(milestone === undefined ? {} : { milestone: toMilestone(world, milestone) }),
    ...(event.issueType === undefined ? {} : { type: toIssueType(event.issueType) }),
  };
}

function moved(world: World, end: "new" | "old", issue: Issue): Record<string, unknown> {
  return { [`${end}_issue`]: toIssue(world, issue), [`${end}_repository`]: toRepository(world, issue.repository) };
}

/** What `sub_issues` webhooks carry beside the common fields: both issues, and the repository of the one that is told of. */
export function subIssuesPayload(world: World, { action, parent, child }: SubIssuesEvent): Record<string, unknown> {
  const relatedIssues = action.startsWith("sub_issue")
    ? { sub_issue_repo: toRepository(world, child.repository) }
    : { parent_issue_repo: toRepository(world, parent.repository) };
  return {
    sub_issue_id: child.databaseId,
    sub_issue: toIssue(world, child),
    parent_issue_id: parent.databaseId,
    parent_issue: toIssue(world, parent),
    ...relatedIssues,
  };
}

/** What `issue_comment` webhooks carry beside the common fields. */
export function issueCommentPayload(world: World, event: IssueCommentEvent): Record<string, unknown> {
  return {
    issue: toIssue(world, event.issue),
    comment: toIssueComment(world, event.comment),
    ...(event.action === "edited" ? { changes: event.changes ?? {} } : {}),
  };
}

/** What `label` webhooks carry beside the common fields. */
export function labelPayload(world: World, event: LabelEvent): Record<string, unknown> {
  return {
    label: toLabel(world, event.label),
    ...(event.action === "edited" ? { changes: event.changes ?? {} } : {}),
  };
}

/** What `milestone` webhooks carry beside the common fields. */
export function milestonePayload(world: World, event: MilestoneEvent): Record<string, unknown> {
  return {
    milestone: toMilestone(world, event.milestone),
    ...(event.action === "edited" ? { changes: withoutNulls(event.changes ?? {}) } : {}),
  };
}

/** What was empty before is an empty text in `changes`, says GitHub's description. */
function withoutNulls(changes: Changes): Changes {
  return Object.fromEntries(Object.entries(changes).map(([name, { from }]) => [name, { from: from ?? "" }]));
}
