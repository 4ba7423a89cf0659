import { validationFailed } from "./error-texts.ts";
import type { Actor, Issue, PullRequest, Repository, User } from "./objects.ts";
import { hasRole } from "./people.ts";
import type { World } from "./world.ts";

/** More are left out without a word: https://docs.github.com/en/rest/issues/assignees#add-assignees-to-an-issue */
const maxAssignees = 10;

/**
 * Who may be assigned: the owner, members of the organization, and whoever has a role in the repository. GitHub adds
 * those who commented on the very issue, which is not emulated.
 */
export function assignableIn(world: World, { owner, collaborators }: Repository): User[] {
  return world
    .all("User")
    .filter(
      (user) =>
        user === owner ||
        collaborators.has(user.login) ||
        (owner.__typename === "Organization" && owner.members.has(user.login)),
    );
}

/** The people of these logins; 422 for the first who may not be assigned (spidernet-io/spiderpool#1863). */
export function mustBeAssignable(world: World, repository: Repository, logins: readonly string[]): User[] {
  const assignable = assignableIn(world, repository);
  return logins.map((login) => {
    const found = assignable.find((user) => user.login.toLowerCase() === login.toLowerCase());
    if (found) return found;
    throw validationFailed({ resource: "Issue", field: "assignees", code: "invalid", value: login });
  });
}

/** Assign people. Who may not be assigned is left out without a word; all of them are, where the actor lacks the right. */
export function assign(world: World, actor: Actor, issue: Issue | PullRequest, logins: readonly string[]): void {
  if (!hasRole(issue.repository, actor, "triage")) return;
  const wanted = new Set(logins.map((login) => login.toLowerCase()));
  for (const user of assignableIn(world, issue.repository)) {
    if (!wanted.has(user.login.toLowerCase()) || issue.assignees.includes(user)) continue;
    if (issue.assignees.length >= maxAssignees) return;
    issue.assignees.push(user);
    emitAssignment(world, actor, issue, "assigned", user);
  }
}

/** Let people go. Who was not assigned is no harm. */
export function unassign(world: World, actor: Actor, issue: Issue | PullRequest, logins: readonly string[]): void {
  if (!hasRole(issue.repository, actor, "triage")) return;
  const wanted = new Set(logins.map((login) => login.toLowerCase()));
  for (const user of issue.assignees.filter(({ login }) => wanted.has(login.toLowerCase()))) {
    issue.assignees.splice(issue.assignees.indexOf(user), 1);
    emitAssignment(world, actor, issue, "unassigned", user);
  }
}

function emitAssignment(
  world: World,
  actor: Actor,
  issue: Issue | PullRequest,
  action: "assigned" | "unassigned",
  assignee: User,
): void {
  const { repository } = issue;
  world.touch(issue);
  if (issue.__typename === "Issue") world.emit({ event: "issues", action, repository, issue, actor, assignee });
  else world.emit({ event: "pull_request", action, repository, pullRequest: issue, actor, assignee });
}
