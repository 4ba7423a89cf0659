import { refusal } from "../../world/error-texts.ts";
import { headRepositoryOf, isCrossRepository } from "../../world/forks.ts";
import { findLabel } from "../../world/labels.ts";
import { findMilestone } from "../../world/milestones.ts";
import type { Issue, Label, Milestone, PullRequest, Repository } from "../../world/objects.ts";
import { hasRole } from "../../world/people.ts";
import { sameName } from "../../world/world.ts";
import { inOrder, toConnection, type Order, type PageArguments } from "../connection.ts";
import { mustMay, type Fields } from "../context.ts";
import { findRef } from "./git-objects.ts";
import { projectItemsFields, issueHierarchyFields } from "./issue-relations.ts";
import { linkFields, reactableFields, commentFields } from "./comment-fields.ts";

interface IssuesArguments extends PageArguments {
  readonly states?: readonly string[] | null;
  readonly labels?: readonly string[] | null;
  readonly orderBy?: Order | null;
  readonly filterBy?: IssueFilters | null;
}

/**
 * GitHub's `IssueFilters`, as far as they are emulated. All that is given must fit; those beside, like `states`, too.
 * https://docs.github.com/en/graphql/reference/input-objects#issuefilters
 */
interface IssueFilters {
  /** A login; null: nobody is assigned; `*`: somebody is. */
  readonly assignee?: string | null;
  /** Changed then or later. */
  readonly since?: string | null;
  readonly states?: readonly string[] | null;
}

const emulatedFilters: ReadonlySet<string> = new Set(["assignee", "since", "states"]);

/** The first filter that asks for something and is not emulated. GitHub's schema sets `viewerSubscribed` to false. */
function unknownFilter(filterBy: object): string | undefined {
  const asked = Object.entries(filterBy).filter(([key, value]) => key !== "viewerSubscribed" || value !== false);
  return asked.map(([key]) => key).find((it) => !emulatedFilters.has(it));
}

interface PullRequestsArguments extends IssuesArguments {
  readonly headRefName?: string | null;
  readonly baseRefName?: string | null;
}

/** A repository's fields about issues, pull requests, labels and milestones. */
export const repositoryIssueFields: Fields = {
  issues: (repository: Repository, args: IssuesArguments, context) => {
    mustMay(context, repository, "issues", "read");
    return toConnection(inOrder(repository.issues.filter(fitting(args)), args.orderBy), args, "issues");
  },
  issue: (repository: Repository, { number }: { readonly number: number }, context) => {
    mustMay(context, repository, "issues", "read");
    const found = repository.issues.find((issue) => issue.number === number);
    if (found === undefined) throw refusal("numberNotFound", { type: "an Issue", number });
    return found;
  },
  pullRequests: (repository: Repository, args: PullRequestsArguments, context) => {
    mustMay(context, repository, "pull_requests", "read");
    const wanted = repository.pullRequests.filter(
      (pull) =>
        fits(pull, args) &&
        (args.headRefName == null || pull.headRefName === args.headRefName) &&
        (args.baseRefName == null || pull.baseRefName === args.baseRefName),
    );
    return toConnection(inOrder(wanted, args.orderBy), args, "pullRequests");
  },
  pullRequest: (repository: Repository, { number }: { readonly number: number }, context) => {
    mustMay(context, repository, "pull_requests", "read");
    const found = repository.pullRequests.find((pull) => pull.number === number);
    if (found === undefined) throw refusal("numberNotFound", { type: "a PullRequest", number });
    return found;
  },
  labels: (
    repository: Repository,
    args: PageArguments & { readonly orderBy?: Order | null; readonly query?: string | null },
  ) => {
    const wanted = repository.labels.filter(
      ({ name }) => args.query == null || name.toLowerCase().includes(args.query.toLowerCase()),
    );
    return toConnection(inOrder(wanted, args.orderBy), args, "labels");
  },
  label: (repository: Repository, { name }: { readonly name: string }) => findLabel(repository, name) ?? null,
  milestones: (repository: Repository, args: IssuesArguments) =>
    toConnection(
      inOrder(
        repository.milestones.filter((one) => hasState(one, args)),
        args.orderBy,
      ),
      args,
      "milestones",
    ),
  milestone: (repository: Repository, { number }: { readonly number: number }) =>
    findMilestone(repository, number) ?? null,
};

function hasState({ state }: { readonly state: string }, { states }: IssuesArguments): boolean {
  return states == null || states.length === 0 || states.includes(state);
}

function fits(thread: Issue | PullRequest, args: IssuesArguments): boolean {
  const { labels } = args;
  if (!hasState(thread, args)) return false;
  return (
    labels == null || labels.length === 0 || labels.some((name) => thread.labels.some((label) => label.name === name))
  );
}

/** Whether an issue is one of those asked for. */
function fitting(args: IssuesArguments): (issue: Issue) => boolean {
  const { filterBy } = args;
  if (filterBy == null) return (issue) => fits(issue, args);
  const unknown = unknownFilter(filterBy);
  if (unknown !== undefined) throw refusal("searchNotEmulated", { what: `issues by filterBy.${unknown}` });
  const { states, since, assignee } = filterBy;
  return (issue) =>
    fits(issue, args) &&
    hasState(issue, states == null ? {} : { states }) &&
    (since == null || Date.parse(issue.updatedAt) >= Date.parse(since)) &&
    (assignee === undefined || hasAssignee(issue, assignee));
}

function hasAssignee({ assignees }: Issue, wanted: string | null): boolean {
  if (wanted === null) return assignees.length === 0;
  return wanted === "*" ? assignees.length > 0 : assignees.some(({ login }) => sameName(login, wanted));
}

/** What issues and pull requests share. */
const threadFields: Fields = {
  ...commentFields,
  ...reactableFields,
  ...projectItemsFields,
  comments: (thread: Issue | PullRequest, args: PageArguments & { readonly orderBy?: Order | null }) =>
    toConnection(inOrder(thread.comments, args.orderBy), args, "comments"),
  labels: (thread: Issue | PullRequest, args: PageArguments & { readonly orderBy?: Order | null }) =>
    toConnection(inOrder(thread.labels, args.orderBy), args, "labels"),
  assignees: (thread: Issue | PullRequest, args: PageArguments) => toConnection(thread.assignees, args, "assignees"),
  viewerCanUpdate: (thread: Issue | PullRequest, _args, { viewer }) =>
    thread.author === viewer.actor || hasRole(thread.repository, viewer.actor, "triage"),
};

export const issueFields: Fields = {
  ...threadFields,
  ...issueHierarchyFields,
};

export const pullRequestFields: Fields = {
  ...threadFields,
  headRef: async (pull: PullRequest, _args, { world }) => {
    const from = headRepositoryOf(pull);
    return (from && (await findRef(world, from, `refs/heads/${pull.headRefName}`))) ?? null;
  },
  headRepository: (pull: PullRequest) => headRepositoryOf(pull),
  headRepositoryOwner: (pull: PullRequest) => headRepositoryOf(pull)?.owner ?? null,
  baseRepository: ({ repository }: PullRequest) => repository,
  isCrossRepository: (pull: PullRequest) => isCrossRepository(pull),
};

export const issueCommentFields: Fields = {
  ...commentFields,
  ...reactableFields,
  pullRequest: ({ issue }: { readonly issue: Issue | PullRequest }) =>
    issue.__typename === "PullRequest" ? issue : null,
  repository: ({ issue }: { readonly issue: Issue | PullRequest }) => issue.repository,
};

export const labelFields: Fields = {
  ...linkFields,
  issues: ({ repository, ...label }: Label, args: IssuesArguments) =>
    toConnection(
      repository.issues.filter((issue) => fits(issue, { ...args, labels: [label.name] })),
      args,
      "issues",
    ),
};

export const milestoneFields: Fields = {
  ...linkFields,
  closed: ({ state }: Milestone) => state === "CLOSED",
  issues: (milestone: Milestone, args: IssuesArguments) => {
    const isWanted = fitting(args);
    const wanted = milestone.repository.issues.filter((issue) => issue.milestone === milestone && isWanted(issue));
    return toConnection(inOrder(wanted, args.orderBy), args, "issues");
  },
  progressPercentage: (milestone: Milestone) => {
    const all = milestone.repository.issues.filter((issue) => issue.milestone === milestone);
    return all.length === 0 ? 0 : (100 * all.filter(({ closed }) => closed).length) / all.length;
  },
};
