import { describe, expect, it } from "vitest";
import type { Booking } from "../../../src/core/booking.ts";
import type { EventOf } from "../../../src/features/feature.ts";
import { followOutcome } from "../../../src/features/office-hours/outcome/follow-outcome.ts";
import { aBooking } from "../../helpers/bookings.ts";
import { aComment, aThread, repository } from "../../helpers/builders.ts";

const outcome = { by: "hana", at: "2026-12-08T14:00:00.000Z", text: "Set it.", comment: "DC_9", url: "https://x/9" };
const done = aBooking({ state: "done", outcome });
const actor = { login: "hana", isBot: false };

function changed(
  kind: "comment-edited" | "comment-deleted",
  id = "DC_9",
): EventOf<"comment-edited" | "comment-deleted"> {
  return { kind, repository, number: 12, actor, comment: { id, body: "as it was told" } };
}
const edited = (body: string, booking: Booking = done) =>
  followOutcome(changed("comment-edited"), booking, aThread({ comments: [aComment({ id: "DC_9", body })] }));

describe("an outcome follows its comment", () => {
  it("with its words of now", () => {
    expect(edited("/outcome Set it to 30.\n\n/label docs")).toEqual({
      ...done,
      outcome: { ...outcome, text: "Set it to 30." },
    });
    expect(edited("Set it, please.").outcome?.text).toBe("Set it, please.");
    expect(edited("/outcome Set it.")).toBe(done);
  });

  it("and is asked for again when that says nothing, or is gone", () => {
    const { outcome: _, ...rest } = done;
    expect(edited("/outcome")).toEqual({ ...rest, state: "over" });
    expect(followOutcome(changed("comment-deleted"), done, aThread())).toEqual({ ...rest, state: "over" });
  });

  it("and no other, nor where it is the outcome of a request, whose record follows commands", () => {
    expect(followOutcome(changed("comment-deleted", "DC_1"), done, aThread())).toBe(done);
    const meeting = aBooking({ state: "done", kind: "request", outcome });
    expect(edited("Something else.", meeting)).toBe(meeting);
  });
});

describe("an outcome that was told of a request's meeting", () => {
  const told = { kind: "follow-booking", repository, number: 12, outcome } as const;

  it.each(["booked", "over", "done"] as const)("ends one that is %s", (state) => {
    expect(followOutcome(told, aBooking({ kind: "request", state }), aThread())).toMatchObject({
      state: "done",
      outcome,
    });
  });

  it.each(["cancelled", "no-show"] as const)("changes nothing about one that is %s", (state) => {
    const booking = aBooking({ kind: "request", state });
    expect(followOutcome(told, booking, aThread())).toBe(booking);
  });
});
