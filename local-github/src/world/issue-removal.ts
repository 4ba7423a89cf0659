import { refusal } from "./error-texts.ts";
import type { Actor, Issue, IssueComment, Repository } from "./objects.ts";
import { mustHaveRole } from "./people.ts";
import type { World } from "./world.ts";

/**
 * Delete an issue with all its comments; its number is not given out again. Admins only:
 * https://docs.github.com/en/issues/tracking-your-work-with-issues/administering-issues/deleting-an-issue
 */
export function deleteIssue(world: World, actor: Actor, issue: Issue): void {
  const { repository } = issue;
  mustHaveRole(repository, actor, "admin", "DeleteIssue");
  removeIssue(world, issue, "deleted");
  world.emit({ event: "issues", action: "deleted", repository, issue, actor });
}

/**
 * Move an issue to another repository of the same owner, where it is opened under another number and with
 * another id. Labels go along where there are some of the same name, the milestone where there is one of the same title
 * and day; the old number redirects to the new one over REST:
 * https://docs.github.com/en/issues/tracking-your-work-with-issues/administering-issues/transferring-an-issue-to-another-repository
 */
export function transferIssue(world: World, actor: Actor, issue: Issue, to: Repository): Issue {
  const from = issue.repository;
  mustHaveRole(from, actor, "write", "TransferIssue");
  mustHaveRole(to, actor, "write", "TransferIssue");
  if (!to.hasIssuesEnabled) throw refusal("issuesDisabled");
  const { milestone } = issue;
  const names = new Set(issue.labels.map(({ name }) => name));
  const moved = world.register<Issue>({
    ...issue,
    ...world.stamp("Issue", to),
    createdAt: issue.createdAt,
    repository: to,
    number: to.nextNumber++,
    labels: to.labels.filter(({ name }) => names.has(name)),
    milestone:
      to.milestones.find(({ title, dueOn }) => title === milestone?.title && dueOn === milestone.dueOn) ?? null,
    parent: null,
    subIssues: [],
    comments: [],
  });
  to.issues.push(moved);
  for (const comment of issue.comments) {
    moved.comments.push(world.register<IssueComment>({ ...comment, ...world.stamp("IssueComment", to), issue: moved }));
  }
  removeIssue(world, issue, moved);
  world.emit({ event: "issues", action: "transferred", repository: from, issue, actor, newIssue: moved });
  world.emit({ event: "issues", action: "opened", repository: to, issue: moved, actor, oldIssue: issue });
  return moved;
}

function removeIssue(world: World, issue: Issue, became: Issue | "deleted"): void {
  const { repository, parent } = issue;
  repository.goneIssues = (repository.goneIssues ?? new Map<number, Issue | "deleted">()).set(issue.number, became);
  repository.issues.splice(repository.issues.indexOf(issue), 1);
  if (parent !== null) parent.subIssues.splice(parent.subIssues.indexOf(issue), 1);
  for (const child of issue.subIssues) child.parent = null;
  for (const item of world.all("ProjectV2Item").filter(({ content }) => content === issue)) {
    item.project.items.splice(item.project.items.indexOf(item), 1);
    world.forget(item);
  }
  for (const comment of issue.comments) world.forget(comment);
  world.forget(issue);
}
