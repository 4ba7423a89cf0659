import { describe, expect, it } from "vitest";
import { holidaysFiles } from "../../src/business-time/calendars-of.ts";
import { loadConfig } from "../../src/config/load.ts";
import { renderProblem } from "../../src/config/problem.ts";
import { calendarOf, hoursBetween } from "./calendar-of.ts";

/** What is said of a config with one calendar, each line with its place. */
function problems(...lines: readonly string[]): readonly string[] {
  const loaded = loadConfig(["calendars:", "  team:", ...lines.map((it) => `    ${it}`)].join("\n"));
  return "problems" in loaded ? loaded.problems.map(renderProblem) : [];
}

const utc = "timezone: UTC";

describe("a calendar in the config", () => {
  it.each<[what: string, lines: readonly string[], problem: string]>([
    [
      "an unknown zone",
      ["timezone: Europe/Pragu", "hours: 24/7"],
      "3:15 calendars.team.timezone: there is no such time zone",
    ],
    [
      "an offset for a zone",
      ["timezone: +02:00", "hours: 24/7"],
      "3:15 calendars.team.timezone: there is no such time zone",
    ],
    ["no zone", ["hours: 24/7"], "3:5 calendars.team.timezone: "],
    ["no hours", [utc], "3:5 calendars.team.hours: must be `24/7`, or days with their hours"],
    ["empty hours", [utc, "hours: {}"], "4:12 calendars.team.hours: no day has hours, so time would never count"],
    ["days without hours", [utc, "hours: { mon-fri: [] }"], "4:12 calendars.team.hours: no day has hours"],
    [
      "hours by number",
      [utc, "hours: { mon: 9 }"],
      "4:19 calendars.team.hours.mon: must be hours such as `09:00-17:00`",
    ],
    [
      "hours of no day",
      [utc, "hours: { fro: 09:00-17:00 }"],
      '4:19 calendars.team.hours.fro: "fro" is no day of the week',
    ],
    [
      "an open range of days",
      [utc, "hours: { mon-: 09:00-17:00 }"],
      '4:20 calendars.team.hours.mon-: "mon-" is no day',
    ],
    [
      "a day twice",
      [utc, "hours:", "  mon-fri: 09:00-17:00", "  wed: 09:00-12:00"],
      "6:12 calendars.team.hours.wed: wed has its hours from `mon-fri` already",
    ],
    [
      "one digit",
      [utc, "hours: { mon: 9:00-17:00 }"],
      '4:19 calendars.team.hours.mon: "9:00-17:00" is no time of a day: write hours as `09:00-17:00`',
    ],
    [
      "a time that no clock shows",
      [utc, "hours: { mon: 09:00-24:30 }"],
      '4:19 calendars.team.hours.mon: "09:00-24:30" is no time of a day',
    ],
    [
      "61 minutes",
      [utc, "hours: { mon: 09:61-17:00 }"],
      '4:19 calendars.team.hours.mon: "09:61-17:00" is no time of a day',
    ],
    ["one time", [utc, "hours: { mon: '09:00' }"], '4:19 calendars.team.hours.mon: "09:00" is no time of a day'],
    [
      "an empty interval",
      [utc, "hours: { mon: 09:00-09:00 }"],
      '4:19 calendars.team.hours.mon: "09:00-09:00" is empty; a whole day is `00:00-24:00`',
    ],
    [
      "an overlap",
      [utc, 'hours: { mon: ["09:00-12:00", "11:00-17:00"] }'],
      "4:19 calendars.team.hours.mon: the hours overlap at 11:00",
    ],
    [
      "the same twice",
      [utc, 'hours: { mon: ["09:00-12:00", "09:00-12:00"] }'],
      "4:19 calendars.team.hours.mon: the hours overlap at 09:00",
    ],
    [
      "an overlap past midnight",
      [utc, "hours: { sun: 22:00-02:00, mon: 01:00-05:00 }"],
      "4:37 calendars.team.hours.mon: mon at 01:00 is in the hours of sun still, which go on past midnight",
    ],
    [
      "half an hour a week",
      [utc, "hours: { mon: 09:00-09:30 }"],
      "4:12 calendars.team.hours: time would count for less than an hour a week",
    ],
    [
      "a date that no calendar has",
      [utc, "hours: 24/7", "holidays: [2026-02-29]"],
      "5:16 calendars.team.holidays.0: there is no 2026-02-29 in the calendar",
    ],
    [
      "one that no year has",
      [utc, "hours: 24/7", "holidays: [12-24, 02-30]"],
      "5:23 calendars.team.holidays.1: there is no 02-30 in the calendar",
    ],
    [
      "words for a date",
      [utc, "hours: 24/7", "holidays: [christmas]"],
      '5:16 calendars.team.holidays.0: "christmas" is no date: write a date as `2026-12-24`',
    ],
    [
      "a date of two kinds",
      [utc, "hours: 24/7", "holidays: [2026-12-24..01-01]"],
      '5:16 calendars.team.holidays.0: "2026-12-24..01-01" is no date',
    ],
    [
      "a range backwards",
      [utc, "hours: 24/7", "holidays: [2026-12-24..2026-12-01]"],
      "5:16 calendars.team.holidays.0: 2026-12-24..2026-12-01 ends before it begins",
    ],
    [
      "a range of years",
      [utc, "hours: 24/7", "holidays: [2026-12-24..2062-12-31]"],
      "5:16 calendars.team.holidays.0: 2026-12-24..2062-12-31 is longer than a year",
    ],
    [
      "a day with two hours of its own",
      [utc, "hours: 24/7", "holidays: [12-24, { date: 12-24, hours: 09:00-12:00 }]"],
      "5:31 calendars.team.holidays.1.date: 12-24 stands here twice, with different hours",
    ],
    [
      "a night of a day's own",
      [utc, "hours: 24/7", "holidays: [{ date: 12-24, hours: 22:00-02:00 }]"],
      "5:38 calendars.team.holidays.0.hours: the hours of one day end at `24:00`",
    ],
    [
      "a holiday by number",
      [utc, "hours: 24/7", "holidays: [5]"],
      "5:16 calendars.team.holidays.0: must be a date such as `2026-12-24` or `12-25`",
    ],
    [
      "a setting of a holiday that there is not",
      [utc, "hours: 24/7", "holidays: [{ date: 12-24, name: x }]"],
      "5:31 calendars.team.holidays.0.name: there is no such setting",
    ],
    [
      "holidays that leave nothing",
      [utc, "hours: 24/7", "holidays: [01-01..12-31]"],
      "4:12 calendars.team.hours: time would count for less than an hour a week",
    ],
    [
      "a file above the repository",
      [utc, "hours: 24/7", "holidays-file: ../off.ics"],
      "5:20 calendars.team.holidays-file: must be the path of an `.ics` file",
    ],
    [
      "a file of the machine",
      [utc, "hours: 24/7", "holidays-file: /etc/off.ics"],
      "5:20 calendars.team.holidays-file: must be the path",
    ],
    [
      "an address",
      [utc, "hours: 24/7", "holidays-file: https://example.com/off.ics"],
      "5:20 calendars.team.holidays-file: must be the path",
    ],
    [
      "a setting that there is not",
      [utc, "hours: 24/7", "holiday: [12-24]"],
      "5:5 calendars.team.holiday: there is no such setting",
    ],
  ])("refuses %s", (_, lines, problem) => {
    const [first = "", ...more] = problems(...lines);
    expect(first.slice(0, problem.length)).toBe(problem);
    expect(more).toEqual([]);
  });

  it("tells all that is wrong with hours and holidays at once", () => {
    expect(problems(utc, "hours: { mon: 9-17, fro: 09:00-17:00 }", "holidays: [02-30, x]")).toHaveLength(4);
  });

  it.each<[what: string, hours: string, perWeek: number]>([
    ["days by names", "{ Monday: 09:00-10:00, tue: 09:00-10:00 }", 2],
    ["days behind commas", '{ "mon, wed": 09:00-10:00 }', 2],
    ["days over the end of the week", "{ sat-mon: 09:00-10:00 }", 3],
    ["intervals behind commas, in any order", '{ mon: "13:00-17:00, 09:00-12:00" }', 7],
    ["intervals that touch", '{ mon: ["09:00-12:00", "12:00-17:00"] }', 8],
    ["a dash", "{ mon: 09:00 – 17:00 }", 8],
    ["a day that is closed", "{ mon: 09:00-10:00, tue: [] }", 1],
    ["nights that touch the morning", "{ mon: 22:00-02:00, tue: 02:00-03:00 }", 5],
    ["around the clock", "24/7", 168],
  ])("takes %s", (_, hours, perWeek) => {
    const calendar = calendarOf(`${utc}\nhours: ${hours}`);
    expect(hoursBetween(calendar, "2026-11-23T00:00Z", "2026-11-30T00:00Z")).toBe(perWeek);
  });

  it("names its file of holidays once", () => {
    const calendar = { timezone: "UTC", hours: "24/7" as const, holidays: [], "holidays-file": "off.ics" };
    expect(holidaysFiles({ a: calendar, b: calendar, c: { ...calendar, "holidays-file": undefined } })).toEqual([
      "off.ics",
    ]);
  });
});
