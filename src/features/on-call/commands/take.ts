import { nothing } from "../../../core/plan.ts";
import { isSameName } from "../../../text/is-same-name.ts";
import { command } from "../../command.ts";
import type { OnCallPlan } from "../actions/on-call-actions.ts";
import { assign, gatherAssignment } from "../assignment/assignment.ts";
import { say } from "../messages/words.ts";

export const take = command({
  name: "take",
  usage: "/take",
  summary: say("command.take"),
  examples: ["/take"],
  who: ["helper"],
  where: ["discussion"],
  gather: gatherAssignment,
  decide(context, facts): OnCallPlan {
    const { login } = context.actor;
    const isTheirs = facts.assignee !== undefined && isSameName(facts.assignee, login);
    return isTheirs ? nothing("they have the thread already") : assign(context, login, facts);
  },
});
