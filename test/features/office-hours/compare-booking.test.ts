import { describe, expect, it } from "vitest";
import { compareBooking, type BookingWorld } from "../../../src/features/office-hours/follow/compare-booking.ts";
import { sessionsOf } from "../../../src/features/office-hours/follow/gather-follow.ts";
import type { TakenSlot } from "../../../src/features/office-hours/store/booking-records.ts";
import { SeriesConfig } from "../../../src/sessions/series-config.ts";
import { aBooking } from "../../helpers/bookings.ts";

const before = "2026-12-01T09:00:00Z";

interface Given {
  readonly booking?: Parameters<typeof aBooking>[0];
  /** Of the series; `null`: there is none. */
  readonly series?: Readonly<Record<string, unknown>> | null;
  readonly taken?: readonly TakenSlot[];
  readonly world?: Partial<BookingWorld>;
  readonly now?: string;
}

/** In a word, what the booking of 8 December, 14:00 in Berlin, should be. */
function review({ booking: given = {}, series = {}, taken = [], world = {}, now: at = before }: Given): string {
  const booking = aBooking(given);
  const config = SeriesConfig.parse({
    name: "clinic",
    rule: "FREQ=WEEKLY;BYDAY=TU",
    start: "2026-01-06 14:00",
    timezone: "Europe/Berlin",
    host: "hana",
    ...series,
  });
  const rules = { series: series === null ? [] : [config], calendars: new Map(), rota: { layers: [], covers: [] } };
  const now = new Date(at);
  const sessions = sessionsOf(booking, { rules }, now);
  const found = compareBooking(booking, {
    sessions,
    taken,
    isClosed: false,
    isDecided: false,
    isCancelled: false,
    now,
    ...world,
  });
  switch (found.is) {
    case "called-off":
      return `called off: ${found.because}`;
    case "moved":
      return `moved to ${found.to.start.slice(0, 16)}`;
    case "elsewhere":
      return `elsewhere: ${found.to.map(({ start, slot }) => `${start.slice(0, 16)} (${slot})`).join(", ")}`;
    default:
      return found.is;
  }
}

const others = (slot: number, start: string, minutes = 30): TakenSlot => {
  const from = new Date(`2026-12-08T${start}:00Z`);
  return {
    number: 99,
    series: "clinic",
    session: "2026-12-08T13:00Z",
    slot,
    start: from,
    end: new Date(from.getTime() + minutes * 60_000),
  };
};

describe("a booking is compared with what it follows from", () => {
  it.each<readonly [string, Given, string]>([
    ["nothing has changed", {}, "kept"],
    ["its slot is over", { now: "2026-12-08T13:30:00Z" }, "over"],
    ["its slot goes on", { now: "2026-12-08T13:10:00Z" }, "kept"],
    ["the series is gone", { series: null }, "called off: session-cancelled"],
    ["the series is gone, and the slot goes on", { series: null, now: "2026-12-08T13:10:00Z" }, "kept"],
    ["the series is gone, and the slot was held", { series: null, now: "2026-12-09T13:10:00Z" }, "over"],
    ["the session is left out", { series: { except: ["2026-12-08"] } }, "called off: session-cancelled"],
    [
      "the session is moved to another day",
      { series: { moved: [{ from: "2026-12-08", to: "2026-12-10 16:00" }] } },
      "moved to 2026-12-10T15:00",
    ],
    [
      "it is moved by months",
      { series: { moved: [{ from: "2026-12-08", to: "2027-06-08 14:00" }] } },
      "moved to 2027-06-08T12:00",
    ],
    [
      "it is moved into the past",
      { series: { moved: [{ from: "2026-12-08", to: "2026-11-30 14:00" }] } },
      "called off: session-cancelled",
    ],
    [
      "its series has another time",
      { series: { start: "2026-01-06 16:00" } },
      "elsewhere: 2026-12-08T15:00 (0), 2026-12-08T15:30 (1)",
    ],
    [
      "its series has another day",
      { series: { rule: "FREQ=WEEKLY;BYDAY=WE", start: "2026-01-07 14:00" } },
      "called off: session-cancelled",
    ],
    [
      "its series has another zone",
      { series: { timezone: "America/Chicago" } },
      "elsewhere: 2026-12-08T20:00 (0), 2026-12-08T20:30 (1)",
    ],
    ["its slots are shorter", { series: { minutes: 30 }, booking: { slot: 1 } }, "moved to 2026-12-08T13:15"],
    ["its slots are more", { series: { slots: 4 }, booking: { slot: 1 } }, "moved to 2026-12-08T13:15"],
    [
      "there are fewer slots, and one is free",
      { series: { slots: 1, minutes: 30 }, booking: { slot: 1 } },
      "elsewhere: 2026-12-08T13:00 (0)",
    ],
    [
      "there are fewer slots, and none is free",
      { series: { slots: 1, minutes: 30 }, booking: { slot: 1 }, taken: [others(0, "13:00")] },
      "called off: session-full",
    ],
    ["the discussion is closed", { world: { isClosed: true } }, "called off: thread-closed"],
    ["it is closed while the slot goes on", { world: { isClosed: true }, now: "2026-12-08T13:10:00Z" }, "kept"],
    ["somebody calls it off", { world: { isCancelled: true } }, "called off: asked"],
    ["somebody calls it off too late", { world: { isCancelled: true }, now: "2026-12-08T13:30:00Z" }, "over"],
    ["it was called off before", { booking: { state: "cancelled" }, series: null }, "kept"],
    ["its outcome is written", { booking: { state: "done" }, series: null, now: "2026-12-09T09:00:00Z" }, "kept"],
    [
      "a meeting is over, and nothing decided",
      { booking: { kind: "request", state: "over" }, now: "2026-12-09T09:00:00Z" },
      "kept",
    ],
    [
      "a meeting is over, and its request decided",
      { booking: { kind: "request", state: "over" }, world: { isDecided: true }, now: "2026-12-09T09:00:00Z" },
      "done",
    ],
    ["office hours are over, in a decided request", { booking: { state: "over" }, world: { isDecided: true } }, "kept"],
  ])("%s", (_, given, expected) => {
    expect(review(given)).toBe(expected);
  });
});
