import { UserError } from "../../../core/errors.ts";
import type { FeatureRequest } from "../feature-request.ts";
import type { RequestPlan } from "../actions/request-actions.ts";
import { noWayOn } from "../messages/no-way-on.ts";
import { readDay } from "../../../text/read-day.ts";
import { missing } from "../answers/answers-in-thread.ts";
import { isBlank } from "../answers/is-blank.ts";
import { move } from "../states/move.ts";
import { presentRequest, reportDecision, type RequestCommandContext, type CommandFacts } from "./request-context.ts";
import { bounded, withOutcome } from "./with-outcome.ts";

/** Put a request on the agenda of a meeting, or take it off again by `/meeting cancel`. */
export function decideMeeting(context: RequestCommandContext, facts: CommandFacts): RequestPlan {
  const { line, now, actor } = context;
  const before = presentRequest(context, facts);
  if (/^(?:cancel|cancelled|canceled|none|off)$/iu.test(line.rest)) return cancel(before, context, facts);
  const when = mustSayWhen(line.rest, now);
  const moved = move(before, "/meeting", now);
  if (moved.state !== "meeting") throw new UserError(noWayOn("meeting", before));
  const request = { ...moved, meeting: { when, by: actor.login } };
  return {
    actions: reportDecision(request, context, facts),
    because: "a maintainer planned a meeting about the request",
  };
}

/** Write down what came of the meeting. */
export function decideOutcome(context: RequestCommandContext, facts: CommandFacts): RequestPlan {
  if (isBlank(context.line.rest)) {
    throw new UserError(
      "Write what came of the meeting behind the command: `/outcome We want it, but only for admins.`",
    );
  }
  const request = withOutcome(presentRequest(context, facts), context.line.rest);
  return {
    actions: reportDecision(request, context, facts),
    because: "a maintainer wrote down what came of the meeting",
  };
}

function cancel(before: FeatureRequest, context: RequestCommandContext, facts: CommandFacts): RequestPlan {
  const moved = move(before, "/meeting cancel", context.now);
  if (moved === before) throw new UserError("No meeting is planned for this request, so there is none to cancel.");
  const { meeting: _, ...request } = moved;
  const after = missing(request.answers).length > 0 ? move(request, "an answer missing", context.now) : request;
  return { actions: reportDecision(after, context, facts), because: "a maintainer called the meeting off" };
}

/** Words are taken as they are; what looks like a time has to be one that is to come. */
function mustSayWhen(text: string, now: Date): string {
  if (isBlank(text)) {
    throw new UserError(
      "Say when and where: `/meeting Thursday at ten, in the usual call` or `/meeting 2026-12-15T10:00Z`.",
    );
  }
  const day = /^\d{4}-\d{2}-\d{2}(?=$|[T\s])/u.exec(text)?.[0];
  const read = day === undefined ? undefined : readDay(day, now);
  if (read && "refused" in read) throw new UserError(`A meeting cannot be then: ${read.refused}.`);
  const time = /^\d{4}-\d{2}-\d{2}T[^\s]*/u.exec(text)?.[0];
  if (time !== undefined && Number.isNaN(Date.parse(time))) {
    throw new UserError("A time is written like `2026-12-15T10:00Z`, with its zone.");
  }
  return bounded(text, "time and place");
}
