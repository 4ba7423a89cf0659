import { describe, expect, it } from "vitest";
import type { BusinessCalendar } from "../../src/business-time/calendar.ts";
import type { Cover, Layer, Rota } from "../../src/rota/rota.ts";
import type { Shift } from "../../src/rota/shift.ts";
import { gapsBetween, heldUntil, nextShift, onCallAt, shiftsBetween } from "../../src/rota/shifts.ts";
import { weeklyHours } from "./weekly-hours.ts";

const weekly: Layer = {
  name: "main",
  people: ["ann", "bob"],
  timeZone: "Europe/Berlin",
  turnDays: 7,
  start: "2026-01-05",
  handover: "09:00",
};

const at = (time: string) => new Date(time);
const rotaOf = (layers: readonly Layer[], covers: readonly Cover[] = []): Rota => ({ layers, covers });
const lines = (shifts: readonly Shift[]) =>
  shifts.map(({ from, to, who, team, isCover }) =>
    [short(from), short(to), team ?? who.join("+"), ...(isCover ? ["cover"] : [])].join(" "),
  );
const short = (time: Date) => time.toISOString().slice(0, 16);
const between = (rota: Rota, from: string, to: string) => lines(shiftsBetween(rota, at(from), at(to)));
const who = (rota: Rota, time: string) => onCallAt(rota, at(time))?.who[0];

describe("a layer", () => {
  it("hands over at the same time of day, whatever the clocks do", () => {
    // grafana/oncall#3261, grafana/oncall#2950: shifts that kept their offset moved by an hour when summer time ended.
    expect(between(rotaOf([weekly]), "2026-03-20T00:00:00Z", "2026-04-10T00:00:00Z")).toEqual([
      "2026-03-16T08:00 2026-03-23T08:00 ann",
      "2026-03-23T08:00 2026-03-30T07:00 bob",
      "2026-03-30T07:00 2026-04-06T07:00 ann",
      "2026-04-06T07:00 2026-04-13T07:00 bob",
    ]);
  });

  it("leaves no hour free and gives none twice in a week with a change", () => {
    // grafana/oncall#5247, grafana/oncall#5455: 604,800 seconds are no week in which the clocks change.
    const chicago = { ...weekly, timeZone: "America/Chicago", start: "2024-10-01", people: ["cy"] };
    const rota = rotaOf([chicago]);
    expect(gapsBetween(rota, at("2024-10-02T00:00:00Z"), at("2025-04-01T00:00:00Z"))).toEqual([]);
    expect(between(rota, "2024-11-01T00:00:00Z", "2024-11-06T00:00:00Z")).toEqual([
      "2024-10-29T14:00 2024-11-05T15:00 cy",
      "2024-11-05T15:00 2024-11-12T15:00 cy",
    ]);
  });

  it.each([
    // 02:30 is skipped on 29 March: the handover is as much later as the clocks jump, at 03:30.
    [
      "skips the hour",
      "2026-03-28T00:00:00Z",
      "2026-03-30T23:00:00Z",
      ["2026-03-28T01:30", "2026-03-29T01:30", "2026-03-30T00:30"],
    ],
    // 02:30 comes twice on 25 October: the handover is at the first.
    [
      "repeats the hour",
      "2026-10-24T00:00:00Z",
      "2026-10-26T23:00:00Z",
      ["2026-10-24T00:30", "2026-10-25T00:30", "2026-10-26T01:30"],
    ],
  ])("that hands over when daylight saving %s does it once", (_, from, to, handovers) => {
    const daily = rotaOf([{ ...weekly, turnDays: 1, handover: "02:30" }]);
    const starts = shiftsBetween(daily, at(from), at(to)).map((it) => short(it.from));
    expect(starts.filter((it) => it >= from.slice(0, 16))).toEqual(handovers);
    expect(gapsBetween(daily, at(from), at(to))).toEqual([]);
  });

  it("has no turn on a day that its zone skipped", () => {
    // Samoa had no 30 December 2011: https://data.iana.org/time-zones/tzdb/australasia
    const samoa = rotaOf([
      { ...weekly, timeZone: "Pacific/Apia", turnDays: 1, start: "2011-12-28", people: ["a", "b", "c"] },
    ]);
    expect(between(samoa, "2011-12-29T20:00:00Z", "2011-12-31T18:00:00Z")).toEqual([
      "2011-12-29T19:00 2011-12-30T19:00 b",
      "2011-12-30T19:00 2011-12-31T19:00 a",
    ]);
  });

  it("changes by half an hour where the clocks do", () => {
    const island = rotaOf([{ ...weekly, timeZone: "Australia/Lord_Howe" }]);
    expect(between(island, "2026-04-01T00:00:00Z", "2026-04-12T00:00:00Z")).toEqual([
      "2026-03-29T22:00 2026-04-05T22:30 ann",
      "2026-04-05T22:30 2026-04-12T22:30 bob",
    ]);
  });

  it("hands over from the second that it says", () => {
    expect(who(rotaOf([weekly]), "2026-01-12T07:59:59.999Z")).toBe("ann");
    expect(who(rotaOf([weekly]), "2026-01-12T08:00:00Z")).toBe("bob");
  });

  it("has nobody before it starts", () => {
    expect(who(rotaOf([weekly]), "2026-01-05T07:59:00Z")).toBeUndefined();
    expect(short(nextShift(rotaOf([weekly]), at("2025-12-01T00:00:00Z"))?.from ?? at("1970-01-01"))).toBe(
      "2026-01-05T08:00",
    );
    expect(nextShift(rotaOf([weekly]), at("2024-12-01T00:00:00Z"))).toBeUndefined();
  });

  it("may be one person or a team", () => {
    expect(who(rotaOf([{ ...weekly, people: ["ann"] }]), "2026-05-01T00:00:00Z")).toBe("ann");
    const team = rotaOf([{ ...weekly, people: [], team: "support" }]);
    expect(onCallAt(team, at("2026-05-01T00:00:00Z"))).toMatchObject({ team: "support", who: [] });
  });

  it("goes on for whoever hands over to nobody else", () => {
    const cover = { who: "bob", from: at("2026-05-01T00:00:00Z"), to: at("2026-05-02T00:00:00Z") };
    const rota = rotaOf([{ ...weekly, people: ["ann"] }], [cover]);
    const shift = onCallAt(rota, at("2026-04-01T00:00:00Z"));
    if (!shift) throw new Error("nobody is on call");
    expect(heldUntil(rota, shift, at("2026-06-01T00:00:00Z"))).toEqual(cover.from);
    expect(heldUntil(rota, shift, at("2026-04-28T00:00:00Z"))).toBeUndefined();
  });

  it("may turn every few weeks", () => {
    const rota = rotaOf([{ ...weekly, turnDays: 21 }]);
    expect(between(rota, "2026-02-01T00:00:00Z", "2026-02-02T00:00:00Z")).toEqual([
      "2026-01-26T08:00 2026-02-16T08:00 bob",
    ]);
  });
});

describe("the hours of a layer", () => {
  const office = weeklyHours({ timeZone: "Europe/Berlin", from: "09:00", to: "17:00", holidays: ["2026-01-06"] });

  it("are when it is on call, and turns go on outside of them", () => {
    expect(between(rotaOf([{ ...weekly, calendar: office }]), "2026-01-09T00:00:00Z", "2026-01-13T00:00:00Z")).toEqual([
      "2026-01-09T08:00 2026-01-09T16:00 ann",
      "2026-01-12T08:00 2026-01-12T16:00 bob",
    ]);
  });

  it("leave holidays out, and the turn of weeks with them", () => {
    expect(between(rotaOf([{ ...weekly, calendar: office }]), "2026-01-05T00:00:00Z", "2026-01-08T00:00:00Z")).toEqual([
      "2026-01-05T08:00 2026-01-05T16:00 ann",
      "2026-01-07T08:00 2026-01-07T16:00 ann",
    ]);
  });

  it("are those of which turns of days count", () => {
    // target/goalert#55, target/goalert#4447: with seven people, two had all their turns on weekends.
    const people = ["a", "b", "c", "d", "e", "f", "g"];
    const daily = { ...weekly, people, turnDays: 1, handover: "00:00", calendar: office, skipsClosedDays: true };
    const shifts = shiftsBetween(rotaOf([daily]), at("2026-01-05T00:00:00Z"), at("2026-01-17T00:00:00Z"));
    expect(shifts.map((it) => `${it.from.getUTCDate()}${it.who[0] ?? ""}`)).toEqual(
      // The sixth is a holiday, the tenth a Saturday.
      ["5a", "7b", "8c", "9d", "12e", "13f", "14g", "15a", "16b"],
    );
    // OneUptime/oneuptime#2413: after Friday comes Monday's.
    expect(who(rotaOf([{ ...daily, turnDays: 2 }]), "2026-01-12T12:00:00Z")).toBe("c");
  });

  it("may end for good", () => {
    const closing: BusinessCalendar = {
      ...office,
      nextOpening: (time) => (time < at("2026-02-01T00:00:00Z") ? office.nextOpening(time) : undefined),
      secondsBetween: (from, to) => {
        const end = new Date(Math.min(to.getTime(), at("2026-02-01T00:00:00Z").getTime()));
        return from < end ? office.secondsBetween(from, end) : 0;
      },
    };
    const daily = rotaOf([{ ...weekly, turnDays: 1, handover: "00:00", calendar: closing, skipsClosedDays: true }]);
    expect(who(daily, "2026-01-30T12:00:00Z")).toBe("ann");
    expect(who(daily, "2026-02-02T12:00:00Z")).toBeUndefined();
    expect(who(daily, "2046-02-02T12:00:00Z")).toBeUndefined();
  });

  it("cut a shift that goes on over a handover", () => {
    const night = weeklyHours({ timeZone: "Europe/Berlin", days: "mon-sun", from: "00:00", to: "24:00" });
    expect(
      between(rotaOf([{ ...weekly, turnDays: 1, calendar: night }]), "2026-01-06T00:00:00Z", "2026-01-07T00:00:00Z"),
    ).toEqual(["2026-01-05T08:00 2026-01-06T08:00 ann", "2026-01-06T08:00 2026-01-07T08:00 bob"]);
  });

  it("are what gaps are looked for in, where only these are promised", () => {
    const rota = rotaOf([{ ...weekly, start: "2026-01-12", calendar: office }]);
    const gaps = gapsBetween(rota, at("2026-01-09T00:00:00Z"), at("2026-01-14T00:00:00Z"), office);
    expect(gaps.map((it) => `${short(it.from)} ${short(it.to)}`)).toEqual(["2026-01-09T08:00 2026-01-09T16:00"]);
    expect(
      gapsBetween(rota, at("2026-01-12T08:00:00Z"), at("2026-01-13T08:00:00Z")).map((it) => short(it.from)),
    ).toEqual(["2026-01-12T16:00"]);
  });
});

describe("layers that follow the sun", () => {
  const europe: Layer = {
    ...weekly,
    name: "europe",
    calendar: weeklyHours({ timeZone: "Europe/Berlin", from: "08:00", to: "17:00" }),
  };
  const america: Layer = {
    ...weekly,
    name: "america",
    people: ["dan"],
    timeZone: "America/New_York",
    calendar: weeklyHours({ timeZone: "America/New_York", from: "09:00", to: "17:00" }),
  };

  it("take turns, and the first one counts while both are open", () => {
    expect(between(rotaOf([europe, america]), "2026-01-14T00:00:00Z", "2026-01-15T00:00:00Z")).toEqual([
      "2026-01-14T07:00 2026-01-14T16:00 bob",
      "2026-01-14T16:00 2026-01-14T22:00 dan",
    ]);
    expect(between(rotaOf([america, europe]), "2026-01-14T00:00:00Z", "2026-01-15T00:00:00Z")).toEqual([
      "2026-01-14T07:00 2026-01-14T14:00 bob",
      "2026-01-14T14:00 2026-01-14T22:00 dan",
    ]);
  });

  it("overlap by an hour more in the weeks in which one has changed its clocks", () => {
    expect(between(rotaOf([europe, america]), "2026-03-11T00:00:00Z", "2026-03-12T00:00:00Z")).toEqual([
      "2026-03-11T07:00 2026-03-11T16:00 bob",
      "2026-03-11T16:00 2026-03-11T21:00 dan",
    ]);
  });

  it("stay whole when the time asked for begins within a shift", () => {
    expect(between(rotaOf([europe, america]), "2026-01-14T18:00:00Z", "2026-01-14T18:01:00Z")).toEqual([
      "2026-01-14T16:00 2026-01-14T22:00 dan",
    ]);
  });
});

describe("a cover", () => {
  const week = { who: "cy", from: at("2026-01-14T00:00:00Z"), to: at("2026-01-16T00:00:00Z") };

  it("takes the place of everybody for its time", () => {
    expect(between(rotaOf([weekly], [week]), "2026-01-13T00:00:00Z", "2026-01-17T00:00:00Z")).toEqual([
      "2026-01-12T08:00 2026-01-14T00:00 bob",
      "2026-01-14T00:00 2026-01-16T00:00 cy cover",
      "2026-01-16T00:00 2026-01-19T08:00 bob",
    ]);
  });

  it("of a person keeps that person's shifts as they are", () => {
    // target/goalert#4362: shifts that were covered ran into each other, and the hours between them were lost.
    const calendar = weeklyHours({ timeZone: "Europe/Berlin", from: "09:00", to: "17:00" });
    const rota = rotaOf([{ ...weekly, calendar }], [{ ...week, for: "BOB", from: at("2026-01-09T00:00:00Z") }]);
    expect(between(rota, "2026-01-09T00:00:00Z", "2026-01-17T00:00:00Z")).toEqual([
      "2026-01-09T08:00 2026-01-09T16:00 ann",
      "2026-01-12T08:00 2026-01-12T16:00 cy cover",
      "2026-01-13T08:00 2026-01-13T16:00 cy cover",
      "2026-01-14T08:00 2026-01-14T16:00 cy cover",
      "2026-01-15T08:00 2026-01-15T16:00 cy cover",
      "2026-01-16T08:00 2026-01-16T16:00 bob",
    ]);
  });

  it("of a layer leaves the others alone", () => {
    const second = { ...weekly, name: "second", people: ["dan"], start: "2025-01-06" };
    const rota = rotaOf([weekly, second], [{ ...week, layer: "second" }]);
    expect(who(rota, "2026-01-15T00:00:00Z")).toBe("bob");
    expect(who(rotaOf([second, weekly], rota.covers), "2026-01-15T00:00:00Z")).toBe("cy");
  });

  it("is on call on a holiday, and before the rota begins", () => {
    const rota = rotaOf([{ ...weekly, start: "2027-01-04" }], [week]);
    expect(who(rota, "2026-01-15T00:00:00Z")).toBe("cy");
    expect(who(rota, "2026-01-16T00:00:00Z")).toBeUndefined();
  });
});

describe("a rota of nobody", () => {
  it("has no shifts, and one gap", () => {
    const [from, to] = [at("2026-01-01T00:00:00Z"), at("2026-02-01T00:00:00Z")];
    expect(shiftsBetween(rotaOf([]), from, to)).toEqual([]);
    expect(gapsBetween(rotaOf([]), from, to)).toEqual([{ from, to }]);
    expect(nextShift(rotaOf([]), from)).toBeUndefined();
  });
});
