import type { Booking } from "../../src/core/booking.ts";

/** A slot of half an hour in a session on Tuesday, 8 December 2026, at 14:00 in Berlin. */
export function aBooking(given: Partial<Booking> = {}): Booking {
  const slot = given.slot ?? 0;
  const session = given.session ?? "2026-12-08T13:00Z";
  const start = Date.parse(session.replace("Z", ":00Z")) + slot * 30 * 60_000;
  return {
    number: 12,
    discussion: "D_12",
    title: "Why does the agent lose its lease?",
    url: "https://github.com/acme/widgets/discussions/12",
    kind: "office-hours",
    series: "clinic",
    sessionTitle: "Office hours",
    session,
    slot,
    start: new Date(start).toISOString(),
    end: new Date(start + 30 * 60_000).toISOString(),
    timeZone: "Europe/Berlin",
    hosts: ["hana"],
    for: "ann",
    by: "ann",
    bookedAt: "2026-12-01T09:00:00.000Z",
    key: `DC_${given.number ?? 12}`,
    state: "booked",
    changes: 0,
    prepared: [],
    ...given,
  };
}
