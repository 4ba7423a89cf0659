import type { SharedPlan } from "../../../actions/shared-actions.ts";
import { UserError } from "../../../core/errors.ts";
import { noSuch } from "../../../issues/refusals.ts";
import { isSameName } from "../../../text/is-same-name.ts";
import { nearestFirst } from "../../../text/nearest-first.ts";
import { command } from "../../command.ts";
import { appliesTo, mustFindIssue } from "../triage-context.ts";
import { changeLabels, mustNameLabels } from "./label.ts";
import { say } from "../messages/words.ts";

export const removeLabel = command({
  name: "remove-label",
  usage: "/remove-label <name> …",
  summary: say("command.remove-label"),
  examples: ["/remove-label area/docs"],
  who: ["helper"],
  where: ["discussion", "issue"],
  appliesTo,
  gather: mustFindIssue,
  decide(context, issue): SharedPlan {
    const remove = mustNameLabels(context.line, issue.labels).map((name) => {
      const label = issue.labels.find((it) => isSameName(it, name));
      if (label !== undefined) return label;
      throw new UserError(noSuch("label-here", name, nearestFirst(issue.labels, name, String)));
    });
    return changeLabels(context, issue, { add: [], remove });
  },
});
