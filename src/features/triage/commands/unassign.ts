import type { SharedPlan } from "../../../actions/shared-actions.ts";
import { UserError } from "../../../core/errors.ts";
import { isSameName } from "../../../text/is-same-name.ts";
import { nearestFirst } from "../../../text/nearest-first.ts";
import { command } from "../../command.ts";
import { notAssigned } from "../messages/refusals.ts";
import { appliesTo, mustFindIssue } from "../triage-context.ts";
import { namedLogins } from "./assign.ts";
import { say } from "../messages/words.ts";

export const unassign = command({
  name: "unassign",
  usage: "/unassign @<login> …",
  summary: say("command.unassign"),
  examples: ["/unassign", "/unassign @ann"],
  who: ["helper"],
  where: ["discussion", "issue"],
  appliesTo,
  gather: mustFindIssue,
  decide(context, { number, assignees }): SharedPlan {
    const unassigned = namedLogins(context).map((login) => {
      const found = assignees.find((it) => isSameName(it, login));
      if (found !== undefined) return found;
      throw new UserError(notAssigned(login, number, nearestFirst(assignees, login, String)));
    });
    return {
      actions: [{ do: "change-issue", repository: context.repository, number, change: { unassign: unassigned } }],
      because: `a helper lets ${unassigned.join(", ")} go`,
    };
  },
});
