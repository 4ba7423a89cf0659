import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readHolidays } from "../../../src/business-time/ics/read-holidays.ts";

const timeZone = "Europe/Prague";
const day = (it: number) => new Date(it * 86_400_000).toISOString().slice(0, 10);

/** Days and parts of days that events close, all of this century's first 50 years. */
function closed(...lines: readonly string[]): { readonly days: readonly string[]; readonly spans: readonly string[] } {
  const { closures, problems } = readHolidays(file(...lines), timeZone);
  expect(problems).toEqual([]);
  const time = (it: number) => new Date(it).toISOString().slice(0, 16);
  return {
    days: closures.days.map(day).sort(),
    spans: closures.spans.map(({ from, to }) => `${time(from)}/${time(to)}`).sort(),
  };
}

function file(...lines: readonly string[]): string {
  return ["BEGIN:VCALENDAR", "VERSION:2.0", ...lines, "END:VCALENDAR", ""].join("\r\n");
}

const event = (...lines: readonly string[]) => ["BEGIN:VEVENT", ...lines, "END:VEVENT"];
const problems = (text: string) =>
  readHolidays(text, timeZone).problems.map(({ line, column, message }) => `${line}:${column} ${message}`);

describe("days that an event closes", () => {
  it.each<[what: string, lines: readonly string[], days: readonly string[]]>([
    ["one", ["DTSTART;VALUE=DATE:20261224"], ["2026-12-24"]],
    [
      "up to its end, which is not part of it",
      ["DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261227"],
      ["2026-12-24", "2026-12-25", "2026-12-26"],
    ],
    [
      "one where the end is the day itself",
      ["DTSTART;VALUE=DATE:20261224", "DTEND;VALUE=DATE:20261224"],
      ["2026-12-24"],
    ],
    [
      "over the turn of the year",
      ["DTSTART;VALUE=DATE:20261231", "DTEND;VALUE=DATE:20270102"],
      ["2026-12-31", "2027-01-01"],
    ],
    ["by a length", ["DTSTART;VALUE=DATE:20261224", "DURATION:P2D"], ["2026-12-24", "2026-12-25"]],
    ["by a length in hours", ["DTSTART;VALUE=DATE:20261224", "DURATION:PT24H"], ["2026-12-24"]],
    [
      "by a length in weeks",
      ["DTSTART;VALUE=DATE:20280226", "DURATION:P1W"],
      ["2028-02-26", "2028-02-27", "2028-02-28", "2028-02-29", "2028-03-01", "2028-03-02", "2028-03-03"],
    ],
    ["without VALUE=DATE", ["DTSTART:20261224", "DTEND:20261225"], ["2026-12-24"]],
    ["in small letters", ["dtstart;value=date:20261224"], ["2026-12-24"]],
    ["with spaces behind", ["DTSTART;VALUE=DATE:20261224  "], ["2026-12-24"]],
    ["with a zone that a day has not", ["DTSTART;VALUE=DATE;TZID=Mars/Olympus:20261224"], ["2026-12-24"]],
    [
      "every year so many times",
      ["DTSTART;VALUE=DATE:20241224", "RRULE:FREQ=YEARLY;COUNT=3"],
      ["2024-12-24", "2025-12-24", "2026-12-24"],
    ],
    [
      "every year until a date",
      ["DTSTART;VALUE=DATE:20241224", "RRULE:FREQ=YEARLY;UNTIL=20251224"],
      ["2024-12-24", "2025-12-24"],
    ],
    [
      "every year until a time of that date",
      ["DTSTART;VALUE=DATE:20241224", "RRULE:FREQ=YEARLY;UNTIL=20251224T000000Z"],
      ["2024-12-24", "2025-12-24"],
    ],
    [
      "every four years",
      ["DTSTART;VALUE=DATE:20240229", "RRULE:FREQ=YEARLY;COUNT=2;INTERVAL=4"],
      ["2024-02-29", "2028-02-29"],
    ],
    [
      "29 February, in leap years",
      ["DTSTART;VALUE=DATE:20240229", "RRULE:FREQ=YEARLY;UNTIL=20330101"],
      ["2024-02-29", "2028-02-29", "2032-02-29"],
    ],
    [
      "the fourth Thursday of November",
      ["DTSTART;VALUE=DATE:20251127", "RRULE:FREQ=YEARLY;COUNT=2;BYMONTH=11;BYDAY=4TH"],
      ["2025-11-27", "2026-11-26"],
    ],
    [
      "the last Monday of May",
      ["DTSTART;VALUE=DATE:20250526", "RRULE:FREQ=YEARLY;COUNT=2;BYDAY=-1MO;BYMONTH=5"],
      ["2025-05-26", "2026-05-25"],
    ],
    [
      "the Tuesday after the first Monday",
      [
        "DTSTART;VALUE=DATE:20241105",
        "RRULE:FREQ=YEARLY;COUNT=2;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
      ],
      ["2024-11-05", "2028-11-07"],
    ],
    [
      "every twelfth month",
      ["DTSTART;VALUE=DATE:20251013", "RRULE:FREQ=MONTHLY;COUNT=2;INTERVAL=12;BYDAY=2MO"],
      ["2025-10-13", "2026-10-12"],
    ],
    [
      "days of the week with spaces",
      ["DTSTART;VALUE=DATE:20261130", "RRULE:FREQ=WEEKLY;COUNT=3;BYDAY=MO, TU"],
      ["2026-11-30", "2026-12-01", "2026-12-07"],
    ],
    [
      "several days, every year",
      ["DTSTART;VALUE=DATE:20241225", "DTEND;VALUE=DATE:20241227", "RRULE:FREQ=YEARLY;COUNT=2"],
      ["2024-12-25", "2024-12-26", "2025-12-25", "2025-12-26"],
    ],
    [
      "more dates",
      ["DTSTART;VALUE=DATE:20250418", "RDATE;VALUE=DATE:20260403,20270326"],
      ["2025-04-18", "2026-04-03", "2027-03-26"],
    ],
    ["none of an empty list", ["DTSTART;VALUE=DATE:20261224", "RDATE:"], ["2026-12-24"]],
    [
      "but for one",
      ["DTSTART;VALUE=DATE:20241224", "RRULE:FREQ=YEARLY;COUNT=3", "EXDATE;VALUE=DATE:20251224"],
      ["2024-12-24", "2026-12-24"],
    ],
    [
      "but for one by its time",
      ["DTSTART;VALUE=DATE:20241224", "RRULE:FREQ=YEARLY;COUNT=3", "EXDATE:20251224T000000"],
      ["2024-12-24", "2026-12-24"],
    ],
    ["none when it is cancelled", ["DTSTART;VALUE=DATE:20261224", "STATUS:CANCELLED"], []],
    [
      "although it is transparent",
      ["DTSTART;VALUE=DATE:20261224", "TRANSP:TRANSPARENT", "X-MICROSOFT-CDO-BUSYSTATUS:FREE"],
      ["2026-12-24"],
    ],
    [
      "a public holiday of Google",
      [
        "DTSTART;VALUE=DATE:20261224",
        "UID:20261224_60o3@google.com",
        "DESCRIPTION:Public holiday\\nThis is a half-day holiday.",
      ],
      ["2026-12-24"],
    ],
    [
      "no observance of Google",
      [
        "DTSTART;VALUE=DATE:20261211",
        "UID:20261211_60o3@google.com",
        "DESCRIPTION:Observance\\nTo hide observances\\, go to Google Calendar Settings > Holidays in the Czech Republic",
      ],
      [],
    ],
  ])("%s", (_, lines, days) => {
    expect(closed(...event(...lines))).toEqual({ days, spans: [] });
  });

  it("until a time of a date, west of Greenwich too", () => {
    const text = file(...event("DTSTART;VALUE=DATE:20241224", "RRULE:FREQ=YEARLY;UNTIL=20251224T000000Z"));
    expect(readHolidays(text, "America/Lima").closures.days.map(day)).toEqual(["2024-12-24", "2025-12-24"]);
  });

  it("of a rule without an end, to the end of 2069", () => {
    const { days } = closed(...event("DTSTART;VALUE=DATE:17760704", "RRULE:FREQ=YEARLY"));
    expect([days.length, days[0], days.at(-1)]).toEqual([294, "1776-07-04", "2069-07-04"]);
  });
});

describe("parts of days that an event closes", () => {
  const outlook = [
    "BEGIN:VTIMEZONE",
    "TZID:Customized Time Zone",
    "BEGIN:STANDARD",
    "DTSTART:16010101T030000",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10",
    "END:STANDARD",
    "BEGIN:DAYLIGHT",
    "DTSTART:16010101T020000",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3",
    "END:DAYLIGHT",
    "END:VTIMEZONE",
  ];
  it.each<[what: string, lines: readonly string[], spans: readonly string[]]>([
    ["in UTC", ["DTSTART:20261224T120000Z", "DTEND:20261224T230000Z"], ["2026-12-24T12:00/2026-12-24T23:00"]],
    [
      "by the calendar's clock",
      ["DTSTART:20261224T130000", "DTEND:20261225T000000"],
      ["2026-12-24T12:00/2026-12-24T23:00"],
    ],
    [
      "by the clock of a zone",
      ["DTSTART;TZID=America/New_York:20261224T130000", "DTEND;TZID=America/New_York:20261224T170000"],
      ["2026-12-24T18:00/2026-12-24T22:00"],
    ],
    [
      "by the clocks of two zones",
      ["DTSTART;TZID=America/New_York:20261224T130000", "DTEND:20261224T190000Z"],
      ["2026-12-24T18:00/2026-12-24T19:00"],
    ],
    [
      "by a zone of Mozilla's",
      ["DTSTART;TZID=/mozilla.org/20070129_1/Asia/Tokyo:20261224T130000", "DURATION:PT1H"],
      ["2026-12-24T04:00/2026-12-24T05:00"],
    ],
    [
      "by a zone of three parts",
      ["DTSTART;TZID=/x/America/Argentina/Salta:20261224T130000", "DURATION:PT1H"],
      ["2026-12-24T16:00/2026-12-24T17:00"],
    ],
    [
      "by a zone that was customized",
      ["DTSTART;TZID=custom_Pacific/Fiji:20261224T130000", "DURATION:PT1H"],
      ["2026-12-24T01:00/2026-12-24T02:00"],
    ],
    [
      "by a zone in quotes",
      ['DTSTART;TZID="America/New_York":20261224T130000', "DURATION:PT1H"],
      ["2026-12-24T18:00/2026-12-24T19:00"],
    ],
    [
      "by a zone that the file brings, in winter",
      ["DTSTART;TZID=Customized Time Zone:20261224T130000", "DURATION:PT1H"],
      ["2026-12-24T12:00/2026-12-24T13:00"],
    ],
    [
      "by a zone that the file brings, in summer",
      ["DTSTART;TZID=Customized Time Zone:20260724T130000", "DURATION:PT1H"],
      ["2026-07-24T11:00/2026-07-24T12:00"],
    ],
    [
      "every week over a change of clocks",
      ["DTSTART:20261023T150000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=2"],
      ["2026-10-23T13:00/2026-10-23T14:00", "2026-10-30T14:00/2026-10-30T15:00"],
    ],
    [
      "every week until a time in UTC",
      ["DTSTART:20261127T003000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;UNTIL=20261203T233000Z"],
      ["2026-11-26T23:30/2026-11-27T00:30", "2026-12-03T23:30/2026-12-04T00:30"],
    ],
    [
      "but for one day",
      ["DTSTART:20261127T090000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=2", "EXDATE;VALUE=DATE:20261204"],
      ["2026-11-27T08:00/2026-11-27T09:00"],
    ],
    [
      "but for one time in UTC",
      ["DTSTART:20261127T090000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;COUNT=2", "EXDATE:20261204T080000Z"],
      ["2026-11-27T08:00/2026-11-27T09:00"],
    ],
    ["none when it is transparent", ["DTSTART:20261224T120000Z", "DTEND:20261224T230000Z", "TRANSP:TRANSPARENT"], []],
  ])("%s", (_, lines, spans) => {
    const read = closed(...outlook, ...event(...lines));
    expect(read.days).toEqual([]);
    expect(read.spans).toEqual(spans);
  });
});

describe("a series", () => {
  const yearly = event("UID:1", "DTSTART;VALUE=DATE:20241224", "RRULE:FREQ=YEARLY;COUNT=3");

  it("has an occurrence on another day", () => {
    const moved = event("UID:1", "RECURRENCE-ID;VALUE=DATE:20251224", "DTSTART;VALUE=DATE:20251223");
    expect(closed(...yearly, ...moved).days).toEqual(["2024-12-24", "2025-12-23", "2026-12-24"]);
    expect(closed(...moved, ...yearly).days).toEqual(["2024-12-24", "2025-12-23", "2026-12-24"]);
  });

  it("goes without one that is cancelled", () => {
    const off = event("UID:1", "RECURRENCE-ID:20251224", "DTSTART;VALUE=DATE:20251224", "STATUS:CANCELLED");
    expect(closed(...yearly, ...off).days).toEqual(["2024-12-24", "2026-12-24"]);
  });

  it("holds as it was revised last", () => {
    const old = event("UID:2", "SEQUENCE:1", "DTSTART;VALUE=DATE:20261111");
    const revised = event("UID:2", "SEQUENCE:3", "DTSTART;VALUE=DATE:20261112");
    expect(closed(...revised, ...old).days).toEqual(["2026-11-12"]);
  });

  it("is not what programs give one UID that they should not", () => {
    const [one, other] = [event("UID:0", "DTSTART:20261224"), event("UID:0", "DTSTART:20261225")];
    expect(closed(...one, ...other).days).toEqual(["2026-12-24", "2026-12-25"]);
  });
});

describe("files as programs write them", () => {
  const days = (text: string) => readHolidays(text, timeZone).closures.days.map(day);

  it.each<[what: string, text: string]>([
    ["line feeds alone", file(...event("DTSTART:20261224")).replaceAll("\r\n", "\n")],
    ["carriage returns alone", file(...event("DTSTART:20261224")).replaceAll("\r\n", "\r")],
    ["a byte order mark", `\uFEFF${file(...event("DTSTART:20261224"))}`],
    ["folded lines", file(...event("DTSTART;VALUE=DA\r\n TE:2026\r\n\t1224"))],
    ["no END:VCALENDAR", file(...event("DTSTART:20261224")).replace("END:VCALENDAR", "")],
    ["a text that was not folded", file(...event("DTSTART:20261224", "DESCRIPTION:We are", "off that day"))],
    [
      "a text with the words of a date",
      file(...event("DTSTART:20261224", "DESCRIPTION:DTSTART:20200101\\nBEGIN:VEVENT")),
    ],
    [
      "an alarm within",
      file(...event("BEGIN:VALARM", "DTSTART:20200101", "TRIGGER:-PT10M", "END:VALARM", "DTSTART:20261224")),
    ],
    ["a journal beside", file("BEGIN:VJOURNAL", "DTSTART:20200101", "END:VJOURNAL", ...event("DTSTART:20261224"))],
    ["another calendar first", `${file()}${file(...event("DTSTART:20261224"))}`],
    [
      "errors of libical",
      file(...event("X-LIC-ERROR;X-LIC-ERRORTYPE=VALUE-PARSE-ERROR:No value for DESCRIPTION", "DTSTART:20261224")),
    ],
  ])("%s", (_, text) => {
    expect(problems(text)).toEqual([]);
    expect(days(text)).toEqual(["2026-12-24"]);
  });
});

describe("what cannot be read", () => {
  it.each<[what: string, text: string, problem: string]>([
    [
      "a page of the web",
      "<!DOCTYPE html>\n<title>Sign in</title>",
      "1:1 this is no iCalendar file: it has no `BEGIN:VCALENDAR`",
    ],
    ["nothing", "", "1:1 this is no iCalendar file"],
    ["an event without a start", file(...event("SUMMARY:x")), "3:1 the event has no start (`DTSTART`)"],
    [
      "a date that there is not",
      file(...event("DTSTART;VALUE=DATE:20260229")),
      '4:20 "20260229" is no date, such as `20261224`',
    ],
    // As in a calendar of holidays that Thunderbird's site offered.
    [
      "a date with a digit less",
      file(...event("DTSTART;VALUE=DATE:20140930", "DTEND;VALUE=DATE:2014930")),
      '5:18 "2014930" is no date',
    ],
    ["words for a date", file(...event("DTSTART:soon")), '4:9 "soon" is no date'],
    [
      "an end before the start",
      file(...event("DTSTART:20261224", "DTEND:20261223")),
      "5:7 the event ends before it begins",
    ],
    [
      "an event of years",
      file(...event("DTSTART:20261224", "DTEND:20361224")),
      "5:7 the event takes longer than a year",
    ],
    [
      "a length that is none",
      file(...event("DTSTART:20261224", "DURATION:P999999999999W")),
      '5:10 "P999999999999W" is no duration',
    ],
    ["a length backwards", file(...event("DTSTART:20261224", "DURATION:-P1D")), '5:10 "-P1D" is no duration'],
    [
      "a zone that nobody knows",
      file(...event("DTSTART;TZID=Mars/Olympus:20261224T120000")),
      '4:27 neither I nor this file know the time zone "Mars/Olympus"',
    ],
    ["a rule of no kind", file(...event("DTSTART:20261224", "RRULE:FREQ=SOMETIMES")), "5:7 the rule is none by days"],
    ["a rule by seconds", file(...event("DTSTART:20261224", "RRULE:FREQ=SECONDLY")), "5:7 the rule is none by days"],
    [
      "a rule with hours",
      file(...event("DTSTART:20261224", "RRULE:FREQ=DAILY;BYHOUR=9")),
      "5:7 the rule is none by days",
    ],
    [
      "an end of a rule that is none",
      file(...event("DTSTART:20261224", "RRULE:FREQ=YEARLY;UNTIL=never")),
      "5:7 the end of the rule (`UNTIL`) is no date",
    ],
    [
      "a rule that never comes true",
      file(...event("DTSTART:20261224", "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30")),
      "5:7 the rule cannot be read, or takes too long",
    ],
    [
      "a rule by which all is excluded",
      file(...event("DTSTART:20261224", "EXRULE:FREQ=DAILY")),
      "5:8 `EXRULE` is not read",
    ],
    ["a date to leave out that is none", file(...event("DTSTART:20261224", "EXDATE:x")), '5:8 "x" is no date'],
    [
      "a file that was cut off",
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261224\n",
      "2:1 the event has no end (`END:VEVENT`): is the file whole?",
    ],
    [
      "an event in an event",
      file("BEGIN:VEVENT", "DTSTART:20261224", ...event("DTSTART:20261225")),
      "3:1 the event has no end",
    ],
    ["a file of megabytes", file(`X:${"x".repeat(2 * 1024 * 1024)}`), "1:1 the file is longer than 2 MB"],
    [
      "too many events",
      file(...Array.from({ length: 10_001 }, () => event("DTSTART:20261224")).flat()),
      "1:1 the file has more than 10000 events",
    ],
  ])("%s", (_, text, problem) => {
    const [first = "", ...more] = problems(text);
    expect(first.slice(0, problem.length)).toBe(problem);
    expect(more).toEqual([]);
  });

  it("is left out, and the rest holds", () => {
    const text = file(...event("DTSTART:20261224"), ...event("DTSTART:x"), ...event("DTSTART:20261226"));
    expect(problems(text)).toHaveLength(1);
    expect(readHolidays(text, timeZone).closures.days.map(day)).toEqual(["2026-12-24", "2026-12-26"]);
  });

  it("is an event that does not end before the next one begins, which holds", () => {
    const text = file("BEGIN:VEVENT", "DTSTART:20261224", ...event("DTSTART:20261225"));
    expect(readHolidays(text, timeZone).closures.days.map(day)).toEqual(["2026-12-25"]);
  });

  it("is told ten times", () => {
    expect(problems(file(...Array.from({ length: 50 }, () => event("DTSTART:x")).flat()))).toHaveLength(10);
  });
});

describe("a file that is made to take long", () => {
  it.each<[what: string, lines: readonly string[]]>([
    ["a thousand million times a year", event("DTSTART:20261224", "RRULE:FREQ=YEARLY;COUNT=1000000000")],
    ["each day for ever", event("DTSTART:19000101", "RRULE:FREQ=DAILY")],
    [
      "each year since the year 1, in a thousand events",
      Array.from({ length: 1_000 }, () => event("DTSTART:00010101", "RRULE:FREQ=YEARLY")).flat(),
    ],
    [
      "a year long, each year, in a thousand events",
      Array.from({ length: 1_000 }, () => event("DTSTART:20000101", "DURATION:P366D", "RRULE:FREQ=YEARLY")).flat(),
    ],
    [
      "one day of fifty",
      Array.from({ length: 1_000 }, () =>
        event(
          "DTSTART:20000101",
          `RRULE:FREQ=YEARLY;BYYEARDAY=${Array.from({ length: 50 }, (_, it) => it + 1).join(",")};BYSETPOS=50`,
        ),
      ).flat(),
    ],
    [
      "replaced by thousands, thousands of times",
      [
        ...Array.from({ length: 4_000 }, () => event("UID:1", "DTSTART;TZID=Europe/Oslo:20260101T090000")),
        ...Array.from({ length: 4_000 }, () =>
          event("UID:1", "DTSTART:20260101T090000Z", "RECURRENCE-ID:20260101T090000Z"),
        ),
      ].flat(),
    ],
    [
      "a hundred thousand dates",
      event(
        "DTSTART;TZID=Europe/Oslo:20260101T090000",
        "DURATION:PT1H",
        ...Array.from({ length: 50_000 }, () => "RDATE:20260101T090000Z"),
      ),
    ],
    [
      "a zone of thousands of offsets",
      [
        "BEGIN:VTIMEZONE",
        "TZID:own",
        "BEGIN:STANDARD",
        "DTSTART:19700101T000000",
        "TZOFFSETTO:+0100",
        ...Array.from({ length: 20_000 }, () => "RDATE:20260101T090000"),
        "END:STANDARD",
        "END:VTIMEZONE",
        ...Array.from({ length: 5_000 }, () => event("DTSTART;TZID=own:20260101T090000")).flat(),
      ],
    ],
    ["line ends in a text", event("DTSTART:20261224", `DESCRIPTION:${"\\n".repeat(500_000)}`)],
    ["a step of all times", event("DTSTART:20000101", "RRULE:FREQ=DAILY;INTERVAL=999999999999999")],
  ])("%s, is read in bounds", (_, lines) => {
    const { closures } = readHolidays(file(...lines), timeZone);
    expect(closures.days.length).toBeLessThan(60_000);
  });

  it("or is any text at all, never throws", () => {
    const line = fc.oneof(
      fc.constantFrom(
        "BEGIN:VCALENDAR",
        "BEGIN:VEVENT",
        "END:VEVENT",
        "DTSTART:20261224",
        "UID:1",
        "RRULE:FREQ=YEARLY",
      ),
      fc
        .tuple(
          fc.constantFrom("DTSTART", "DTEND", "RRULE", "DURATION", "EXDATE", "RDATE", "RECURRENCE-ID", "BEGIN", "END"),
          fc.constantFrom("", ";VALUE=DATE", ";TZID=UTC", ";TZID", ';X="'),
          fc.oneof(fc.string(), fc.constantFrom("20261224", "20261224T250000Z", "P1D", "FREQ=DAILY;COUNT=3;BYDAY=9XX")),
        )
        .map(([name, parameters, value]) => `${name}${parameters}:${value}`),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const { closures } = readHolidays(file(...lines), timeZone);
        expect(closures.days.every((it) => Number.isInteger(it))).toBe(true);
      }),
    );
  });
});
