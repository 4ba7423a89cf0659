import type { RestAnswer } from "../../request-context.ts";
import { GitHubError } from "../../world/errors.ts";
import { refusal, validationFailed } from "../../world/error-texts.ts";
import { closeIssue, editIssue, openIssue, reopenIssue, type NewIssue } from "../../world/issues.ts";
import { findLabel } from "../../world/labels.ts";
import { findMilestone } from "../../world/milestones.ts";
import type { Actor, Issue, Label, PullRequest, Repository } from "../../world/objects.ts";
import { hasRole } from "../../world/people.ts";
import { mustBeAssignable } from "../../world/assignees.ts";
import { sameName } from "../../world/world.ts";
import { created, ok, paged } from "../answers.ts";
import {
  mustFind,
  numberIn,
  repositoryOperation,
  type RestOperation,
  type RepositoryRequest,
} from "../rest-operation.ts";
import { toIssue } from "../shapes/issue.ts";
import { answerForFormerIssue } from "./former-issues.ts";

/** Issues; in lists, pull requests are issues too. */
export const issueOperations: readonly RestOperation[] = [
  repositoryOperation(
    "GET /repos/{owner}/{repo}/issues",
    "issues=read",
    "issues/issues#list-repository-issues",
    listIssues,
  ),
  repositoryOperation(
    "POST /repos/{owner}/{repo}/issues",
    "issues=write",
    "issues/issues#create-an-issue",
    createIssue,
  ),
  repositoryOperation(
    "GET /repos/{owner}/{repo}/issues/{issue_number}",
    "issues=read; pull_requests=read",
    "issues/issues#get-an-issue",
    (request) => answerForFormerIssue(request) ?? ok(toIssue(request.world, findThread(request))),
  ),
  repositoryOperation(
    "PATCH /repos/{owner}/{repo}/issues/{issue_number}",
    "issues=write; pull_requests=write",
    "issues/issues#update-an-issue",
    (request) => answerForFormerIssue(request) ?? updateIssue(request),
  ),
];

/** The issue or pull request of the path's `{issue_number}`; 404 where there is none. */
export function findThread(request: RepositoryRequest): Issue | PullRequest {
  const number = numberIn(request, "issue_number");
  const { issues, pullRequests } = request.repository;
  return mustFind([...issues, ...pullRequests].find((thread) => thread.number === number));
}

/** The labels of these names; those that do not exist are made where `maker` may, as GitHub does. */
export function findLabels(request: RepositoryRequest, names: readonly string[]): Label[] {
  return names.map((name) => {
    const known = findLabel(request.repository, name);
    if (known !== undefined) return known;
    const { world, repository } = request;
    const label = world.register<Label>({
      ...world.stamp("Label", repository),
      repository,
      name,
      color: "ededed",
      description: null,
      isDefault: false,
    });
    repository.labels.push(label);
    world.emit({ event: "label", action: "created", repository, label, actor: request.viewer.actor });
    return label;
  });
}

function listIssues(request: RepositoryRequest): RestAnswer {
  const { world, repository, query } = request;
  const by = query.get("sort") === "updated" ? "updatedAt" : "createdAt";
  const order = query.get("direction") === "asc" ? 1 : -1;
  const threads = [...repository.issues, ...repository.pullRequests].filter((thread) => isWanted(thread, query));
  const sorted = threads.toSorted(
    (left, right) => order * (compareText(left[by], right[by]) || left.number - right.number),
  );
  const shown =
    query.get("sort") === "comments"
      ? sorted.toSorted((left, right) => order * (left.comments.length - right.comments.length))
      : sorted;
  return paged(request, shown, (thread) => toIssue(world, thread));
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}

function isWanted(thread: Issue | PullRequest, query: URLSearchParams): boolean {
  const state = query.get("state") ?? "open";
  const labels = (query.get("labels") ?? "").split(",").filter(Boolean);
  const since = query.get("since");
  return (
    (state === "all" || state === (thread.state === "OPEN" ? "open" : "closed")) &&
    labels.every((name) => thread.labels.some((label) => sameName(label.name, name))) &&
    (since === null || Date.parse(thread.updatedAt) >= Date.parse(since)) &&
    hasMilestone(thread, query.get("milestone")) &&
    hasLogin(thread.author?.login, query.get("creator")) &&
    (query.get("assignee") === null || thread.assignees.some((one) => hasLogin(one.login, query.get("assignee"))))
  );
}

function hasMilestone(thread: Issue | PullRequest, wanted: string | null): boolean {
  if (wanted === null) return true;
  if (wanted === "*") return thread.milestone !== null;
  return wanted === "none" ? thread.milestone === null : thread.milestone?.number === Number(wanted);
}

function hasLogin(login: string | undefined, wanted: string | null): boolean {
  return wanted === null || (login !== undefined && sameName(login, wanted.replace(/\[bot\]$/u, "")));
}

/** Without push access labels, milestone, assignees and type are dropped without a word (GitHub's description says so). */
function createIssue(request: RepositoryRequest): RestAnswer {
  const { world, viewer, repository, input } = request;
  if (!repository.hasIssuesEnabled) throw refusal("issuesDisabled");
  const title = input.text("title");
  const body = input.optionalText("body") ?? "";
  const parts = maySetIssueParts(viewer.actor, repository) ? partsOf(request) : {};
  const issue = openIssue(world, viewer.actor, repository, { title, body, ...parts });
  return created(toIssue(world, issue));
}

function maySetIssueParts(actor: Actor, repository: Repository): boolean {
  return hasRole(repository, actor, "triage");
}

function partsOf(request: RepositoryRequest): Partial<NewIssue> {
  const { input, repository, world } = request;
  const labels = input.optionalTexts("labels");
  const milestone = input.has("milestone") ? toMilestone(request) : undefined;
  const assignees = input.optionalTexts("assignees") ?? single(input.optionalText("assignee"));
  const owner = repository.owner.__typename === "Organization" ? repository.owner : undefined;
  const type = input.nullableText("type");
  const issueType = type === null ? null : owner?.issueTypes.find((each) => each.name === type);
  return {
    ...(labels === undefined ? {} : { labels: findLabels(request, labels) }),
    ...(milestone === undefined ? {} : { milestone }),
    ...(assignees === undefined ? {} : { assignees: mustBeAssignable(world, repository, assignees) }),
    ...(issueType === undefined ? {} : { issueType }),
  };
}

function single(text: string | undefined): string[] | undefined {
  return text === undefined ? undefined : [text];
}

function toMilestone({ input, repository }: RepositoryRequest): NewIssue["milestone"] {
  const number = input.optionalNumber("milestone");
  if (number === undefined) return null;
  const milestone = findMilestone(repository, number);
  if (milestone !== undefined) return milestone;
  const details = [{ resource: "Issue", field: "milestone", code: "invalid" as const, value: number }];
  throw validationFailed(...details);
}

function updateIssue(request: RepositoryRequest): RestAnswer {
  const { world, viewer, input } = request;
  const thread = findThread(request);
  // Pull requests have an operation of their own for this.
  if (thread.__typename === "PullRequest")
    throw new GitHubError("NOT_EMULATED", "NOT_EMULATED updating a pull request as an issue", 501);
  const title = input.optionalText("title");
  const body = input.nullableText("body");
  const wanted: Partial<NewIssue> = {
    ...(title === undefined ? {} : { title }),
    ...(body === undefined ? {} : { body: body ?? "" }),
    ...(maySetIssueParts(viewer.actor, request.repository) ? partsOf(request) : {}),
  };
  if (Object.keys(wanted).length > 0) editIssue(world, viewer.actor, thread, wanted);
  changeState(request, thread);
  return ok(toIssue(world, thread));
}

function changeState({ world, viewer, input }: RepositoryRequest, issue: Issue): void {
  const state = input.optionalText("state");
  if (state === "open") reopenIssue(world, viewer.actor, issue);
  if (state !== "closed") return;
  const reasons = { not_planned: "NOT_PLANNED", duplicate: "DUPLICATE", completed: "COMPLETED" } as const;
  const reason = input.optionalText("state_reason");
  const known = reason === "not_planned" || reason === "duplicate" ? reason : "completed";
  closeIssue(world, viewer.actor, issue, reasons[known]);
}
