import { UserError } from "../../../core/errors.ts";
import { command } from "../../command.ts";
import type { OnCallPlan } from "../actions/on-call-actions.ts";
import { assign, gatherAssignment } from "../assignment/assignment.ts";
import { nobodyHasIt } from "../messages/assignment.ts";
import { say } from "../messages/words.ts";

export const release = command({
  name: "release",
  usage: "/release",
  summary: say("command.release"),
  examples: ["/release"],
  who: ["helper"],
  where: ["discussion"],
  gather: gatherAssignment,
  decide(context, facts): OnCallPlan {
    if (facts.assignee === undefined) throw new UserError(nobodyHasIt);
    return assign(context, undefined, facts);
  },
});
