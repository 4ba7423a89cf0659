import { UserError } from "../../../core/errors.ts";
import { readDay } from "../../../text/read-day.ts";
import { command } from "../../command.ts";
import type { RequestPlan } from "../actions/request-actions.ts";
import { missingAnswers } from "../answers/answers-in-thread.ts";
import { isBlank } from "../answers/is-blank.ts";
import type { FeatureRequest } from "../feature-request.ts";
import {
  impossibleMeetingDay,
  noMeetingTime,
  noMeetingToCancel,
  unreadableMeetingTime,
  wrongState,
} from "../messages/refusals.ts";
import { applyTrigger } from "../states/transitions.ts";
import {
  bounded,
  presentRequest,
  publishDecision,
  readForCommand,
  type CommandFacts,
  type RequestCommandContext,
} from "./request-context.ts";

export const meeting = command({
  name: "meeting",
  usage: "/meeting <when and where>",
  summary: "Put a feature request on the agenda of a meeting; `cancel` takes it off again.",
  examples: ["/meeting Thursday at ten, in the usual call", "/meeting 2026-12-15T10:00Z", "/meeting cancel"],
  who: ["maintainer"],
  where: ["discussion"],
  gather: readForCommand,
  decide: decideMeeting,
});

/** Puts a request on the agenda of a meeting, or takes it off again by `/meeting cancel`. */
export function decideMeeting(context: RequestCommandContext, facts: CommandFacts): RequestPlan {
  const { line, now, actor } = context;
  const before = presentRequest(context, facts);
  if (/^(?:cancel|cancelled|canceled|none|off)$/iu.test(line.rest)) return cancel(before, context, facts);
  const when = mustSayWhen(line.rest, now);
  const moved = applyTrigger(before, "/meeting", now);
  if (moved.state !== "meeting") throw new UserError(wrongState("meeting", before));
  const request = { ...moved, meeting: { when, by: actor.login } };
  return {
    actions: publishDecision(request, context, facts),
    because: "a maintainer planned a meeting about the request",
  };
}

function cancel(before: FeatureRequest, context: RequestCommandContext, facts: CommandFacts): RequestPlan {
  const moved = applyTrigger(before, "/meeting cancel", context.now);
  if (moved === before) throw new UserError(noMeetingToCancel);
  const { meeting: _, ...request } = moved;
  const isOpen = missingAnswers(request.answers).length > 0;
  const after = isOpen ? applyTrigger(request, "an answer missing", context.now) : request;
  return { actions: publishDecision(after, context, facts), because: "a maintainer called the meeting off" };
}

/** Words are taken as they are; a date or time must be one that is to come. Throws a `UserError` otherwise. */
function mustSayWhen(text: string, now: Date): string {
  if (isBlank(text)) throw new UserError(noMeetingTime);
  const day = /^\d{4}-\d{2}-\d{2}(?=$|[T\s])/u.exec(text)?.[0];
  const read = day === undefined ? undefined : readDay(day, now);
  if (read && "refused" in read) throw new UserError(impossibleMeetingDay(read.refused));
  const time = /^\d{4}-\d{2}-\d{2}T[^\s]*/u.exec(text)?.[0];
  if (time !== undefined && Number.isNaN(Date.parse(time))) throw new UserError(unreadableMeetingTime);
  return bounded(text, "time and place");
}
