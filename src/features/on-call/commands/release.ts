import { UserError } from "../../../core/errors.ts";
import { command } from "../../command.ts";
import type { OnCallPlan } from "../actions/on-call-actions.ts";
import { assign, gatherAssignment } from "../assignment/assignment.ts";
import { nobodyHasIt } from "../messages/assignment.ts";

export const release = command({
  name: "release",
  usage: "/release",
  summary: "Give a question back that you or somebody else has taken.",
  examples: ["/release"],
  who: ["helper"],
  where: ["discussion"],
  gather: gatherAssignment,
  decide(context, facts): OnCallPlan {
    if (facts.assignee === undefined) throw new UserError(nobodyHasIt);
    return assign(context, undefined, facts);
  },
});
