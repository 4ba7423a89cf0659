import { describe, expect, it } from "vitest";
import { alwaysOpen } from "../../src/business-time/always-open.ts";
import { calendarsOf } from "../../src/business-time/calendars-of.ts";
import { loadConfig } from "../../src/config/load.ts";
import { calendarOf, hoursBetween } from "./calendar-of.ts";

const office = "timezone: Europe/Prague\nhours: { mon-fri: 09:00-17:00 }";
const split = 'timezone: Europe/Prague\nhours: { mon-fri: ["09:00-12:00", "13:00-17:00"] }';
const nights = "timezone: Europe/Prague\nhours: { mon-thu: 22:00-02:00 }";
const roundTheClock = (timezone: string) => `timezone: ${timezone}\nhours: 24/7`;
const daily = (timezone: string, hours: string) => `timezone: ${timezone}\nhours: { mon-sun: ${hours} }`;

describe("what a span holds of business hours", () => {
  it.each<[what: string, calendar: string, from: string, to: string, hours: number]>([
    ["nothing of the night", office, "2026-11-24T17:00+01:00", "2026-11-25T09:00+01:00", 0],
    ["a weekend left out", office, "2026-11-27T16:00+01:00", "2026-11-30T10:00+01:00", 2],
    ["lunch left out", split, "2026-11-24T11:30+01:00", "2026-11-24T13:30+01:00", 1],
    ["both sides of midnight", nights, "2026-11-24T00:00+01:00", "2026-11-25T00:00+01:00", 4],
    ["what began on Thursday, on Friday", nights, "2026-11-27T00:00+01:00", "2026-11-28T00:00+01:00", 2],
    ["29 February", office, "2028-02-28T16:00+01:00", "2028-03-01T10:00+01:00", 10],
    ["the turn of the year", office, "2026-12-31T16:00+01:00", "2027-01-01T10:00+01:00", 2],
    ["a day of 23 hours", roundTheClock("Europe/Prague"), "2026-03-29T00:00+01:00", "2026-03-30T00:00+02:00", 23],
    ["a day of 25 hours", roundTheClock("Europe/Prague"), "2026-10-25T00:00+02:00", "2026-10-26T00:00+01:00", 25],
    ["half an hour less", daily("Australia/Lord_Howe", "00:00-06:00"), "2026-10-03T12:00Z", "2026-10-04T12:00Z", 5.5],
    ["half an hour more", daily("Australia/Lord_Howe", "00:00-06:00"), "2026-04-04T12:00Z", "2026-04-05T12:00Z", 6.5],
    ["a zone of half hours", daily("Asia/Kolkata", "09:00-10:00"), "2026-11-24T03:30Z", "2026-11-24T04:30Z", 1],
    ["a zone of quarters", daily("Asia/Kathmandu", "09:00-10:00"), "2026-11-24T03:15Z", "2026-11-24T04:15Z", 1],
    // A time that is skipped does not pass; one that is repeated passes twice.
    ["hours that are skipped", daily("Europe/Prague", "02:00-03:00"), "2026-03-28T23:00Z", "2026-03-29T22:00Z", 0],
    ["half of them skipped", daily("Europe/Prague", "01:30-02:30"), "2026-03-28T23:00Z", "2026-03-29T22:00Z", 0.5],
    ["a start that is skipped", daily("Europe/Prague", "02:30-05:00"), "2026-03-28T23:00Z", "2026-03-29T22:00Z", 2],
    ["hours that are repeated", daily("Europe/Prague", "02:00-03:00"), "2026-10-24T22:00Z", "2026-10-25T23:00Z", 2],
    ["an end that is repeated", daily("Europe/Prague", "01:00-02:30"), "2026-10-24T22:00Z", "2026-10-25T23:00Z", 2],
    // Midnight itself is skipped or repeated.
    ["no midnight in Beirut", daily("Asia/Beirut", "00:00-02:00"), "2026-03-28T12:00Z", "2026-03-29T12:00Z", 1],
    ["Beirut's 25 hours", roundTheClock("Asia/Beirut"), "2026-10-24T00:00+03:00", "2026-10-25T00:00+02:00", 25],
    ["Cairo's evening twice", daily("Africa/Cairo", "23:00-24:00"), "2026-10-29T12:00Z", "2026-10-30T12:00Z", 2],
    [
      "no midnight in São Paulo",
      daily("America/Sao_Paulo", "00:00-01:00"),
      "2018-11-03T12:00Z",
      "2018-11-04T12:00Z",
      0,
    ],
    [
      "a day that Samoa left out",
      daily("Pacific/Apia", "09:00-17:00"),
      "2011-12-29T00:00-10:00",
      "2012-01-01T00:00+14:00",
      16,
    ],
    ["years", office, "2026-01-01T00:00+01:00", "2036-01-01T00:00+01:00", 8 * 2608],
    [
      "all evenings of a year, west of Greenwich",
      daily("America/Los_Angeles", "19:00-24:00"),
      "2026-01-01T00:00-08:00",
      "2027-01-01T00:00-08:00",
      5 * 365,
    ],
    [
      "all mornings of a year, east of it",
      daily("Pacific/Kiritimati", "00:00-05:00"),
      "2026-01-01T00:00+14:00",
      "2027-01-01T00:00+14:00",
      5 * 365,
    ],
    ["nothing backwards", office, "2026-11-25T12:00Z", "2026-11-24T12:00Z", 0],
    ["parts of a second", office, "2026-11-24T12:00:00.250Z", "2026-11-24T12:00:00.750Z", 0.5 / 3600],
  ])("%s", (_, calendar, from, to, hours) => {
    expect(hoursBetween(calendarOf(calendar), from, to)).toBe(hours);
  });
});

const christmas = `${office}
holidays: [2026-12-24, 12-25, 2026-12-28..2026-12-31, { date: 2027-01-04, hours: 10:00-12:00 }]`;

describe("what holidays take away", () => {
  it.each<[what: string, calendar: string, from: string, to: string, hours: number]>([
    ["a date, a yearly date and a range", christmas, "2026-12-23T16:00+01:00", "2027-01-01T10:00+01:00", 2],
    ["a date in its year alone", christmas, "2027-12-24T00:00+01:00", "2027-12-25T00:00+01:00", 8],
    ["a yearly date in other years", christmas, "2028-12-25T00:00+01:00", "2028-12-26T00:00+01:00", 0],
    ["hours of a day's own", christmas, "2027-01-04T00:00+01:00", "2027-01-05T00:00+01:00", 2],
    ["29 February", `${office}\nholidays: [02-29]`, "2028-02-28T16:00+01:00", "2028-03-01T10:00+01:00", 2],
    [
      "nothing for it in other years",
      `${office}\nholidays: [02-29]`,
      "2027-02-26T09:00+01:00",
      "2027-03-01T17:00+01:00",
      16,
    ],
    [
      "a range over New Year, every year",
      `${office}\nholidays: [12-24..01-01]`,
      "2029-12-21T09:00+01:00",
      "2030-01-02T17:00+01:00",
      16,
    ],
    // A day before a range, and a year before every year.
    [
      "but one of the days",
      `${office}\nholidays: [12-24..01-01, { date: 2029-12-27, hours: 09:00-10:00 }]`,
      "2029-12-24T00:00+01:00",
      "2030-01-01T00:00+01:00",
      1,
    ],
    [
      "a year's own hours",
      `${office}\nholidays: [{ date: 2026-12-24, hours: 09:00-12:00 }, 12-24]`,
      "2026-12-24T00:00+01:00",
      "2026-12-25T00:00+01:00",
      3,
    ],
    [
      "hours on a weekend",
      `${office}\nholidays: [{ date: 2026-11-28, hours: ["10:00-11:00", "12:00-13:00"] }]`,
      "2026-11-28T00:00+01:00",
      "2026-11-29T00:00+01:00",
      2,
    ],
    // `22:00-02:00` is `22:00-24:00` and, on the next day, `00:00-02:00`.
    [
      "a night up to midnight",
      `${nights}\nholidays: [2026-11-25]`,
      "2026-11-24T12:00+01:00",
      "2026-11-25T12:00+01:00",
      2,
    ],
    [
      "a night from midnight",
      `${nights}\nholidays: [2026-11-24]`,
      "2026-11-24T12:00+01:00",
      "2026-11-25T12:00+01:00",
      2,
    ],
  ])("%s", (_, calendar, from, to, hours) => {
    expect(hoursBetween(calendarOf(calendar), from, to)).toBe(hours);
  });
});

describe("what a file takes away", () => {
  const event = (...lines: readonly string[]) => ["BEGIN:VEVENT", ...lines, "END:VEVENT"];
  const ics = [
    "BEGIN:VCALENDAR",
    ...event("DTSTART;VALUE=DATE:20261225"),
    ...event("DTSTART:20261223T120000", "DTEND:20261223T130000"),
    ...event("DTSTART:20261223T123000", "DTEND:20261223T140000"),
    ...event("DTSTART:20261224T130000", "DTEND:20261226T000000"),
    ...event("DTSTART:20261228T000000", "DTEND:20261228T100000"),
    ...event("DTSTART:20261229T160000Z", "DTEND:20261230T080000Z"),
    "END:VCALENDAR",
  ].join("\n");
  const own = "holidays: [{ date: 2026-12-25, hours: 10:00-11:00 }, { date: 2026-12-28, hours: 09:00-17:00 }]";
  const withFile = (more = "") => calendarOf(`${office}\nholidays-file: off.ics\n${more}`, { "off.ics": ics });

  it.each<[what: string, more: string, day: string, hours: number]>([
    ["two hours in the middle of a day, by events that overlap", "", "23", 6],
    ["an afternoon", "", "24", 4],
    ["a day", "", "25", 0],
    ["a morning", "", "28", 7],
    ["nothing of the hours around it", "", "29", 8],
    ["nothing of a day with hours of its own", own, "25", 1],
    ["no part of a day with hours of its own", own, "28", 8],
    ["the same of other days", own, "23", 6],
  ])("%s", (_, more, day, hours) => {
    const next = String(Number(day) + 1);
    expect(hoursBetween(withFile(more), `2026-12-${day}T00:00+01:00`, `2026-12-${next}T00:00+01:00`)).toBe(hours);
  });

  it("is what the file says now", () => {
    const loaded = loadConfig("calendars: { team: { timezone: UTC, hours: 24/7, holidays-file: off.ics } }");
    const { calendars } = "config" in loaded ? loaded.config : { calendars: {} };
    const of = (text: string) => calendarsOf(calendars, new Map([["off.ics", text]])).byName.get("team");
    const christmas = new Date("2026-12-25T12:00Z");
    expect(of(ics)?.isOpenAt(christmas)).toBe(false);
    expect(of("BEGIN:VCALENDAR\nEND:VCALENDAR")?.isOpenAt(christmas)).toBe(true);
    expect(of(ics)).toBe(of(ics));
  });

  it("is nothing where there is no file, which is told", () => {
    const loaded = loadConfig("calendars: { team: { timezone: UTC, hours: 24/7, holidays-file: off.ics } }");
    const { calendars } = "config" in loaded ? loaded.config : { calendars: {} };
    const { byName, problems } = calendarsOf(calendars, new Map());
    expect(byName.get("team")?.isOpenAt(new Date("2026-12-25T12:00Z"))).toBe(true);
    expect(problems).toEqual([{ path: "off.ics", line: 1, column: 1, message: "there is no such file" }]);
  });
});

describe("when a target is reached", () => {
  it.each<[what: string, calendar: string, from: string, target: number, due: string]>([
    ["16 h are two days of 8 h", office, "2026-11-24T09:00+01:00", 16, "2026-11-25T17:00+01:00"],
    [
      "at the end of a day, not at the start of the next",
      office,
      "2026-11-24T16:00+01:00",
      1,
      "2026-11-24T17:00+01:00",
    ],
    ["asked at night", office, "2026-11-24T22:00+01:00", 1, "2026-11-25T10:00+01:00"],
    ["no time at all", office, "2026-11-24T22:00+01:00", 0, "2026-11-24T22:00+01:00"],
    ["less than no time", office, "2026-11-24T22:00+01:00", -1, "2026-11-24T22:00+01:00"],
    ["over a change of clocks", office, "2026-03-27T16:00+01:00", 2, "2026-03-30T10:00+02:00"],
    ["an hour that is repeated", roundTheClock("Europe/Prague"), "2026-10-25T02:00+02:00", 1, "2026-10-25T02:00+01:00"],
    ["ten years of 40-hour weeks", office, "2026-01-01T09:00+01:00", 8 * 2608, "2035-12-31T17:00+01:00"],
    ["an hour a week", "timezone: UTC\nhours: { mon: 09:00-10:00 }", "2026-11-30T09:00Z", 1_000, "2046-01-22T10:00Z"],
  ])("%s", (_, calendar, from, hours, due) => {
    expect(calendarOf(calendar).addSeconds(new Date(from), hours * 3600)).toEqual(new Date(due));
  });

  it("at the end of what is reckoned at a time", () => {
    const [start, seconds] = [new Date(0), 64 * 86_400];
    expect(alwaysOpen.addSeconds(start, seconds)).toEqual(new Date(seconds * 1000));
    expect(alwaysOpen.addSeconds(start, seconds + 1)).toEqual(new Date((seconds + 1) * 1000));
  });

  it("is refused more than 200 years ahead", () => {
    const calendar = calendarOf("timezone: UTC\nhours: { mon: 09:00-10:00 }");
    expect(() => calendar.addSeconds(new Date("2026-11-30T09:00Z"), 87_600 * 3600)).toThrow("200 years");
  });
});

describe("openings", () => {
  const calendar = calendarOf(christmas);

  it.each([
    ["2026-11-24T08:59:59.999+01:00", false],
    ["2026-11-24T09:00:00+01:00", true],
    ["2026-11-24T16:59:59.999+01:00", true],
    ["2026-11-24T17:00:00+01:00", false],
  ])("at %s: %s", (at, isOpen) => {
    expect(calendar.isOpenAt(new Date(at))).toBe(isOpen);
  });

  it.each([
    ["2026-11-24T12:00+01:00", "2026-11-24T12:00+01:00"],
    ["2026-11-24T17:00+01:00", "2026-11-25T09:00+01:00"],
    ["2026-12-23T18:00+01:00", "2027-01-01T09:00+01:00"],
  ])("after %s comes %s", (at, opening) => {
    expect(calendar.nextOpening(new Date(at))).toEqual(new Date(opening));
  });

  it("come no more when a file has all days off", () => {
    const ics =
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20260101\nRRULE:FREQ=WEEKLY;BYDAY=MO\nEND:VEVENT\nEND:VCALENDAR";
    const closed = calendarOf("timezone: UTC\nhours: { mon: 09:00-17:00 }\nholidays-file: off.ics", { "off.ics": ics });
    expect(closed.nextOpening(new Date("2026-11-24T12:00Z"))).toBeUndefined();
  });

  it("are always where there is no calendar", () => {
    expect(alwaysOpen.isOpenAt(new Date("2026-12-25T03:00Z"))).toBe(true);
    expect(hoursBetween(alwaysOpen, "2026-03-28T00:00Z", "2026-03-30T00:00Z")).toBe(48);
  });

  it("refuses what is no time", () => {
    expect(() => calendar.isOpenAt(new Date("soon"))).toThrow(RangeError);
  });
});
