import { refusal } from "./error-texts.ts";
import type { Actor, Issue } from "./objects.ts";
import { mustHaveRole } from "./people.ts";
import { mustBeWritable } from "./rules.ts";
import type { World } from "./world.ts";

/** https://docs.github.com/en/issues/tracking-your-work-with-issues/using-issues/adding-sub-issues */
const maxSubIssues = 100;
const deepest = 8;

/** Make an issue a part of another: triage and above. It leaves its parent only when `replaceParent` says so. */
export function addSubIssue(world: World, actor: Actor, parent: Issue, child: Issue, replaceParent = false): void {
  mustHaveRole(parent.repository, actor, "triage", "AddSubIssue");
  mustBeWritable(parent.repository);
  if (child.parent === parent) throw refusal("duplicateSubIssue");
  if (child.parent !== null && !replaceParent) throw refusal("oneParent");
  if (ancestorsOf(parent).includes(child)) throw refusal("circularSubIssue");
  if (parent.subIssues.length >= maxSubIssues) throw refusal("tooManySubIssues");
  if (ancestorsOf(parent).length + depthBelow(child) > deepest) throw refusal("subIssuesTooDeep");
  if (child.parent !== null) removeSubIssue(world, actor, child.parent, child);
  child.parent = parent;
  parent.subIssues.push(child);
  emitSubIssue(world, actor, parent, child, "added");
}

/** Take an issue out of another. */
export function removeSubIssue(world: World, actor: Actor, parent: Issue, child: Issue): void {
  mustHaveRole(parent.repository, actor, "triage", "RemoveSubIssue");
  if (child.parent !== parent) throw refusal("nodeNotFound", { id: child.id });
  child.parent = null;
  parent.subIssues.splice(parent.subIssues.indexOf(child), 1);
  emitSubIssue(world, actor, parent, child, "removed");
}

/** The issue itself, its parent, and so on up. */
function ancestorsOf(issue: Issue): Issue[] {
  return issue.parent === null ? [issue] : [issue, ...ancestorsOf(issue.parent)];
}

function depthBelow(issue: Issue): number {
  return 1 + Math.max(-1, ...issue.subIssues.map(depthBelow));
}

/** Emits the event for both issues, each in its own repository. */
function emitSubIssue(world: World, actor: Actor, parent: Issue, child: Issue, change: "added" | "removed"): void {
  world.touch(parent);
  world.touch(child);
  const about = { event: "sub_issues", parent, child, actor } as const;
  world.emit({ ...about, action: `sub_issue_${change}`, repository: parent.repository });
  world.emit({ ...about, action: `parent_issue_${change}`, repository: child.repository });
}
