import type { SharedAction, SharedPlan } from "../../../actions/shared-actions.ts";
import { UserError } from "../../../core/errors.ts";
import type { TrackedIssue } from "../../../core/issue-tracking.ts";
import type { Project } from "../../../core/project.ts";
import { findField } from "../../../issues/project-fields.ts";
import { findProject } from "../../../issues/projects.ts";
import { unexpectedWords } from "../../../issues/refusals.ts";
import { readOptions } from "../../../text/read-options.ts";
import { command } from "../../command.ts";
import { noneAndFields, nothingToSet, notInProject } from "../messages/refusals.ts";
import { projectOf, setFields, type IssueAndProjects } from "../project-of-issue.ts";
import { appliesTo, mustFindIssueAndProjects, type TriageContext } from "../triage-context.ts";
import { say } from "../messages/words.ts";

export const project = command({
  name: "project",
  usage: '/project "<board>" <field>:<value> …',
  summary: say("command.project"),
  examples: [
    '/project "Roadmap"',
    "/project status:done target-date:2026-12-15",
    "/project estimate:none",
    '/project "Roadmap" none',
  ],
  who: ["maintainer"],
  where: ["discussion", "issue"],
  appliesTo,
  gather: mustFindIssueAndProjects,
  decide: decideProject,
});

/**
 * Sets fields of an issue in a project, into which it is put first; the value `none` clears a field, and `none` alone
 * takes the issue out of the project.
 */
function decideProject(context: TriageContext, { issue, projects }: IssueAndProjects): SharedPlan {
  const { line, now } = context;
  const usage = '/project "<board>" <field>:<value>';
  const { fields, words } = readOptions(line, { once: [], othersAreFields: true });
  const isRemoval = words.at(-1)?.toLowerCase() === "none";
  const [named, ...others] = isRemoval ? words.slice(0, -1) : words;
  if (others.length > 0) throw new UserError(unexpectedWords(line.name, others, usage));
  if (isRemoval && fields.length > 0) throw new UserError(noneAndFields);
  if (!isRemoval && named === undefined && fields.length === 0) throw new UserError(nothingToSet(usage));
  const found = named === undefined ? projectOf(issue, projects, context) : findProject(projects, named);
  if (isRemoval) {
    return { actions: [removeFrom(context, issue, found)], because: `a maintainer takes it off ${found.title}` };
  }
  const settings = fields.map(({ key, value }) => findField(found, key, value, now));
  return {
    actions: [setFields(context, issue, found, settings)],
    because: `a maintainer sets fields in ${found.title}`,
  };
}

function removeFrom(
  { repository }: TriageContext,
  { number, items }: TrackedIssue,
  { id, title, isShown }: Project,
): SharedAction {
  const item = items.find((it) => it.project.id === id);
  if (item === undefined) throw new UserError(notInProject(number, isShown ? title : undefined));
  return { do: "take-off-board", repository, number, board: { id, title }, item: item.id };
}
