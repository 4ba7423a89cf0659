import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config/load.ts";
import { renderProblem } from "../../src/config/problem.ts";

/** A config of one series, whose settings are told one a line from the third line on, and what is said of it. */
function problemsOf(lines: string, rest = ""): string[] {
  const series = lines
    .trim()
    .split("\n")
    .map((line) => `    ${line.trim()}\n`)
    .join("");
  return problemsOfText(`sessions:\n  - name: clinic\n${series}${rest}`);
}

function problemsOfText(text: string): string[] {
  const loaded = loadConfig(text);
  return "problems" in loaded ? loaded.problems.map(renderProblem) : [];
}

const start = "start: 2026-01-06 14:00";

describe("a rule that cannot be read", () => {
  it.each([
    ["every tuesday", "must be an RRULE such as `FREQ=WEEKLY;BYDAY=TU`"],
    ["BYDAY=TU", "has no `FREQ`: begin with `FREQ=WEEKLY;`"],
    ["FREQ=WEEKLY;", "has a `;` too many"],
    ["FREQ=WEEKLY;BYDAY", "`BYDAY` is no part of a rule: write parts as `FREQ=WEEKLY;BYDAY=TU`"],
    ["FREQ=WEEKLY;FREQ=DAILY", "has `FREQ` twice"],
    ["FREQ=WEEKLY; BYDAY=TU", "must be one RRULE without spaces or lines: other dates go into `extra` and `except`"],
    ["FREQ=FORTNIGHTLY", "`FREQ` must be one of `DAILY`, `WEEKLY`, `MONTHLY`, `YEARLY`, and is `FORTNIGHTLY`"],
    ["FREQ=WEEKLY;BYDAY=XX", "`BYDAY` must list days such as `TU`, `1TU` or `-1FR`, and has `XX`"],
    ["FREQ=MONTHLY;BYDAY=0TU", "`BYDAY` must list days such as `TU`, `1TU` or `-1FR`, and has `0TU`"],
    ["FREQ=WEEKLY;WKST=1", "`WKST` must be one of MO, TU, WE, TH, FR, SA, SU"],
    [
      "FREQ=MONTHLY;BYMONTHDAY=1,45",
      "`BYMONTHDAY` must list whole numbers from 1 to 31, or from -1 to -31, counted from the end, and has `45`",
    ],
    ["FREQ=YEARLY;BYMONTH=0", "`BYMONTH` must list whole numbers from 1 to 12, and has `0`"],
    ["FREQ=YEARLY;BYMONTH=1,", "`BYMONTH` must list whole numbers from 1 to 12, and has ``"],
    ["FREQ=DAILY;BYHOUR=24", "`BYHOUR` must list whole numbers from 0 to 23, and has `24`"],
    ["FREQ=WEEKLY;INTERVAL=0", "`INTERVAL` must be a whole number from 1 to 1000"],
    ["FREQ=WEEKLY;INTERVAL=-2", "`INTERVAL` must be a whole number from 1 to 1000"],
    ["FREQ=DAILY;COUNT=0", "`COUNT` must be a whole number from 1 to 1000; leave it out for a series that goes on"],
    [
      "FREQ=DAILY;COUNT=1000000",
      "`COUNT` must be a whole number from 1 to 1000; leave it out for a series that goes on",
    ],
    [
      "FREQ=DAILY;UNTIL=20260230",
      "`UNTIL` must be a day that there is, such as `20261231`, or a time such as `20261231T170000Z`",
    ],
    [
      "FREQ=DAILY;UNTIL=2026-12-31",
      "`UNTIL` must be a day that there is, such as `20261231`, or a time such as `20261231T170000Z`",
    ],
    ["FREQ=DAILY;COUNT=2;UNTIL=20270101", "has both `COUNT` and `UNTIL`: leave one out"],
    ["FREQ=DAILY;BYSECOND=0", "`BYSECOND` cannot be: sessions start at full minutes"],
    ["FREQ=DAILY;RSCALE=HEBREW", "`RSCALE` cannot be: rules are of the Gregorian calendar"],
    ["FREQ=DAILY;EXDATE=20260107T140000", "`EXDATE` goes into `except`"],
    ["FREQ=DAILY;RDATE=20260107T140000", "`RDATE` goes into `extra`"],
    ["FREQ=DAILY;DTSTART=20260107T140000", "`DTSTART` goes into `start` and `timezone`"],
    [
      "FREQ=DAILY;TOSTRING=1",
      "`TOSTRING` is no part of a rule; there are FREQ, INTERVAL, COUNT, UNTIL, BYDAY, WKST, BYMONTH, BYMONTHDAY, BYYEARDAY, BYWEEKNO, BYHOUR, BYMINUTE, BYSETPOS",
    ],
    ["FREQ=WEEKLY;BYDAY=1TU", "`BYDAY=1TU` needs `FREQ=MONTHLY` or `FREQ=YEARLY`, and is `FREQ=WEEKLY`"],
    ["FREQ=WEEKLY;BYMONTHDAY=6", "`BYMONTHDAY` needs `FREQ=MONTHLY`, and is `FREQ=WEEKLY`"],
    ["FREQ=MONTHLY;BYWEEKNO=2", "`BYWEEKNO` needs `FREQ=YEARLY`, and is `FREQ=MONTHLY`"],
    ["FREQ=MONTHLY;BYYEARDAY=6", "`BYYEARDAY` needs `FREQ=YEARLY`, and is `FREQ=MONTHLY`"],
    ["FREQ=YEARLY;BYYEARDAY=6;BYWEEKNO=2", "`BYYEARDAY` and `BYWEEKNO` cannot stand together: leave one out"],
    ["FREQ=YEARLY;BYDAY=1TU;BYWEEKNO=2", "`BYDAY=1TU` cannot stand with `BYWEEKNO`: write `BYDAY=TU`"],
    ["FREQ=MONTHLY;BYDAY=1TU;BYMONTHDAY=6", "`BYDAY=1TU` cannot stand with `BYMONTHDAY`: write `BYDAY=TU`"],
    ["FREQ=MONTHLY;BYDAY=1TU,TH", "`BYDAY=1TU` cannot stand with `TH`, which has no number"],
    ["FREQ=YEARLY;BYDAY=TU;BYWEEKNO=2;BYSETPOS=1", "`BYSETPOS` cannot stand with `BYWEEKNO`: leave one out"],
    ["FREQ=DAILY;BYSETPOS=1", "`BYSETPOS` needs another part to choose from, such as `BYDAY=MO,TU,WE,TH,FR`"],
  ])("%s", (rule, message) => {
    expect(problemsOf(`${start}\nrule: "${rule}"`)).toEqual([`4:11 sessions.0.rule: ${message}`]);
  });
});

describe("a rule that cannot be answered", () => {
  const often = "is too often for sessions: for several a day write `FREQ=DAILY;BYHOUR=9,15`";
  it.each([
    ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "has no session in the ten years after `start`"],
    ["FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "has no session in the ten years after `start`"],
    ["FREQ=WEEKLY;BYDAY=MO;BYSETPOS=9", "has no session in the ten years after `start`"],
    ["FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6", "has no session in the ten years after `start`"],
    ["FREQ=MONTHLY;BYDAY=6MO", "`BYDAY=6MO` never comes: no month has more than five of a weekday"],
    ["FREQ=WEEKLY;UNTIL=20251231", "has an `UNTIL` that is before `start`, 2026-01-06 14:00"],
    ["FREQ=SECONDLY", `\`FREQ=SECONDLY\` ${often}`],
    ["FREQ=MINUTELY;BYHOUR=1", `\`FREQ=MINUTELY\` ${often}`],
    ["FREQ=HOURLY;INTERVAL=8", `\`FREQ=HOURLY\` ${often}`],
    [
      "FREQ=DAILY;BYHOUR=9,10,14;BYMINUTE=0,20,40",
      "`BYHOUR` and `BYMINUTE` make 9 sessions a day, and at most 8 are listed",
    ],
    [
      `FREQ=YEARLY;BYYEARDAY=${Array.from({ length: 100 }, (_, index) => index + 1).join(",")}`,
      "`BYYEARDAY` lists 100 values, and at most 31 are read",
    ],
    ["FREQ=DAILY;BYHOUR=2,8,14,20", "has more than 1000 sessions a year"],
  ])("%s", (rule, message) => {
    expect(problemsOf(`${start}\nrule: "${rule}"`)).toEqual([`4:11 sessions.0.rule: ${message}`]);
  });
});

describe("a series", () => {
  it.each([
    [
      "that starts when its rule has no session",
      "start: 2026-01-05 14:00\nrule: FREQ=WEEKLY;BYDAY=TU",
      "3:12 sessions.0.start: 2026-01-05 14:00 is a Monday on which the rule has no session at that time: write `2026-01-06 14:00`, its first one after that",
    ],
    [
      "that starts at a time that there is not",
      "start: 2026-02-30 14:00",
      "3:12 sessions.0.start: must be a day of the years 2000 to 2199 with a time, such as `2026-01-06 14:00`",
    ],
    [
      "that starts before there were sessions",
      "start: 0001-01-01 14:00",
      "3:12 sessions.0.start: must be a day of the years 2000 to 2199 with a time, such as `2026-01-06 14:00`",
    ],
    [
      "in a zone that there is not",
      `${start}\ntimezone: Mars/Olympus`,
      "4:15 sessions.0.timezone: there is no such time zone; write its name in the IANA list, such as `Europe/Prague` or `UTC`",
    ],
    [
      "in an offset, which keeps no summer time",
      `${start}\ntimezone: "+02:00"`,
      "4:15 sessions.0.timezone: there is no such time zone; write its name in the IANA list, such as `Europe/Prague` or `UTC`",
    ],
    ["of no minutes", `${start}\nminutes: 0`, "4:14 sessions.0.minutes: must be at least 5"],
    ["of fewer than none", `${start}\nminutes: -60`, "4:14 sessions.0.minutes: must be at least 5"],
    ["for nobody", `${start}\nslots: 0`, "4:12 sessions.0.slots: must be at least 1"],
    [
      "with slots of seconds",
      `${start}\nslots: 50\nminutes: 30`,
      "4:12 sessions.0.slots: would make slots of less than a minute: `minutes` is 30",
    ],
    [
      "that is not over when it begins again",
      `${start}\nrule: FREQ=DAILY;BYHOUR=14,15\nminutes: 90`,
      "5:14 sessions.0.minutes: a session of 90 minutes is not over when the next one starts: 2026-01-06 14:00 and 2026-01-06 15:00 overlap",
    ],
    ["with a host twice", `${start}\nhost: [ann, Ann]`, "4:17 sessions.0.host.1: Ann is listed twice"],
    [
      "with what is no login",
      `${start}\nhost: "@ann <b>"`,
      "4:11 sessions.0.host: must be a login as on GitHub, without the @, such as `ann`",
    ],
    [
      "with lines in its title",
      `${start}\ntitle: "Clinic\\nBEGIN:VEVENT"`,
      "4:12 sessions.0.title: must be one line of text without control characters",
    ],
    [
      "with control characters in a topic",
      `${start}\ntopics: ["a\\u0000b"]`,
      "4:14 sessions.0.topics.0: must be one line of text without control characters",
    ],
    [
      "in a language that is no tag",
      `${start}\nlanguages: [deutsch!]`,
      "4:17 sessions.0.languages.0: must be a language tag, such as `en` or `pt-BR`",
    ],
    [
      "whose link is another's script",
      `${start}\nlink: "javascript:alert(1)"`,
      "4:11 sessions.0.link: must be an address that begins with `https://`",
    ],
    [
      "with a calendar that there is not",
      `${start}\ncalendar: office`,
      "4:15 sessions.0.calendar: there is no calendar `office` in `calendars`",
    ],
  ])("%s", (_, lines, message) => {
    expect(problemsOf(lines)).toEqual([message]);
  });

  it("has its name for itself", () => {
    const series = `  - { name: clinic, ${start} }\n`;
    expect(problemsOfText(`sessions:\n${series}${series}`)).toEqual([
      "3:13 sessions.1.name: there are two series of the name clinic",
    ]);
  });
});

describe("dates beside the rule", () => {
  const weekly = `${start}\nrule: FREQ=WEEKLY\n`;
  const twice = "start: 2026-01-06 09:00\nrule: FREQ=WEEKLY;BYHOUR=9,14\n";

  it.each([
    [
      "an exception that matches nothing",
      `${weekly}except: [2026-01-14]`,
      "5:14 sessions.0.except.0: the rule has no session then; the nearest one is `2026-01-13 14:00`",
    ],
    [
      "an exception at another time",
      `${weekly}except: [2026-01-13 13:00]`,
      "5:14 sessions.0.except.0: the rule has no session then; the nearest one is `2026-01-13 14:00`",
    ],
    [
      "an exception long after the end",
      `${start}\nrule: FREQ=WEEKLY;COUNT=2\nexcept: [2035-01-14]`,
      "5:14 sessions.0.except.0: the rule has no session then, nor within a year before or after",
    ],
    [
      "an exception without a rule",
      `${start}\nexcept: [2026-01-14]`,
      "4:14 sessions.0.except.0: there is no session then; the nearest one is `2026-01-06 14:00`",
    ],
    [
      "an exception that is there",
      `${weekly}except: [2026-01-13, 2026-01-13 14:00]`,
      "5:26 sessions.0.except.1: 2026-01-13 14:00 is left out already",
    ],
    [
      "a session moved that there is not",
      `${weekly}moved: [{ from: 2026-01-14, to: 2026-01-15 10:00 }]`,
      "5:21 sessions.0.moved.0.from: the rule has no session then; the nearest one is `2026-01-13 14:00`",
    ],
    [
      "a session moved that is left out",
      `${weekly}except: [2026-01-13]\nmoved: [{ from: 2026-01-13, to: 2026-01-15 10:00 }]`,
      "6:21 sessions.0.moved.0.from: the session of 2026-01-13 is left out by `except`, so it cannot be moved",
    ],
    [
      "a session moved twice",
      `${weekly}moved: [{ from: 2026-01-13, to: 2026-01-15 10:00 }, { from: 2026-01-13, to: 2026-01-16 10:00 }]`,
      "5:65 sessions.0.moved.1.from: the session of 2026-01-13 is moved already",
    ],
    [
      "a session moved to where it is",
      `${weekly}moved: [{ from: 2026-01-13, to: 2026-01-13 14:00 }]`,
      "5:37 sessions.0.moved.0.to: the session of 2026-01-13 is held at 2026-01-13 14:00 by the rule",
    ],
    [
      "one of two sessions moved",
      `${twice}moved: [{ from: 2026-01-13, to: 2026-01-15 10:00 }]`,
      "5:21 sessions.0.moved.0.from: there are several sessions on 2026-01-13: write `2026-01-13 09:00` or `2026-01-13 14:00`",
    ],
    [
      "a session moved into another one",
      `${weekly}moved: [{ from: 2026-01-13, to: 2026-01-20 13:30 }]`,
      "5:37 sessions.0.moved.0.to: overlaps the session of 2026-01-20 14:00",
    ],
    [
      "an extra session that is there",
      `${weekly}extra: [2026-01-13 14:00]`,
      "5:13 sessions.0.extra.0: the rule has a session at 2026-01-13 14:00 already",
    ],
    [
      "an extra session twice",
      `${weekly}extra: [2026-01-14 14:00, 2026-01-14 14:00]`,
      "5:31 sessions.0.extra.1: 2026-01-14 14:00 is listed twice",
    ],
    [
      "an extra session that is left out",
      `${weekly}except: [2026-01-13]\nextra: [2026-01-13 14:00]`,
      "6:13 sessions.0.extra.0: 2026-01-13 14:00 is left out by `except` as well: take it out of both",
    ],
    [
      "an extra session in the place of a moved one",
      `${weekly}moved: [{ from: 2026-01-13, to: 2026-01-14 14:00 }]\nextra: [2026-01-13 14:00]`,
      "6:13 sessions.0.extra.0: the session of 2026-01-13 14:00 is moved to another time, so this one cannot be told from it",
    ],
    [
      "an extra session in the middle of another",
      `${weekly}extra: [2026-01-13 14:59]`,
      "5:13 sessions.0.extra.0: overlaps the session of 2026-01-13 14:00",
    ],
    [
      "an exception that is no day",
      `${weekly}except: [christmas]`,
      "5:14 sessions.0.except.0: must be a day of the years 2000 to 2199, with or without a time, such as `2026-12-29` or `2026-12-29 14:00`",
    ],
    [
      "an extra session without a time",
      `${weekly}extra: [2026-01-14]`,
      "5:13 sessions.0.extra.0: must be a day of the years 2000 to 2199 with a time, such as `2026-01-06 14:00`",
    ],
  ])("%s", (_, lines, message) => {
    expect(problemsOf(lines)).toEqual([message]);
  });

  it("may touch other sessions, and take the place of one on a closed day", () => {
    const calendars =
      "calendars:\n  office: { timezone: UTC, hours: { mon-fri: 09:00-17:00 }, holidays: [2026-01-20] }\n";
    expect(problemsOf(`${weekly}extra: [2026-01-13 15:00]`)).toEqual([]);
    const moved = "moved: [{ from: 2026-01-13, to: 2026-01-20 14:30 }]";
    expect(problemsOf(`${weekly}calendar: office\n${moved}`, calendars)).toEqual([]);
    expect(problemsOf(`${weekly}${moved}`)).toHaveLength(1);
  });
});

describe("two series of one host", () => {
  const clinic = `  - { name: clinic, rule: FREQ=WEEKLY, ${start}, host: ann }\n`;

  it("may not overlap", () => {
    const other = "  - { name: other, start: 2026-03-03 14:59, host: [bob, Ann] }\n";
    expect(problemsOfText(`sessions:\n${clinic}${other}`)).toEqual([
      "3:51 sessions.1.host: ann holds clinic and other at the same time, on 2026-03-03 14:59",
    ]);
  });

  it("are compared in time, not by clocks, and a year long", () => {
    // Nine in the morning in New York is 14:00 in UTC in winter alone.
    const other =
      "  - { name: other, rule: FREQ=WEEKLY, start: 2026-06-02 09:00, timezone: America/New_York, host: ann }\n";
    expect(problemsOfText(`sessions:\n${clinic}${other}`)).toEqual([
      "3:98 sessions.1.host: ann holds clinic and other at the same time, on 2026-11-03 09:00",
    ]);
  });

  it.each([
    ["one after the other", "start: 2026-03-03 15:00, host: ann"],
    ["of different people", "start: 2026-03-03 14:00, host: bob"],
    ["by the rota", "start: 2026-03-03 14:00"],
  ])("may be %s", (_, settings) => {
    expect(problemsOfText(`sessions:\n${clinic}  - { name: other, ${settings} }\n`)).toEqual([]);
  });
});

describe("much at once", () => {
  it("is told as far as somebody can mend it, and in bounded time", () => {
    const bad = `  - { name: x, ${start}, rule: FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30 }\n`;
    expect(problemsOfText(`sessions:\n${bad.repeat(50)}`)).toHaveLength(20);
  });

  it("is refused where dates are without end", () => {
    const days = Array.from({ length: 200 }, (_, day) =>
      new Date(Date.UTC(2026, 0, 6 + day)).toISOString().slice(0, 10),
    );
    const series = (index: number) =>
      `  - { name: s${index}, ${start}, rule: FREQ=DAILY, except: [${days.join(", ")}] }\n`;
    const many = (count: number) => `sessions:\n${Array.from({ length: count }, (_, it) => series(it)).join("")}`;
    expect(problemsOfText(many(5))).toEqual([]);
    expect(problemsOfText(many(6))[0]).toContain("must list at most 1000 dates in all, and lists 1200");
  });
});
