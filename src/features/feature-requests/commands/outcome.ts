import { isNoShow } from "../../../core/command-names.ts";
import { UserError } from "../../../core/errors.ts";
import { saidIn } from "../../../text/without-commands.ts";
import { command, type CommandLocation } from "../../command.ts";
import type { ReadsWithRequests } from "../store/request-records.ts";
import type { RequestPlan } from "../actions/request-actions.ts";
import { isBlank } from "../answers/is-blank.ts";
import { noOutcome, noShowOfRequest } from "../messages/refusals.ts";
import { endSession } from "./meeting-slot.ts";
import {
  presentRequest,
  publishDecision,
  readForCommand,
  withOutcome,
  type CommandFacts,
  type RequestCommandContext,
} from "./request-context.ts";
import { say } from "../messages/words.ts";

export const outcome = command({
  name: "outcome",
  usage: "/outcome <what came of the meeting>",
  summary: say("command.outcome"),
  examples: ["/outcome We want it, for admins only; Mia writes the plan."],
  who: ["maintainer"],
  where: ["discussion"],
  appliesTo,
  gather: readForCommand,
  decide: decideOutcome,
});

/** A session of office hours has a command of the same name, for threads that ask for no feature. By our own records. */
async function appliesTo(
  { repository, number }: CommandLocation,
  { sessions }: { readonly sessions: readonly { readonly kind: string }[] },
  { bookings, requests }: ReadsWithRequests,
): Promise<boolean> {
  const booking = await bookings.findBooking(repository, number);
  if (booking) return booking.kind === "request";
  if ((await requests.findRequest(repository, number)) !== undefined) return true;
  return !sessions.some(({ kind }) => kind === "office-hours");
}

/** Stores what came of the meeting, and shows it in the thread. */
export function decideOutcome(context: RequestCommandContext, facts: CommandFacts): RequestPlan {
  if (isNoShow(context.line.rest)) throw new UserError(noShowOfRequest);
  const said = saidIn(context.comment.body);
  if (isBlank(said)) throw new UserError(noOutcome);
  const request = withOutcome(presentRequest(context, facts), said);
  return {
    actions: [...publishDecision(request, context, facts), ...endSession(request, context)],
    because: "a maintainer wrote down what came of the meeting",
  };
}
