import type { BookingOutcome } from "../../../core/booking.ts";
import type { RequestAction } from "../actions/request-actions.ts";
import type { FeatureRequest } from "../feature-request.ts";
import type { RequestCommandContext } from "./request-context.ts";

/** Frees the slot in which a request would have been talked about. None is planned where there is none. */
export function freeSlot(
  { meeting }: FeatureRequest,
  { repository, thread: { number } }: Pick<RequestCommandContext, "repository" | "thread">,
): RequestAction[] {
  if (!meeting?.slot) return [];
  const event = { kind: "follow-booking", repository, number, cancel: true } as const;
  return [{ do: "follow-up", key: "follow-booking", event }];
}

/** Tells the session of a request what came of it, where it had one: nothing more is to come of that. */
export function endSession(
  { meeting }: FeatureRequest,
  { repository, thread, comment, actor, now }: RequestCommandContext,
): RequestAction[] {
  if (!meeting?.slot || meeting.outcome === undefined) return [];
  const outcome: BookingOutcome = {
    by: actor.login,
    at: comment.at ?? now.toISOString(),
    text: meeting.outcome,
    comment: comment.id,
    url: thread.comments.find(({ id }) => id === comment.id)?.url ?? thread.url,
  };
  const event = { kind: "follow-booking", repository, number: thread.number, outcome } as const;
  return [{ do: "follow-up", key: "follow-booking", event }];
}
