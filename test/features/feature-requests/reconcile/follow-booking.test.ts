import { english } from "../../../../src/core/language.ts";
import { describe, expect, it } from "vitest";
import type { Booking } from "../../../../src/core/booking.ts";
import { requestStates, type FeatureRequest } from "../../../../src/features/feature-requests/feature-request.ts";
import { followBooking } from "../../../../src/features/feature-requests/reconcile/follow-booking.ts";
import { aBooking } from "../../../helpers/bookings.ts";
import { aRequest } from "../../../helpers/builders.ts";

const now = new Date("2026-12-02T09:00:00Z");
const answers = { why: "It hurts.", outcome: "Peace.", urgency: "Soon." };
const booked = aBooking({ kind: "request", sessionTitle: "Request triage", by: "mia" });
const complete = aRequest({ state: "complete", answers });
const inSession = followBooking(complete, booked, { now, locale: english });

const states = (booking: Booking | undefined, request: FeatureRequest) => {
  const { state, meeting } = followBooking(request, booking, { now, locale: english });
  return [state, meeting?.when];
};

describe("a request", () => {
  it("is in a meeting when its slot is booked", () => {
    expect(inSession).toMatchObject({
      state: "meeting",
      meeting: {
        when: "Tuesday, 8 December 2026, 13:00 UTC, Request triage",
        by: "mia",
        slot: { start: booked.start, end: booked.end, hosts: ["hana"], isOver: false },
      },
    });
    expect(followBooking(inSession, booked, { now, locale: english })).toEqual(inSession);
  });

  it("goes along when its session is moved", () => {
    const moved = { ...booked, start: "2026-12-09T13:00:00.000Z", end: "2026-12-09T13:30:00.000Z", changes: 1 };
    expect(states(moved, inSession)).toEqual(["meeting", "Wednesday, 9 December 2026, 13:00 UTC, Request triage"]);
  });

  it.each<[string, FeatureRequest["answers"], string]>([
    ["decision", answers, "complete"],
    ["answers", { why: "It hurts." }, "asked"],
  ])("waits for its %s when its session is called off", (_, given, state) => {
    const request = { ...inSession, answers: given };
    const cancelled = aBooking({ ...booked, state: "cancelled", cancelled: "session-cancelled" });
    expect(states(cancelled, request)).toEqual([state, undefined]);
    expect(states(undefined, request)).toEqual([state, undefined]);
    expect(states(aBooking({ ...booked, state: "no-show" }), request)).toEqual([state, undefined]);
  });

  it("waits for its decision when its session is over, and keeps the outcome", () => {
    const over = followBooking(inSession, { ...booked, state: "over" }, { now, locale: english });
    expect(over).toMatchObject({ state: "meeting", meeting: { slot: { isOver: true } } });
    const told = { ...over, meeting: { when: "", by: "mia", ...over.meeting, outcome: "We want it." } };
    expect(followBooking(told, { ...booked, state: "done" }, { now, locale: english }).meeting?.outcome).toBe(
      "We want it.",
    );
  });

  it.each<[string, Booking, FeatureRequest]>([
    ["a session of office hours", aBooking(), complete],
    ["a session that was held long ago", { ...booked, state: "done" }, complete],
    ["a session that is over and was called off here", { ...booked, state: "over" }, complete],
    [
      "a meeting that was arranged in words since",
      booked,
      { ...complete, state: "meeting", meeting: { when: "Friday", by: "mia", at: "2026-12-01T10:00:00.000Z" } },
    ],
    [
      "a session called off after its outcome",
      aBooking({ ...booked, state: "cancelled" }),
      {
        ...inSession,
        meeting: { when: "", by: "mia", ...inSession.meeting, outcome: "We want it." },
      },
    ],
  ])("is left as it is by %s", (_, booking, request) => {
    expect(followBooking(request, booking, { now, locale: english })).toBe(request);
  });

  it.each(requestStates.filter((it) => !["asked", "complete", "meeting"].includes(it)))(
    "that is %s goes into no meeting",
    (state) => {
      expect(followBooking(aRequest({ state }), booked, { now, locale: english })).toEqual(aRequest({ state }));
    },
  );

  it("that had a meeting in words gets one in a session that is booked later", () => {
    const request = aRequest({
      state: "meeting",
      meeting: { when: "Friday", by: "mia", at: "2026-11-30T10:00:00.000Z" },
    });
    expect(states(booked, request)).toEqual(["meeting", expect.stringContaining("Request triage")]);
  });
});
