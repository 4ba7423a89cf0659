import type { RepositoryRef } from "../../core/discussion.ts";
import { RefusedError } from "../../core/errors.ts";
import type { ClosedWork, EstimateField, PlannedIssue, PlannedWork } from "../../core/planned-work.ts";
import { present } from "../discussions/to-discussion.ts";
import {
  AssignedWork,
  ClosedWork as ReadClosedWork,
  MilestoneWork,
  type PlannedIssueFieldsFragment,
} from "../generated/documents.ts";
import type { GitHubClients } from "../github-clients.ts";
import { toCloseReason } from "../issues/find-issue.ts";
import { isOursBy } from "../own-account.ts";
import { readSomePages } from "../read-pages.ts";

/** Of a hundred issues each: what a plan is reckoned by is bounded, and a reader of it learns that there is more. */
export const maxPages = 5;

const needs = "issues: read";

/** Asks for one page of issues. */
type Ask = Parameters<typeof readSomePages<PlannedIssueFieldsFragment>>[0];

/** Open issues of a milestone. 1 point for each hundred; twice that where we may not read boards. */
export async function milestoneWork(
  clients: GitHubClients,
  repository: RepositoryRef,
  milestone: number,
  estimates?: EstimateField,
): Promise<PlannedWork> {
  const { installation, owner, name } = repository;
  const operation = { doing: `read a milestone of ${owner}/${name}`, needs };
  return readWork(clients, repository, estimates, (fields) => async (page) => {
    const variables = { owner, name, milestone, ...fields, ...page };
    const answer = await clients.graphql(installation, MilestoneWork, variables, operation);
    return answer.repository?.milestone?.issues;
  });
}

/** Open issues somebody is assigned to. 1 point for each hundred; twice that where we may not read boards. */
export async function assignedWork(
  clients: GitHubClients,
  repository: RepositoryRef,
  login: string,
  estimates?: EstimateField,
): Promise<PlannedWork> {
  const { installation, owner, name } = repository;
  const operation = { doing: `read what people are assigned to in ${owner}/${name}`, needs };
  return readWork(clients, repository, estimates, (fields) => async (page) => {
    const variables = { owner, name, login, ...fields, ...page };
    return (await clients.graphql(installation, AssignedWork, variables, operation)).repository?.issues;
  });
}

/**
 * Issues closed since then. GitHub can neither sort nor filter them by that day
 * (https://docs.github.com/en/graphql/reference/enums#issueorderfield), so they are read by their last change, the latest
 * first, until that is older: whatever was closed later was changed later as well. Where there are too many to read all,
 * this holds from the last change of the last one read. 1 point for each hundred; twice that where we may not read boards.
 */
export async function closedWork(
  clients: GitHubClients,
  repository: RepositoryRef,
  since: Date,
  estimates?: EstimateField,
): Promise<ClosedWork> {
  const { installation, owner, name } = repository;
  const operation = { doing: `read what was closed in ${owner}/${name}`, needs };
  let lastChange = since;
  const { issues, isAll } = await readWork(clients, repository, estimates, (fields) => async (page) => {
    const variables = { owner, name, since: since.toISOString(), ...fields, ...page };
    const answer = await clients.graphql(installation, ReadClosedWork, variables, operation);
    const found = answer.repository?.issues;
    lastChange = new Date(present(found?.nodes).at(-1)?.updatedAt ?? since);
    return found;
  });
  const completeSince = isAll ? since : lastChange;
  const isWithin = ({ closedAt }: PlannedIssue) => closedAt !== undefined && closedAt >= completeSince;
  return { issues: issues.filter(isWithin), isAll, completeSince };
}

/** With estimates where they are asked for and we may read boards; the rest counts without, too. */
async function readWork(
  clients: GitHubClients,
  { installation }: RepositoryRef,
  estimates: EstimateField | undefined,
  askWith: (fields: { readonly estimate: string; readonly withEstimates: boolean }) => Ask,
): Promise<PlannedWork> {
  const read = async (withEstimates: boolean) => {
    const ask = askWith({ estimate: estimates?.field ?? "", withEstimates });
    return readSomePages(ask, maxPages);
  };
  const { nodes, isAll } = await read(estimates !== undefined).catch((error: unknown) => {
    if (estimates && error instanceof RefusedError && error.reason === "permission") return read(false);
    throw error;
  });
  const isOurs = isOursBy(await clients.own(installation));
  // An issue that is changed while pages are read may come twice.
  const byNumber = new Map(nodes.map((it) => [it.number, toPlannedIssue(it, estimates, isOurs(it))]));
  return { issues: [...byNumber.values()], isAll };
}

function toPlannedIssue(
  from: PlannedIssueFieldsFragment,
  estimates: EstimateField | undefined,
  isOurs: boolean,
): PlannedIssue {
  const closed = toCloseReason(from);
  const place = present(from.projectItems?.nodes).find(({ project }) => project.id === estimates?.project);
  return {
    number: from.number,
    openedAt: new Date(from.createdAt),
    ...(closed && { closed }),
    ...(from.closedAt !== null && { closedAt: new Date(from.closedAt) }),
    isByBot: from.author?.__typename === "Bot" && !isOurs,
    ...toEstimate(place?.fieldValueByName),
  };
}

/** A board takes any number; a negative one is no estimate. */
export function toEstimate(value: object | null | undefined): { readonly estimate?: number } {
  const number = value && "number" in value ? value.number : undefined;
  return typeof number === "number" && Number.isFinite(number) && number >= 0 ? { estimate: number } : {};
}
