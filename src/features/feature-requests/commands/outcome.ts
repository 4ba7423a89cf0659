import { UserError } from "../../../core/errors.ts";
import { command } from "../../command.ts";
import type { RequestPlan } from "../actions/request-actions.ts";
import { isBlank } from "../answers/is-blank.ts";
import { noOutcome } from "../messages/refusals.ts";
import {
  presentRequest,
  publishDecision,
  readForCommand,
  withOutcome,
  type CommandFacts,
  type RequestCommandContext,
} from "./request-context.ts";

export const outcome = command({
  name: "outcome",
  usage: "/outcome <what came of the meeting>",
  summary: "Write down what came of the meeting about a feature request, so that it can be decided.",
  examples: ["/outcome We want it, for admins only; Mia writes the plan."],
  who: ["maintainer"],
  where: ["discussion"],
  gather: readForCommand,
  decide: decideOutcome,
});

/** Stores what came of the meeting, and shows it in the thread. */
export function decideOutcome(context: RequestCommandContext, facts: CommandFacts): RequestPlan {
  if (isBlank(context.line.rest)) throw new UserError(noOutcome);
  const request = withOutcome(presentRequest(context, facts), context.line.rest);
  return {
    actions: publishDecision(request, context, facts),
    because: "a maintainer wrote down what came of the meeting",
  };
}
