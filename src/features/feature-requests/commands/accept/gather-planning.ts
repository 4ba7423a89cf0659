import type { RepositoryRef } from "../../../../core/discussion.ts";
import { RefusedError, UserError } from "../../../../core/errors.ts";
import type { EstimateField, PlannedWorkReads } from "../../../../core/planned-work.ts";
import type { Project, ProjectField } from "../../../../core/project.ts";
import { findProject } from "../../../../issues/projects.ts";
import { findLoosely } from "../../../../text/find-loosely.ts";
import type { FeatureRequestsConfig } from "../../config.ts";
import type { PlanningFacts, RequestedWork } from "../../planning/reckon-impact.ts";
import { paceSince } from "../../planning/weekly-pace.ts";
import type { ReadsWithRequests } from "../../store/request-records.ts";
import type { RequestCommandContext } from "../request-context.ts";
import type { AcceptedFacts } from "./accepted-facts.ts";
import { toIssueSpec, type IssueSpec } from "./issue-spec.ts";

type IterationField = Extract<ProjectField, { readonly type: "iteration" }>;

/** A milestone to be, as far as it is one already: by its number. */
interface WantedMilestone {
  readonly number?: number;
  readonly title: string;
  readonly due?: string;
}

/** The board that counts, and its fields that do; `isHidden`: it has some, and nothing of them may be told. */
interface CountedBoard {
  readonly project?: Project;
  readonly estimates?: EstimateField;
  readonly iteration?: IterationField;
  readonly isHidden: boolean;
}

/**
 * Reads what `/accept` means for the plan. Up to 5 points for the milestone, 5 for what was closed, 5 for each assignee
 * and 5 for the board, 1 each in most projects; none where nothing is planned, nor where the command is refused anyway.
 */
export async function gatherPlanning(
  { repository, config: { "feature-requests": config }, now }: RequestCommandContext,
  facts: AcceptedFacts,
  { github }: Pick<ReadsWithRequests, "github">,
): Promise<PlanningFacts | undefined> {
  const spec = config.planning.forecast === "on" ? specUnlessRefused(facts, config, now) : undefined;
  if (!spec) return undefined;
  const counted = boardOf(spec, facts, config);
  const { project, estimates, iteration, isHidden } = counted;
  const wanted = milestoneOf(spec, facts);
  const [milestone, closed, board, ...people] = await Promise.all([
    wanted && readMilestone(repository, wanted, estimates, github),
    wanted && github.closedWork(repository, paceSince(now), estimates),
    project && iteration && readBoard(repository, project, iteration, { config, github }),
    ...assigneesOf(facts).map(async (login) => {
      return { login, work: await github.assignedWork(repository, login, estimates) };
    }),
  ]);
  const untoldBoard = isHidden ? "hidden" : board && !board.work.isAll ? "too-big" : undefined;
  return {
    ...(milestone && { milestone }),
    ...(closed && { closed }),
    people,
    ...(board && untoldBoard === undefined && { board }),
    ...(untoldBoard && { untoldBoard }),
    issue: requestedWork(facts, spec, counted),
  };
}

async function readMilestone(
  repository: RepositoryRef,
  { number, title, due }: WantedMilestone,
  estimates: EstimateField | undefined,
  github: PlannedWorkReads,
): Promise<NonNullable<PlanningFacts["milestone"]>> {
  const none = { issues: [], isAll: true };
  const work = number === undefined ? none : await github.milestoneWork(repository, number, estimates);
  return { title, ...(due !== undefined && { due }), work };
}

/** Undefined without the permission for boards, which are an optional extra: the rest is told without. */
async function readBoard(
  repository: RepositoryRef,
  { id }: Project,
  field: IterationField,
  { config, github }: { readonly config: FeatureRequestsConfig; readonly github: PlannedWorkReads },
): Promise<PlanningFacts["board"]> {
  try {
    const names = { iteration: field.name, estimate: config.fields.estimate };
    return { field, work: await github.boardWork(repository, id, names) };
  } catch (error) {
    if (error instanceof RefusedError && error.reason === "permission") return undefined;
    throw error;
  }
}

/** The board that is named or configured, and which of its fields are read: none where not everybody may see it. */
function boardOf(
  spec: IssueSpec,
  facts: AcceptedFacts,
  { project: configured, fields: names }: FeatureRequestsConfig,
): CountedBoard {
  const project = spec.project ?? configuredProject(facts, configured);
  if (!project) return { isHidden: false };
  const { id, fields, isShown } = project;
  const estimate = findLoosely(fields, names.estimate, ({ name }) => name);
  const iteration = fields.find((it) => it.type === "iteration");
  const hasEstimates = estimate?.type === "number";
  if (!isShown) return { isHidden: hasEstimates || iteration !== undefined };
  return {
    project,
    ...(hasEstimates && { estimates: { project: id, field: estimate.name } }),
    ...(iteration && { iteration }),
    isHidden: false,
  };
}

/** Undefined where an option names what does not exist: deciding refuses the command, in its own words. */
function specUnlessRefused(facts: AcceptedFacts, config: FeatureRequestsConfig, now: Date): IssueSpec | undefined {
  const link = facts.issue?.state === "lost" ? undefined : facts.stored?.issue;
  try {
    return toIssueSpec(facts, config, !link && !facts.adopted, now);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return undefined;
  }
}

/** The board of the config, where the command names none and the issue is there already. */
function configuredProject({ projects }: AcceptedFacts, configured: string | undefined): Project | undefined {
  if (configured === undefined || !projects) return undefined;
  try {
    return findProject(projects, configured);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return undefined;
  }
}

/** The milestone that is named or set, or the one that the issue is in already. */
function milestoneOf({ milestone }: IssueSpec, facts: AcceptedFacts): WantedMilestone | undefined {
  // Elsewhere, its number is that of another milestone.
  const present = facts.issue?.movedTo === undefined ? facts.issue?.milestone : undefined;
  if (!milestone) return present ?? facts.adopted?.milestone;
  return facts.milestones?.find(({ number }) => number === milestone.number) ?? milestone;
}

/** Whom the command proposes. People who may not be assigned make deciding refuse the command. */
function assigneesOf({ assignees: { logins, refused } }: AcceptedFacts): readonly string[] {
  return refused.length === 0 ? logins : [];
}

/** The estimate counts where the others' do. */
function requestedWork(
  { options, stored, adopted, issue }: AcceptedFacts,
  { fields }: IssueSpec,
  { estimates, iteration }: CountedBoard,
): RequestedWork {
  const number = issue?.state === "lost" ? undefined : (stored?.issue?.number ?? adopted?.number);
  const estimate = estimates && options.estimate !== undefined ? Number(options.estimate) : Number.NaN;
  const value = fields.find(({ id }) => id === iteration?.id)?.value;
  return {
    ...(number !== undefined && { number }),
    ...(Number.isFinite(estimate) && estimate >= 0 && { estimate }),
    ...(value?.type === "iteration" && { iteration: value.iteration }),
  };
}
