import { english } from "../../../src/core/language.ts";
import { describe, expect, it } from "vitest";
import { toOffer } from "../../../src/features/office-hours/gather/gather-offer.ts";
import { saySlot } from "../../../src/features/office-hours/messages/say-slot.ts";
import { findWanted } from "../../../src/features/office-hours/slots/find-wanted.ts";
import { readWish } from "../../../src/features/office-hours/slots/read-wish.ts";
import type { TakenSlot } from "../../../src/features/office-hours/store/booking-records.ts";
import { SeriesConfig } from "../../../src/sessions/series-config.ts";
import { aBooking } from "../../helpers/bookings.ts";

interface World {
  readonly now: string;
  readonly series?: Readonly<Record<string, unknown>>;
  readonly taken?: readonly TakenSlot[];
  readonly moved?: ReturnType<typeof aBooking>;
  readonly notice?: string;
}

/** What a wish leads to: the starts of the slots that serve it, or why there are none, with those that are near. */
function wanted(rest: string, { now, series = {}, taken = [], moved, notice = "4h" }: World) {
  const config = SeriesConfig.parse({
    name: "clinic",
    rule: "FREQ=WEEKLY;BYDAY=TU",
    start: "2026-01-06 14:00",
    timezone: "Europe/Berlin",
    host: "hana",
    ...series,
  });
  const rules = { series: [config], calendars: new Map(), rota: { layers: [], covers: [] } };
  const at = new Date(now);
  const offer = toOffer({ rules, taken }, { notice, "days-ahead": 28 }, { number: 12, now: at, moved });
  const wish = readWish(rest, at);
  const found = findWanted("at" in wish ? wish.at : undefined, offer);
  const starts = (choices: readonly { readonly slot: { readonly start: Date } }[]) =>
    choices.map(({ slot }) => slot.start.toISOString().slice(0, 16));
  return "slots" in found ? starts(found.slots) : [found.refused, ...starts(found.nearest)];
}

const taken = (session: string, slot: number, start: string, number = 99): TakenSlot => {
  const from = new Date(`${start}Z`);
  return { number, series: "clinic", session, slot, start: from, end: new Date(from.getTime() + 30 * 60_000) };
};
const now = "2026-03-01T09:00:00Z";

describe("a slot is found", () => {
  it("as the next that is free, in the order of time", () => {
    expect(wanted("", { now }).slice(0, 3)).toEqual(["2026-03-03T13:00", "2026-03-03T13:30", "2026-03-10T13:00"]);
    const full = [taken("2026-03-03T13:00Z", 0, "2026-03-03T13:00"), taken("2026-03-03T13:00Z", 1, "2026-03-03T13:30")];
    expect(wanted("", { now, taken: full })[0]).toBe("2026-03-10T13:00");
  });

  it.each([
    ["2026-03-10 14:30", ["2026-03-10T13:30"]],
    ["2026-03-10T14:30", ["2026-03-10T13:30"]],
    ["2026-03-10 13:30Z", ["2026-03-10T13:30"]],
    ["2026-03-10 13:30 utc", ["2026-03-10T13:30"]],
    ["book 2026-03-10", ["2026-03-10T13:00", "2026-03-10T13:30"]],
    // After the clocks of Berlin have changed, two o'clock is another time in UTC: https://github.com/calcom/cal.diy/issues/1092
    ["2026-03-24 14:00", ["2026-03-24T13:00"]],
  ])("by its time: %s", (wish, starts) => {
    expect(wanted(wish, { now })).toEqual(starts);
  });

  it("at the time that the session's clocks show, on either side of their change", () => {
    // https://github.com/calcom/cal.diy/issues/4702
    expect(wanted("2026-03-31 14:00", { now: "2026-03-20T09:00:00Z" })).toEqual(["2026-03-31T12:00"]);
    expect(wanted("2026-03-24 14:00", { now: "2026-03-20T09:00:00Z" })).toEqual(["2026-03-24T13:00"]);
  });

  it("once in an hour that comes twice, and by UTC the other time too", () => {
    // https://github.com/CarsonHoffman/office-hours-queue/issues/16
    const night = { start: "2026-10-25 01:30", rule: "FREQ=DAILY;COUNT=1", minutes: 120, slots: 4 };
    const world = { now: "2026-10-24T09:00:00Z", series: night };
    expect(wanted("", world)).toEqual(["2026-10-24T23:30", "2026-10-25T00:00", "2026-10-25T00:30", "2026-10-25T01:00"]);
    expect(wanted("2026-10-25 02:00", world)[0]).toBe("2026-10-25T00:00");
    expect(wanted("2026-10-25 01:00Z", world)).toEqual(["2026-10-25T01:00"]);
  });

  it("never in an hour that is left out, with those that are near", () => {
    const night = { start: "2026-03-29 01:00", rule: "FREQ=DAILY;COUNT=1", minutes: 120, slots: 2 };
    const found = wanted("2026-03-29 02:00", { now: "2026-03-28T09:00:00Z", series: night });
    expect(found).toEqual(["no-slot", "2026-03-29T00:00", "2026-03-29T01:00"]);
  });

  it("on the day of the session's clocks, where that is another one in UTC", () => {
    // https://github.com/alextselegidis/easyappointments/issues/1432 and 961
    const late = { timezone: "America/Chicago", start: "2026-01-06 23:00", slots: 1 };
    expect(wanted("2026-03-10", { now, series: late })).toEqual(["2026-03-11T04:00"]);
    expect(wanted("2026-03-11", { now, series: late })[0]).toBe("no-slot");
    const start = new Date("2026-03-11T04:00:00Z");
    const end = new Date("2026-03-11T05:00:00Z");
    const said = saySlot({ start, end, timeZone: "America/Chicago" })(english);
    expect(said).toContain("Wednesday, 11 March 2026, 04:00–05:00 UTC");
    expect(said).toContain("2026-03-10 23:00–00:00 in America/Chicago");
  });

  it("some hours ahead, however far the session's zone is behind UTC", () => {
    // https://github.com/alextselegidis/easyappointments/issues/1789
    const chicago = { timezone: "America/Chicago", start: "2026-01-06 08:00", slots: 1 };
    expect(wanted("2026-03-03 08:00", { now: "2026-03-03T09:30:00Z", series: chicago })).toEqual(["2026-03-03T14:00"]);
    expect(wanted("2026-03-03 08:00", { now: "2026-03-03T10:30:00Z", series: chicago })[0]).toBe("too-late");
  });

  it("never where another one still goes on", () => {
    // https://github.com/SergeyMosin/Appointments/issues/183
    const long = { number: 99, series: "clinic", session: "2026-03-03T12:15Z", slot: 0 };
    const still = { ...long, start: new Date("2026-03-03T12:15:00Z"), end: new Date("2026-03-03T13:20:00Z") };
    const found = wanted("2026-03-03", { now: "2026-03-03T12:30:00Z", taken: [still], notice: "0s" });
    expect(found).toEqual(["2026-03-03T13:30"]);
  });

  it("to move to: later ones first, and what the thread has itself is none", () => {
    const session = "2026-03-10T13:00Z";
    const moved = aBooking({ session, slot: 0 });
    const own = taken(session, 0, "2026-03-10T13:00", 12);
    const found = wanted("move", { now, moved, taken: [own] });
    expect(found.slice(0, 2)).toEqual(["2026-03-10T13:30", "2026-03-17T13:00"]);
    expect(found.slice(-2)).toEqual(["2026-03-03T13:00", "2026-03-03T13:30"]);
    expect(wanted("move 2026-03-10 14:00", { now, moved, taken: [own] })[0]).toBe("same");
  });
});

describe("a wish is refused", () => {
  it.each([
    ["2026-03-10 15:00", "no-slot"],
    ["2026-02-24 14:00", "past"],
    ["2026-02-24", "past"],
    ["2026-05-05 14:00", "too-far"],
    ["2026-03-03 14:00", "taken"],
  ])("%s: %s", (wish, why) => {
    const found = wanted(wish, { now, taken: [taken("2026-03-03T13:00Z", 0, "2026-03-03T13:00")] });
    expect(found[0]).toBe(why);
    expect(found.length).toBeGreaterThan(1);
  });

  it("as too late within the notice, and as nothing where nothing is free", () => {
    expect(wanted("2026-03-03 14:00", { now: "2026-03-03T10:00:00Z" })[0]).toBe("too-late");
    expect(wanted("", { now, series: { rule: "FREQ=DAILY;COUNT=1" } })).toEqual(["nothing-free"]);
  });

  it.each([
    ["soon", "I cannot read"],
    ["2026-02-30 14:00", "I cannot read"],
    ["2026-03-10 25:00", "I cannot read"],
    ["tomorrow", "did you mean `2026-03-02`"],
    ["2026-03-10 14:00 Berlin", "I cannot read"],
    ["list tomorrow", "takes no more words"],
    ["cancel it", "takes no more words"],
    ["@everyone #12 <b>", "I cannot read"],
  ])("that cannot be read: %s", (rest, why) => {
    expect(() => readWish(rest, new Date(now))).toThrow(why);
    try {
      readWish(rest, new Date(now));
    } catch (error) {
      expect(String(error)).not.toMatch(/@everyone|#12|<b>/u);
    }
  });
});
