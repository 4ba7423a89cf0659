import { UserError } from "../../../../core/errors.ts";
import type { MilestoneSpec } from "../../../../core/issue-tracking.ts";
import type { FieldSetting, Project } from "../../../../core/project.ts";
import { findField, hasField } from "../../../../issues/project-fields.ts";
import { findLabels } from "../../../../issues/labels.ts";
import { findMilestone, nextMilestone } from "../../../../issues/milestones.ts";
import { findProject } from "../../../../issues/projects.ts";
import { noSuch } from "../../../../issues/refusals.ts";
import { toPriority } from "../../../../issues/priorities.ts";
import { findLoosely } from "../../../../text/find-loosely.ts";
import { isSlip } from "../../../../text/is-slip.ts";
import { nearestFirst } from "../../../../text/nearest-first.ts";
import { noSuchOption } from "../../../../text/read-options.ts";
import type { FeatureRequestsConfig } from "../../config.ts";
import { unknownStatus, unknownType, unseenProject } from "../../messages/not-set.ts";
import { statusWithoutProject } from "../../messages/refusals.ts";
import type { AcceptedFacts } from "./accepted-facts.ts";
import { acceptOptionNames } from "./options.ts";

/** What the issue gets. All of it exists, but for `notSet`: what the config names and the repository does not have, in words. */
export interface IssueSpec {
  readonly milestone: MilestoneSpec | undefined;
  readonly labels: readonly string[];
  readonly type: string | undefined;
  readonly project: Project | undefined;
  readonly fields: readonly FieldSetting[];
  readonly notSet: readonly string[];
}

/**
 * What the options of `/accept` name and what the config adds to a new issue. An option that names nothing throws a
 * `UserError`; a setting that names nothing must not keep a maintainer from deciding, and is noted.
 */
export function toIssueSpec(facts: AcceptedFacts, config: FeatureRequestsConfig, isNew: boolean, now: Date): IssueSpec {
  const { options } = facts;
  const { project, notSet: noProject } = projectOf(facts, config, isNew);
  const { type, notSet: noType } = typeOf(facts, config, isNew);
  const priority = options.priority === undefined ? {} : toPriority(options.priority, project, config, now);
  const first =
    isNew && options.status === undefined
      ? firstStatus(project, config, options.project, now)
      : { fields: [], notSet: [] };
  const { labels: known = [], milestones = [] } = facts;
  const byDefault = isNew && config.milestone === "next-by-due-date" ? nextMilestone(milestones, now) : undefined;
  return {
    milestone:
      options.milestone === undefined
        ? byDefault
        : findMilestone(milestones, options.milestone, {
            mayCreate: config["create-milestones"],
            ...(options.due !== undefined && { due: options.due }),
          }),
    labels: [
      ...new Set([
        ...(isNew ? config["issue-labels"] : []),
        ...findLabels(known, options.labels),
        ...(priority.label === undefined ? [] : [priority.label]),
      ]),
    ],
    type,
    project,
    fields: [...first.fields, ...(priority.field ? [priority.field] : []), ...fieldsOf(facts, project, config, now)],
    notSet: [...noProject, ...noType, ...first.notSet],
  };
}

function projectOf(
  { options, projects }: AcceptedFacts,
  { project: configured }: FeatureRequestsConfig,
  isNew: boolean,
) {
  if (options.project !== undefined && projects) return { project: findProject(projects, options.project), notSet: [] };
  const isWanted = isNew || options.status !== undefined || options.estimate !== undefined || options.fields.length > 0;
  if (configured === undefined || !projects || !isWanted) return { project: undefined, notSet: [] };
  try {
    return { project: findProject(projects, configured), notSet: [] };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { project: undefined, notSet: [unseenProject(configured)] };
  }
}

function typeOf({ options, types = [] }: AcceptedFacts, config: FeatureRequestsConfig, isNew: boolean) {
  const wanted = options.type ?? (isNew ? config["issue-type"] : undefined);
  if (wanted === undefined) return { type: undefined, notSet: [] };
  const type = findLoosely(types, wanted, String);
  if (type !== undefined) return { type, notSet: [] };
  if (options.type === undefined) return { type: undefined, notSet: [unknownType(wanted)] };
  throw new UserError(noSuch("type", wanted, nearestFirst(types, wanted, String)));
}

/** The status that the config gives a request that was just accepted. */
function firstStatus(
  project: Project | undefined,
  { fields, project: configured, "project-status": status }: FeatureRequestsConfig,
  named: string | undefined,
  now: Date,
) {
  if (!project || status === undefined) return { fields: [], notSet: [] };
  try {
    return { fields: [findField(project, fields.status, status, now)], notSet: [] };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    // As a person wrote it: not everybody may see the project's own title.
    return { fields: [], notSet: [unknownStatus(fields.status, status, named ?? configured ?? "")] };
  }
}

function fieldsOf(
  { options }: AcceptedFacts,
  project: Project | undefined,
  config: FeatureRequestsConfig,
  now: Date,
): FieldSetting[] {
  const [other] = options.fields;
  if (!project) {
    if (other) throw new UserError(noSuchOption("accept", other.key, acceptOptionNames));
    if (options.status === undefined) return [];
    throw new UserError(statusWithoutProject);
  }
  const { fields } = config;
  const set = (name: string, value: string | undefined) =>
    value === undefined ? [] : [findField(project, name, value, now)];
  return [
    ...set(fields.status, options.status),
    ...(hasField(project, fields.due) ? set(fields.due, options.due) : []),
    ...(hasField(project, fields.estimate) ? set(fields.estimate, options.estimate) : []),
    ...options.fields.flatMap(({ key, value }) => set(mustBeField(project, key), value)),
  ];
}

/** A misspelt option of the command is not taken for a field of the project. */
function mustBeField(project: Project, key: string): string {
  if (hasField(project, key) || !acceptOptionNames.some((it) => isSlip(key, it))) return key;
  throw new UserError(noSuchOption("accept", key, acceptOptionNames));
}
