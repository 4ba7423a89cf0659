import { UserError } from "../../../../core/errors.ts";
import type { TrackedIssue } from "../../../../core/issue-tracking.ts";
import { readAssignees } from "../../../../issues/assignees.ts";
import { isSameName } from "../../../../text/is-same-name.ts";
import { adoptedIsClosed, adoptedWasTransferred, noIssueToAdopt, trackedByAnother } from "../../messages/refusals.ts";
import type { PlanningFacts } from "../../planning/reckon-impact.ts";
import type { ReadsWithRequests } from "../../store/request-records.ts";
import { readForCommand, type RequestCommandContext } from "../request-context.ts";
import type { AcceptedFacts } from "./accepted-facts.ts";
import { gatherPlanning } from "./gather-planning.ts";
import { readAcceptOptions, type AcceptOptions } from "./options.ts";

/** What `/accept` is decided by. */
export interface AcceptFacts extends AcceptedFacts {
  /** What is reckoned by; undefined where nobody wants that, or nothing is planned. */
  readonly planning?: PlanningFacts;
}

/** Reads the options, and what the repository has of what they name. Each kind of thing is one request, made only where it is needed. */
export async function gatherAccept(context: RequestCommandContext, reads: ReadsWithRequests): Promise<AcceptFacts> {
  const options = readAcceptOptions(context.line, {
    actor: context.actor.login,
    now: context.now,
    here: { repository: context.repository, url: context.thread.url },
  });
  const facts = await readForCommand(context, reads);
  const { repository } = context;
  const config = context.config["feature-requests"];
  const isNew = facts.stored?.issue === undefined && options.issue === undefined;
  const mayGoOnBoard = isNew || config.planning.forecast === "on";
  const isNeeded = {
    milestones: options.milestone !== undefined || (isNew && config.milestone === "next-by-due-date"),
    labels: options.labels.length > 0,
    projects: options.project !== undefined || (mayGoOnBoard && config.project !== undefined) || hasFields(options),
    types: options.type !== undefined || (isNew && config["issue-type"] !== undefined),
  };
  const { github } = reads;
  const [milestones, labels, projects, types, assignees, adopted] = await Promise.all([
    isNeeded.milestones ? github.milestones(repository) : undefined,
    isNeeded.labels ? github.labels(repository) : undefined,
    isNeeded.projects ? github.projects(repository) : undefined,
    isNeeded.types ? github.issueTypes(repository) : undefined,
    readAssignees(repository, options.assignees, github),
    options.issue === undefined ? undefined : github.findTrackedIssue(repository, options.issue),
  ]);
  const found = { ...facts, options, milestones, labels, projects, types, assignees, adopted };
  const planning = await gatherPlanning(context, found, reads);
  return { ...found, ...(planning && { planning }) };
}

/** The issue to adopt, if it can be. Throws a `UserError` that says why not. */
export function mustBeAdoptable(
  { options: { issue: number }, adopted, stored }: AcceptFacts,
  home: string,
): TrackedIssue | undefined {
  if (number === undefined) return undefined;
  const link = stored?.issue;
  if (link && link.number !== number && stored.request.seen?.state !== "lost") {
    throw new UserError(trackedByAnother(link.number, number));
  }
  if (!adopted || adopted.convertedTo !== undefined) throw new UserError(noIssueToAdopt(number));
  if (!isSameName(adopted.repository, home)) throw new UserError(adoptedWasTransferred(number));
  if (adopted.closed) throw new UserError(adoptedIsClosed(number));
  return adopted;
}

function hasFields({ status, estimate, fields }: AcceptOptions): boolean {
  return status !== undefined || estimate !== undefined || fields.length > 0;
}
