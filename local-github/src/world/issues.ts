import { refusal } from "./error-texts.ts";
import { mustFitLabels } from "./labels.ts";
import type { Actor, Issue, IssueStateReason, IssueType, Label, Milestone, Repository, User } from "./objects.ts";
import { hasRole, mustHaveRole } from "./people.ts";
import { maxBodyLength, mustBeTitle, mustBeWritable, mustFit } from "./rules.ts";
import type { World } from "./world.ts";

/** An issue as one asks for it. Labels, milestone, assignees and type need triage; GitHub drops them silently without. */
export interface NewIssue {
  readonly title: string;
  readonly body?: string;
  readonly labels?: readonly Label[];
  readonly milestone?: Milestone | null;
  readonly assignees?: readonly User[];
  readonly issueType?: IssueType | null;
}

/** Open an issue: whoever may read. */
export function openIssue(world: World, actor: Actor, repository: Repository, input: NewIssue): Issue {
  if (!hasRole(repository, actor, "read"))
    throw refusal("notPermitted", { login: actor.login, operation: "CreateIssue" });
  mustBeWritable(repository);
  if (!repository.hasIssuesEnabled) throw refusal("issuesDisabled");
  mustBeTitle(input.title);
  mustFit(input.body ?? "", "Body", maxBodyLength);
  mustFitLabels(input.labels?.length ?? 0);
  const issue = world.register<Issue>({
    ...world.stamp("Issue", repository),
    repository,
    number: repository.nextNumber++,
    title: input.title,
    body: input.body ?? "",
    author: actor,
    editor: null,
    lastEditedAt: null,
    state: "OPEN",
    stateReason: null,
    closed: false,
    closedAt: null,
    closedBy: null,
    locked: false,
    activeLockReason: null,
    labels: [],
    milestone: null,
    issueType: null,
    parent: null,
    subIssues: [],
    assignees: [],
    comments: [],
    reactions: [],
  });
  repository.issues.push(issue);
  const mayTriage = hasRole(repository, actor, "triage");
  if (mayTriage) fill(issue, input);
  world.emit({ event: "issues", action: "opened", repository, issue, actor });
  if (mayTriage) emitParts(world, actor, issue);
  return issue;
}

function fill(issue: Issue, input: NewIssue): void {
  issue.labels.push(...new Set(input.labels));
  issue.milestone = input.milestone ?? null;
  issue.assignees.push(...new Set(input.assignees));
  issue.issueType = input.issueType ?? null;
}

/** GitHub sends each label, assignee and the milestone again, after `opened`. */
function emitParts(world: World, actor: Actor, issue: Issue): void {
  const { repository, milestone } = issue;
  const about = { event: "issues", repository, issue, actor } as const;
  for (const label of issue.labels) world.emit({ ...about, action: "labeled", label });
  for (const assignee of issue.assignees) world.emit({ ...about, action: "assigned", assignee });
  if (milestone !== null) world.emit({ ...about, action: "milestoned", milestone });
  if (issue.issueType !== null) world.emit({ ...about, action: "typed", issueType: issue.issueType });
}

/** Change an issue's text (author or triage) and its parts (triage). Labels and assignees are replaced as a whole. */
export function editIssue(world: World, actor: Actor, issue: Issue, input: Partial<NewIssue>): Issue {
  const { repository } = issue;
  const wantsParts = [input.labels, input.milestone, input.assignees, input.issueType].some(
    (part) => part !== undefined,
  );
  mustHaveRole(repository, actor, "triage", "UpdateIssue", wantsParts ? null : issue.author);
  mustBeWritable(repository);
  if (input.title !== undefined) mustBeTitle(input.title);
  if (input.body !== undefined) mustFit(input.body, "Body", maxBodyLength);
  mustFitLabels(input.labels?.length ?? 0);
  editText(world, actor, issue, input);
  if (input.labels !== undefined) replaceLabels(world, actor, issue, input.labels);
  if (input.milestone !== undefined) setMilestone(world, actor, issue, input.milestone);
  if (input.assignees !== undefined) replaceAssignees(world, actor, issue, input.assignees);
  if (input.issueType !== undefined && input.issueType !== issue.issueType) {
    const issueType = input.issueType ?? issue.issueType;
    issue.issueType = input.issueType;
    world.touch(issue);
    const action = input.issueType === null ? "untyped" : "typed";
    world.emit({ event: "issues", action, repository, issue, actor, ...(issueType === null ? {} : { issueType }) });
  }
  return issue;
}

function editText(
  world: World,
  actor: Actor,
  issue: Issue,
  input: { readonly title?: string; readonly body?: string },
): void {
  const changes: Record<string, { from: string }> = {};
  for (const key of ["title", "body"] as const) {
    const to = input[key];
    if (to === undefined || to === issue[key]) continue;
    changes[key] = { from: issue[key] };
    issue[key] = to;
  }
  if (Object.keys(changes).length === 0) return;
  world.touch(issue);
  if ("body" in changes) {
    issue.editor = actor;
    issue.lastEditedAt = issue.updatedAt;
  }
  world.emit({ event: "issues", action: "edited", repository: issue.repository, issue, actor, changes });
}

function replaceLabels(world: World, actor: Actor, issue: Issue, labels: readonly Label[]): void {
  const about = { event: "issues", repository: issue.repository, issue, actor } as const;
  const gone = issue.labels.filter((label) => !labels.includes(label));
  const come = labels.filter((label) => !issue.labels.includes(label));
  issue.labels.splice(0, issue.labels.length, ...new Set(labels));
  if (gone.length + come.length > 0) world.touch(issue);
  for (const label of gone) world.emit({ ...about, action: "unlabeled", label });
  for (const label of come) world.emit({ ...about, action: "labeled", label });
}

function replaceAssignees(world: World, actor: Actor, issue: Issue, assignees: readonly User[]): void {
  const about = { event: "issues", repository: issue.repository, issue, actor } as const;
  const gone = issue.assignees.filter((user) => !assignees.includes(user));
  const come = assignees.filter((user) => !issue.assignees.includes(user));
  issue.assignees.splice(0, issue.assignees.length, ...new Set(assignees));
  if (gone.length + come.length > 0) world.touch(issue);
  for (const assignee of gone) world.emit({ ...about, action: "unassigned", assignee });
  for (const assignee of come) world.emit({ ...about, action: "assigned", assignee });
}

function setMilestone(world: World, actor: Actor, issue: Issue, milestone: Milestone | null): void {
  const before = issue.milestone;
  if (before === milestone) return;
  issue.milestone = milestone;
  world.touch(issue);
  const about = { event: "issues", repository: issue.repository, issue, actor } as const;
  if (before !== null) world.emit({ ...about, action: "demilestoned", milestone: before });
  if (milestone !== null) world.emit({ ...about, action: "milestoned", milestone });
}

/** Close an issue: its author, or triage and above. Closing a closed one changes its reason only. */
export function closeIssue(
  world: World,
  actor: Actor,
  issue: Issue,
  reason: Exclude<IssueStateReason, "REOPENED"> = "COMPLETED",
): Issue {
  const { repository } = issue;
  mustHaveRole(repository, actor, "triage", "CloseIssue", issue.author);
  mustBeWritable(repository);
  const wasOpen = !issue.closed;
  world.touch(issue);
  issue.stateReason = reason;
  if (!wasOpen) return issue;
  issue.state = "CLOSED";
  issue.closed = true;
  issue.closedAt = issue.updatedAt;
  issue.closedBy = actor;
  world.emit({ event: "issues", action: "closed", repository, issue, actor });
  return issue;
}

/** Open a closed issue again: its author, or triage and above. */
export function reopenIssue(world: World, actor: Actor, issue: Issue): Issue {
  const { repository } = issue;
  mustHaveRole(repository, actor, "triage", "ReopenIssue", issue.author);
  mustBeWritable(repository);
  if (!issue.closed) return issue;
  world.touch(issue);
  issue.state = "OPEN";
  issue.stateReason = "REOPENED";
  issue.closed = false;
  issue.closedAt = null;
  issue.closedBy = null;
  world.emit({ event: "issues", action: "reopened", repository, issue, actor });
  return issue;
}
