import type { SharedAction, SharedPlan } from "../../actions/shared-actions.ts";
import { UserError } from "../../core/errors.ts";
import type { PlannedIssue } from "../../core/planning.ts";
import type { FieldSetting, Project, Projects } from "../../core/project.ts";
import { noneAndFields, notOnBoard, unexpectedWords } from "../../issues/refusals.ts";
import { readOptions } from "../../text/read-options.ts";
import { isSameName } from "../../text/is-same-name.ts";
import type { Config } from "../../config/schema.ts";
import { toPriority } from "../../issues/to-priority.ts";
import { findBoard, onlyBoard } from "../../issues/find-project.ts";
import { findField, hasField } from "../../issues/find-field.ts";
import type { TriageContext } from "./issue-facts.ts";

/*
 * Boards are for people with write rights: GitHub lets nobody with less put an issue on one from the repository
 * (https://github.com/orgs/community/discussions/21627), and an organization's boards are private unless it says
 * otherwise. Whether the person may see a board is nothing that an app can ask.
 */

/**
 * Set fields of an issue on a board; `none` clears one. An issue that is not there yet is put on it, and `none` alone
 * takes it off.
 */
export function decideProject(context: TriageContext, issue: PlannedIssue, projects: Projects): SharedPlan {
  const { line, now } = context;
  const usage = '/project "<board>" <field>:<value>';
  const { fields, words } = readOptions(line, { once: [], othersAreFields: true });
  const isOff = words.at(-1)?.toLowerCase() === "none";
  const [named, ...others] = isOff ? words.slice(0, -1) : words;
  if (others.length > 0) throw new UserError(unexpectedWords(line.name, others, usage));
  if (isOff && fields.length > 0) throw new UserError(noneAndFields);
  if (!isOff && named === undefined && fields.length === 0) throw new UserError(`Say what to set: \`${usage}\`.`);
  const board = named === undefined ? boardOf(issue, projects, context) : findBoard(projects, named);
  if (isOff) return { actions: [offBoard(context, issue, board)], because: `a maintainer takes it off ${board.title}` };
  const set = fields.map(({ key, value }) => findField(board, key, value, now));
  return { actions: [onBoard(context, issue, board, set)], because: `a maintainer sets fields in ${board.title}` };
}

/** Set the status on the board. */
export function decideStatus(context: TriageContext, issue: PlannedIssue, projects: Projects): SharedPlan {
  const { line, now, config } = context;
  // A status may have several words, with or without quotes.
  const wanted = line.words.join(" ").trim();
  if (wanted === "") throw new UserError("Say which status, or `none`: `/status done`.");
  const board = boardOf(issue, projects, context);
  const field = findField(board, config["feature-requests"].fields.status, wanted, now);
  return {
    actions: [onBoard(context, issue, board, [field])],
    because: `a maintainer sets the status to ${field.shown}`,
  };
}

/**
 * Give an issue a priority: the label, in place of another priority's, and, by people with write rights, the field of
 * the board it is on. To others it is not even told which priorities that has.
 */
export function decidePriority(context: TriageContext, issue: PlannedIssue, projects: Projects): SharedPlan {
  const { line, repository, now } = context;
  const config = context.config["feature-requests"];
  const wanted = line.words.join(" ").trim();
  if (wanted === "")
    throw new UserError(`Say which priority, or \`none\`: \`/priority ${config.priorities[0] ?? "high"}\`.`);
  const [board] = context.roles.includes("maintainer") ? boardsOf(issue, projects) : [];
  const isNone = wanted.toLowerCase() === "none";
  const { label, field } = isNone ? noPriority(board, config, now) : toPriority(wanted, board, config, now);
  const ours = issue.labels.filter((it) => config.priorities.some((one) => isSameName(one, it)));
  const remove = ours.filter((it) => label === undefined || !isSameName(it, label));
  const add = label === undefined || ours.length > remove.length ? [] : [{ name: label }];
  const { number, id: subject } = issue;
  const labels: SharedAction[] =
    add.length + remove.length > 0 ? [{ do: "label", repository, number, subject, add, remove }] : [];
  return {
    actions: [...labels, ...(board && field ? [onBoard(context, issue, board, [field])] : [])],
    because: `a helper gives the issue the priority ${wanted}`,
  };
}

function noPriority(
  board: Project | undefined,
  { fields }: Config["feature-requests"],
  now: Date,
): { readonly label?: string; readonly field?: FieldSetting } {
  return board && hasField(board, fields.priority) ? { field: findField(board, fields.priority, "none", now) } : {};
}

/** The board an issue is on, or that of the config. */
function boardOf(issue: PlannedIssue, projects: Projects, { config }: TriageContext): Project {
  const on = boardsOf(issue, projects);
  const { project } = config["feature-requests"];
  return on.length === 0 && project !== undefined ? findBoard(projects, project) : onlyBoard(on);
}

function boardsOf({ items }: PlannedIssue, projects: Projects): readonly Project[] {
  if (projects.owner === "user") return [];
  return projects.projects.filter(({ id }) => items.some(({ project }) => project.id === id));
}

function offBoard(
  { repository }: TriageContext,
  { number, items }: PlannedIssue,
  { id, title, isShown }: Project,
): SharedAction {
  const item = items.find(({ project }) => project.id === id);
  if (item === undefined) throw new UserError(notOnBoard(number, isShown ? title : undefined));
  return { do: "take-off-board", repository, number, board: { id, title }, item: item.id };
}

function onBoard(
  { repository }: TriageContext,
  { number, id: issue }: PlannedIssue,
  { id, title }: Project,
  fields: readonly FieldSetting[],
): SharedAction {
  return { do: "set-project-fields", repository, number, issue, project: { id, title }, fields };
}
