import { UserError } from "../../../core/errors.ts";
import type { FieldSetting, Project } from "../../../core/project.ts";
import type { MilestoneSpec } from "../../../core/planning.ts";
import { noSuch } from "../../../issues/refusals.ts";
import { findLoosely } from "../../../text/find-loosely.ts";
import { isSlip } from "../../../text/is-slip.ts";
import { noSuchOption } from "../../../text/read-options.ts";
import { nearestFirst } from "../../../text/nearest-first.ts";
import type { FeatureRequestsConfig } from "../config.ts";
import { findBoard } from "../../../issues/find-project.ts";
import { findField, hasField } from "../../../issues/find-field.ts";
import { findLabels } from "../../../issues/find-labels.ts";
import { toPriority } from "../../../issues/to-priority.ts";
import { findMilestone, nextMilestone } from "../../../issues/find-milestone.ts";
import { acceptOptionNames } from "./accept-options.ts";
import type { AcceptFacts } from "./gather-accept.ts";

/** What an issue should have, all of which there is; and what the config wants and there is not. */
export interface Wishes {
  readonly milestone: MilestoneSpec | undefined;
  readonly labels: readonly string[];
  readonly type: string | undefined;
  readonly board: Project | undefined;
  readonly fields: readonly FieldSetting[];
  readonly notSet: readonly string[];
}

/**
 * What `/accept` asked for and what the config adds to a new issue. A person is told what is wrong by a `UserError`; a
 * slip in the config must not keep a maintainer from deciding, and is noted.
 */
export function toWishes(facts: AcceptFacts, config: FeatureRequestsConfig, isNew: boolean, now: Date): Wishes {
  const { options } = facts;
  const { board, notSet: noBoard } = boardOf(facts, config, isNew);
  const { type, notSet: noType } = typeOf(facts, config, isNew);
  const priority = options.priority === undefined ? {} : toPriority(options.priority, board, config, now);
  const first =
    isNew && options.status === undefined
      ? firstStatus(board, config, options.project, now)
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
    board,
    fields: [...first.fields, ...(priority.field ? [priority.field] : []), ...fieldsOf(facts, board, config, now)],
    notSet: [...noBoard, ...noType, ...first.notSet],
  };
}

function boardOf({ options, projects }: AcceptFacts, { project }: FeatureRequestsConfig, isNew: boolean) {
  if (options.project !== undefined && projects) return { board: findBoard(projects, options.project), notSet: [] };
  const isWanted = isNew || options.status !== undefined || options.estimate !== undefined || options.fields.length > 0;
  if (project === undefined || !projects || !isWanted) return { board: undefined, notSet: [] };
  try {
    return { board: findBoard(projects, project), notSet: [] };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { board: undefined, notSet: [`a place in project ${project}, which I cannot see`] };
  }
}

function typeOf({ options, types = [] }: AcceptFacts, config: FeatureRequestsConfig, isNew: boolean) {
  const wanted = options.type ?? (isNew ? config["issue-type"] : undefined);
  if (wanted === undefined) return { type: undefined, notSet: [] };
  const type = findLoosely(types, wanted, String);
  if (type !== undefined) return { type, notSet: [] };
  if (options.type === undefined)
    return { type: undefined, notSet: [`type ${wanted}, which the organization does not have`] };
  throw new UserError(noSuch("issue type", wanted, nearestFirst(types, wanted, String)));
}

/** The status that the config gives what was just accepted. */
function firstStatus(
  board: Project | undefined,
  { fields, project, "project-status": status }: FeatureRequestsConfig,
  named: string | undefined,
  now: Date,
) {
  if (!board || status === undefined) return { fields: [], notSet: [] };
  try {
    return { fields: [findField(board, fields.status, status, now)], notSet: [] };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    // As a person wrote it: the board's own title is not for everybody to know.
    const title = named ?? project ?? "";
    return { fields: [], notSet: [`${fields.status} ${status} in project ${title}, which does not have it`] };
  }
}

function fieldsOf(
  { options }: AcceptFacts,
  board: Project | undefined,
  config: FeatureRequestsConfig,
  now: Date,
): FieldSetting[] {
  const [other] = options.fields;
  if (!board) {
    if (other) throw new UserError(noSuchOption("accept", other.key, acceptOptionNames));
    if (options.status === undefined) return [];
    throw new UserError('`status:` is set on a board, and none was named: add `project:"<title>"`.');
  }
  const { fields } = config;
  const set = (name: string, value: string | undefined) =>
    value === undefined ? [] : [findField(board, name, value, now)];
  return [
    ...set(fields.status, options.status),
    ...(hasField(board, fields.due) ? set(fields.due, options.due) : []),
    ...(hasField(board, fields.estimate) ? set(fields.estimate, options.estimate) : []),
    ...options.fields.flatMap(({ key, value }) => set(mustBeField(board, key), value)),
  ];
}

/** A slip of the command's own options is none of the board's fields. */
function mustBeField(board: Project, key: string): string {
  if (hasField(board, key) || !acceptOptionNames.some((it) => isSlip(key, it))) return key;
  throw new UserError(noSuchOption("accept", key, acceptOptionNames));
}
