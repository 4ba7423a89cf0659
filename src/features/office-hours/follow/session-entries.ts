import type { Booking } from "../../../core/booking.ts";
import type { OfficeHoursAction } from "../actions/office-hours-actions.ts";
import type { FollowEvent } from "./gather-follow.ts";

/** What the timeline lacks of the booking; whoever watches the thread looks again. */
export function missingEntries(
  { repository, number }: Pick<FollowEvent, "repository" | "number">,
  { state, key: booked, bookedAt, start, end, cancelled }: Booking,
  recorded: ReadonlySet<string>,
  now: Date,
): readonly OfficeHoursAction[] {
  const entries = [
    { change: "booked", at: bookedAt },
    ...(state === "over" ? [{ change: "held", at: end } as const] : []),
    // Its outcome may be told before its time, or in the middle of it.
    ...(state === "done"
      ? [{ change: start > now.toISOString() ? "cancelled" : "held", at: earlier(end, now) } as const]
      : []),
    ...(state === "cancelled" && cancelled !== undefined
      ? [{ change: "cancelled", at: now.toISOString() } as const]
      : []),
  ] as const;
  const missing = entries.filter(({ change }) => !recorded.has(entryKey(booked, change)));
  if (missing.length === 0) return [];
  return [
    ...missing.map(({ change, at }) => {
      return { do: "record-session", repository, number, change, key: entryKey(booked, change), at } as const;
    }),
    { do: "follow-up", key: "thread-observed", event: { kind: "thread-observed", repository, number } },
  ];
}

function earlier(time: string, now: Date): string {
  return new Date(Math.min(Date.parse(time), now.getTime())).toISOString();
}

/** The key of a timeline's entry, which a session's booking has once each. */
export function entryKey(booked: string, change: "booked" | "held" | "cancelled"): string {
  return `session:${booked}:${change}`;
}
