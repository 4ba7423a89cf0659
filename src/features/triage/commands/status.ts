import type { SharedPlan } from "../../../actions/shared-actions.ts";
import { UserError } from "../../../core/errors.ts";
import { findField } from "../../../issues/project-fields.ts";
import { command } from "../../command.ts";
import { noStatusNamed } from "../messages/refusals.ts";
import { projectOf, setFields } from "../project-of-issue.ts";
import { appliesTo, mustFindIssueAndProjects } from "../triage-context.ts";
import { say } from "../messages/words.ts";

export const status = command({
  name: "status",
  usage: "/status <option>",
  summary: say("command.status"),
  examples: ["/status in progress", "/status none"],
  who: ["maintainer"],
  where: ["discussion", "issue"],
  appliesTo,
  gather: mustFindIssueAndProjects,
  decide(context, { issue, projects }): SharedPlan {
    const { line, now, config } = context;
    // A status may have several words, with or without quotes.
    const wanted = line.words.join(" ").trim();
    if (wanted === "") throw new UserError(noStatusNamed);
    const project = projectOf(issue, projects, context);
    const field = findField(project, config["feature-requests"].fields.status, wanted, now);
    return {
      actions: [setFields(context, issue, project, [field])],
      because: `a maintainer sets the status to ${field.shown}`,
    };
  },
});
