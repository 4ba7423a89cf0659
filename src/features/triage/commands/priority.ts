import type { SharedAction, SharedPlan } from "../../../actions/shared-actions.ts";
import type { Config } from "../../../config/schema.ts";
import { UserError } from "../../../core/errors.ts";
import type { FieldSetting, Project } from "../../../core/project.ts";
import { toPriority } from "../../../issues/priorities.ts";
import { findField, hasField } from "../../../issues/project-fields.ts";
import { isSameName } from "../../../text/is-same-name.ts";
import { command } from "../../command.ts";
import { noPriorityNamed } from "../messages/refusals.ts";
import { projectsOf, setFields, type IssueAndProjects } from "../project-of-issue.ts";
import { appliesTo, mustFindIssueAndProjects, type TriageContext } from "../triage-context.ts";
import { say } from "../messages/words.ts";

export const priority = command({
  name: "priority",
  usage: "/priority <name>",
  summary: say("command.priority"),
  examples: ["/priority p1", "/priority none"],
  who: ["helper"],
  where: ["discussion", "issue"],
  appliesTo,
  gather: mustFindIssueAndProjects,
  decide: decidePriority,
});

/**
 * Sets the label of a priority, in place of another priority's, and, for people with write rights, the field of the
 * project that the issue is in. To others it is not even told which priorities that has.
 */
function decidePriority(context: TriageContext, { issue, projects }: IssueAndProjects): SharedPlan {
  const { line, repository, now } = context;
  const config = context.config["feature-requests"];
  const wanted = line.words.join(" ").trim();
  if (wanted === "") throw new UserError(noPriorityNamed(config.priorities[0] ?? "high"));
  const [project] = context.roles.includes("maintainer") ? projectsOf(issue, projects) : [];
  const isNone = wanted.toLowerCase() === "none";
  const { label, field } = isNone ? noPriority(project, config, now) : toPriority(wanted, project, config, now);
  const present = issue.labels.filter((it) => config.priorities.some((one) => isSameName(one, it)));
  const remove = present.filter((it) => label === undefined || !isSameName(it, label));
  const add = label === undefined || present.length > remove.length ? [] : [{ name: label }];
  const { number, id: subject } = issue;
  const labels: SharedAction[] =
    add.length + remove.length > 0 ? [{ do: "label", repository, number, subject, add, remove }] : [];
  return {
    actions: [...labels, ...(project && field ? [setFields(context, issue, project, [field])] : [])],
    because: `a helper gives the issue the priority ${wanted}`,
  };
}

function noPriority(
  project: Project | undefined,
  { fields }: Config["feature-requests"],
  now: Date,
): { readonly label?: string; readonly field?: FieldSetting } {
  return project && hasField(project, fields.priority)
    ? { field: findField(project, fields.priority, "none", now) }
    : {};
}
