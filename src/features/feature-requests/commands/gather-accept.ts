import { UserError } from "../../../core/errors.ts";
import type { Milestone, PlannedIssue } from "../../../core/planning.ts";
import type { ReadsWithRequests } from "../reads.ts";
import type { Projects } from "../../../core/project.ts";
import { isSameName } from "../../../text/is-same-name.ts";
import { readAssignees, type AssigneeFacts } from "../../../issues/find-assignees.ts";
import { readAcceptOptions, type AcceptOptions } from "./accept-options.ts";
import { readForCommand, type RequestCommandContext, type CommandFacts } from "./request-context.ts";

/** What `/accept` has to know; what nobody asked for is not read, and undefined. */
export interface AcceptFacts extends CommandFacts {
  readonly options: AcceptOptions;
  readonly milestones: readonly Milestone[] | undefined;
  readonly labels: readonly string[] | undefined;
  readonly projects: Projects | undefined;
  readonly types: readonly string[] | undefined;
  readonly assignees: AssigneeFacts;
  /** The issue to adopt. */
  readonly adopted: PlannedIssue | undefined;
}

/** How it is written, also shown when it was written otherwise. */
export const acceptUsage =
  '/accept milestone:"<title>" due:<date> label:<name> assignee:@<login> project:"<title>" priority:<name> estimate:<number> issue:#<number>';

/** Read what there is of what was asked for. Each kind of thing is one request, and only where it is needed. */
export async function gatherAccept(context: RequestCommandContext, reads: ReadsWithRequests): Promise<AcceptFacts> {
  const options = readAcceptOptions(context.line, acceptUsage, {
    actor: context.actor.login,
    now: context.now,
    here: { repository: context.repository, url: context.thread.url },
  });
  const facts = await readForCommand(context, reads);
  const { repository } = context;
  const config = context.config["feature-requests"];
  const isNew = facts.stored?.issue === undefined && options.issue === undefined;
  const wants = {
    milestones: options.milestone !== undefined || (isNew && config.milestone === "next-by-due-date"),
    labels: options.labels.length > 0,
    projects: options.project !== undefined || (isNew && config.project !== undefined) || hasFields(options),
    types: options.type !== undefined || (isNew && config["issue-type"] !== undefined),
  };
  const { github } = reads;
  const [milestones, labels, projects, types, assignees, adopted] = await Promise.all([
    wants.milestones ? github.milestones(repository) : undefined,
    wants.labels ? github.labels(repository) : undefined,
    wants.projects ? github.projects(repository) : undefined,
    wants.types ? github.issueTypes(repository) : undefined,
    readAssignees(repository, options.assignees, github),
    options.issue === undefined ? undefined : github.findPlannedIssue(repository, options.issue),
  ]);
  return { ...facts, options, milestones, labels, projects, types, assignees, adopted };
}

/** The issue to adopt, if it can be. Throws a `UserError` that says why not. */
export function mustAdopt(
  { options: { issue: number }, adopted, stored }: AcceptFacts,
  home: string,
): PlannedIssue | undefined {
  if (number === undefined) return undefined;
  const link = stored?.issue;
  if (link && link.number !== number && stored.request.seen?.state !== "lost") {
    throw new UserError(`Issue ${link.number} tracks this request already, so issue ${number} cannot.`);
  }
  if (!adopted || adopted.convertedTo !== undefined) {
    throw new UserError(
      `There is no issue ${number} here, or it is a pull request. \`issue:\` takes the number of an open issue.`,
    );
  }
  if (!isSameName(adopted.repository, home)) {
    throw new UserError(`Issue ${number} was transferred to another repository, where I cannot follow it.`);
  }
  if (adopted.closed)
    throw new UserError(`Issue ${number} is closed. Reopen it first, or leave \`issue:\` out to make a new one.`);
  return adopted;
}

function hasFields({ status, estimate, fields }: AcceptOptions): boolean {
  return status !== undefined || estimate !== undefined || fields.length > 0;
}
