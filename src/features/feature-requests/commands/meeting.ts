import { UserError } from "../../../core/errors.ts";
import { readDay } from "../../../text/read-day.ts";
import { command } from "../../command.ts";
import type { RequestPlan } from "../actions/request-actions.ts";
import { isBlank } from "../answers/is-blank.ts";
import type { FeatureRequest } from "../feature-request.ts";
import {
  impossibleMeetingDay,
  meetingIsBooked,
  noMeetingTime,
  noMeetingToCancel,
  unreadableMeetingTime,
  wrongState,
} from "../messages/refusals.ts";
import { calledOff } from "../reconcile/follow-booking.ts";
import { applyTrigger } from "../states/transitions.ts";
import { freeSlot } from "./meeting-slot.ts";
import {
  bounded,
  presentRequest,
  publishDecision,
  readForCommand,
  type CommandFacts,
  type RequestCommandContext,
} from "./request-context.ts";
import { say } from "../messages/words.ts";

export const meeting = command({
  name: "meeting",
  usage: "/meeting [<when and where>]",
  summary: say("command.meeting"),
  examples: [
    "/meeting",
    "/meeting Thursday at ten, in the usual call",
    "/meeting 2026-12-15T10:00Z",
    "/meeting cancel",
  ],
  who: ["maintainer"],
  where: ["discussion"],
  gather: readForCommand,
  decide: decideMeeting,
});

/** Puts a request on the agenda of a meeting, or takes it off again by `/meeting cancel`. */
export function decideMeeting(context: MeetingContext, facts: CommandFacts): RequestPlan {
  const { line, now, actor } = context;
  const before = presentRequest(context, facts);
  if (/^(?:cancel|cancelled|canceled|none|off)$/iu.test(line.rest)) return cancel(before, context, facts);
  const moved = applyTrigger(before, "/meeting", now);
  if (isBlank(line.rest) && hasSessions(context)) return book(before, moved, context, facts);
  const when = mustSayWhen(line.rest, now);
  if (moved.state !== "meeting") throw new UserError(wrongState("meeting", before));
  const request = { ...moved, meeting: { when, by: actor.login, at: now.toISOString() } };
  return {
    actions: [...publishDecision(request, context, facts), ...freeSlot(before, context)],
    because: "a maintainer planned a meeting about the request",
  };
}

interface MeetingContext extends RequestCommandContext {
  readonly config: RequestCommandContext["config"] & {
    readonly sessions: readonly { readonly kind: string }[];
  };
}

function hasSessions({ config: { sessions } }: MeetingContext): boolean {
  return sessions.some(({ kind }) => kind === "request");
}

/** The request is in a meeting when its slot is taken: that may take another turn, and may find none free. */
function book(
  before: FeatureRequest,
  moved: FeatureRequest,
  { repository, thread: { number }, actor, comment }: MeetingContext,
  { stored }: CommandFacts,
): RequestPlan {
  if (moved.state !== "meeting") throw new UserError(wrongState("meeting", before));
  const { meeting: planned } = before;
  if (planned?.slot && !planned.slot.isOver) throw new UserError(meetingIsBooked(planned.when));
  return {
    actions: [
      ...(stored ? [] : [{ do: "keep-request", repository, request: before } as const]),
      {
        do: "follow-up",
        key: "book-session",
        event: {
          kind: "book-session",
          repository,
          number,
          session: "request",
          by: actor.login,
          askedIn: comment.id,
        },
      },
    ],
    because: "a maintainer asks for a meeting in the next session",
  };
}

function cancel(before: FeatureRequest, context: MeetingContext, facts: CommandFacts): RequestPlan {
  if (applyTrigger(before, "/meeting cancel", context.now) === before) throw new UserError(noMeetingToCancel);
  const after = calledOff(before, context.now);
  return {
    actions: [...publishDecision(after, context, facts), ...freeSlot(before, context)],
    because: "a maintainer called the meeting off",
  };
}

/** Words are taken as they are; a date or time must be one that is to come. Throws a `UserError` otherwise. */
function mustSayWhen(text: string, now: Date): string {
  if (isBlank(text)) throw new UserError(noMeetingTime);
  const day = /^\d{4}-\d{2}-\d{2}(?=$|[T\s])/u.exec(text)?.[0];
  const read = day === undefined ? undefined : readDay(day, now);
  if (read && "refused" in read) throw new UserError(impossibleMeetingDay(read.refused));
  const time = /^\d{4}-\d{2}-\d{2}T[^\s]*/u.exec(text)?.[0];
  if (time !== undefined && Number.isNaN(Date.parse(time))) throw new UserError(unreadableMeetingTime);
  return bounded(text, "meeting");
}
