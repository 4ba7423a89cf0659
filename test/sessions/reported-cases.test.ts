import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config/load.ts";
import { renderProblem } from "../../src/config/problem.ts";
import { ruleStarts } from "../../src/sessions/rule-starts.ts";
import { sessionsBetween } from "../../src/sessions/sessions-between.ts";
import { rulesOf, startsOf } from "./rules-of.ts";

/** When sessions start by the clocks of their zone. */
function localStarts(series: Parameters<typeof rulesOf>[0], from: string, to: string): string[] {
  return sessionsBetween(rulesOf(series), new Date(from), new Date(to)).map(({ start, timeZone }) =>
    start.toLocaleString("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" }),
  );
}

describe("what users of other calendars have reported", () => {
  // https://github.com/jkbrzt/rrule/issues/157: on the day of the change, Sunday's was on Saturday.
  it("keeps to its weekday over a change of clocks in Sydney", () => {
    const series = {
      rule: "FREQ=WEEKLY;BYDAY=SU;BYHOUR=16;BYMINUTE=0",
      start: "2016-09-04 16:00",
      timezone: "Australia/Sydney",
    };
    expect(localStarts(series, "2016-09-20", "2016-10-17")).toEqual([
      "2016-09-25 16:00",
      "2016-10-02 16:00",
      "2016-10-09 16:00",
      "2016-10-16 16:00",
    ]);
  });

  // https://github.com/jkbrzt/rrule/issues/596: an UNTIL in UTC was taken for one on the zone's clocks.
  it("ends at a moment in UTC, whatever the zone", () => {
    const series = {
      rule: "FREQ=WEEKLY;UNTIL=20230819T093000Z",
      start: "2023-08-05 12:30",
      timezone: "Asia/Jerusalem",
    };
    expect(localStarts(series, "2023-08-01", "2024-01-01")).toEqual([
      "2023-08-05 12:30",
      "2023-08-12 12:30",
      "2023-08-19 12:30",
    ]);
  });

  // https://github.com/jkbrzt/rrule/issues/331: in Toronto, the last one is after the end.
  it("has nothing after a moment in UTC", () => {
    const series = {
      rule: "FREQ=WEEKLY;UNTIL=20190424T125959Z",
      start: "2019-04-03 09:00",
      timezone: "America/Toronto",
    };
    expect(localStarts(series, "2019-04-01", "2019-06-01")).toHaveLength(3);
  });

  // https://github.com/rlanvin/php-rrule/issues/13: the session of the last day was left out.
  it("has the session of the day that is its last", () => {
    const series = { rule: "FREQ=DAILY;INTERVAL=1;UNTIL=20160629", start: "2016-06-24 10:00", timezone: "UTC" };
    expect(localStarts(series, "2016-06-01", "2016-08-01").at(-1)).toBe("2016-06-29 10:00");
  });

  // https://github.com/fmeringdal/rust-rrule/issues/13: the last one of an Exchange meeting was missing.
  it("ends with the session that starts when it ends, and leaves out others", () => {
    const series = {
      rule: "FREQ=WEEKLY;UNTIL=20210308T083000Z;INTERVAL=2;BYDAY=MO;WKST=MO",
      start: "2020-12-14 09:30",
      timezone: "Europe/Berlin",
      except: ["2020-12-28 09:30", "2021-01-25 09:30", "2021-02-08 09:30"],
    };
    expect(localStarts(series, "2020-12-01", "2021-06-01")).toEqual([
      "2020-12-14 09:30",
      "2021-01-11 09:30",
      "2021-02-22 09:30",
      "2021-03-08 09:30",
    ]);
  });

  // https://github.com/jkbrzt/rrule/issues/292: after the change of clocks, an exception needed another hour.
  it("leaves out by the zone's clocks before and after a change", () => {
    const series = {
      rule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20181118T075959",
      start: "2018-10-22 07:00",
      timezone: "America/Los_Angeles",
      except: ["2018-11-01 07:00", "2018-11-07 07:00"],
    };
    const days = localStarts(series, "2018-10-31T00:00-07:00", "2018-11-09T00:00-08:00").map((it) => it.slice(8, 10));
    expect(days).toEqual(["31", "02", "05", "06", "08"]);
  });

  // https://github.com/schedule-x/schedule-x/issues/1294: the first one could not be left out.
  it("can leave out the first session", () => {
    expect(localStarts({ except: ["2026-01-06"] }, "2026-01-01", "2026-01-15")).toEqual(["2026-01-13 14:00"]);
  });

  // https://github.com/ical-org/ical.net/issues/681 has what Google Calendar does; https://github.com/ggaabe/rrule-temporal/issues/141
  // is the library we use, which leaves the session out since then.
  it("holds the session of a skipped hour an hour later", () => {
    const daily = { rule: "FREQ=DAILY;COUNT=3", start: "2025-03-29 02:30", timezone: "Europe/Rome" };
    expect(localStarts(daily, "2025-03-01", "2025-05-01")).toEqual([
      "2025-03-29 02:30",
      "2025-03-30 03:30",
      "2025-03-31 02:30",
    ]);
    const weekly = { ...daily, rule: "FREQ=WEEKLY;WKST=MO;COUNT=3;BYDAY=SA,SU,MO" };
    expect(localStarts(weekly, "2025-03-01", "2025-05-01")).toEqual(localStarts(daily, "2025-03-01", "2025-05-01"));
  });

  // https://github.com/dmfs/lib-recur/issues/17
  it("has a session each year in the hour that is skipped", () => {
    const series = {
      rule: "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;BYHOUR=2;BYMINUTE=30",
      start: "2012-03-25 02:30",
      timezone: "Europe/Berlin",
    };
    expect(localStarts(series, "2012-01-01", "2020-01-01")).toHaveLength(8);
  });

  // https://github.com/fmeringdal/rust-rrule/issues/115: duplicates and gaps at both changes in London.
  it("comes once in each hour that is named, at both changes of clocks", () => {
    const series = { rule: "FREQ=DAILY;BYHOUR=0,1,2,3", start: "2024-03-30 00:00", timezone: "Europe/London" };
    // Too often for a config, and reckoned all the same.
    const starts = (day: string, until: string) =>
      ruleStarts(series, Date.parse(day), Date.parse(until)).map(({ at }) => new Date(at).toISOString().slice(11, 16));
    expect(starts("2024-03-31T00:00Z", "2024-03-31T12:00Z")).toEqual(["00:00", "01:00", "02:00"]);
    expect(starts("2024-10-26T23:00Z", "2024-10-27T12:00Z")).toEqual(["23:00", "00:00", "02:00", "03:00"]);
  });

  // https://github.com/kewisch/ical.js/issues/960: positions were chosen among all days.
  it("chooses the last of some days of the month", () => {
    const series = { rule: "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1", start: "2026-01-30 09:00", timezone: "UTC" };
    expect(localStarts(series, "2026-01-01", "2026-05-01").map((it) => it.slice(5, 10))).toEqual([
      "01-30",
      "02-28",
      "03-30",
      "04-30",
    ]);
  });

  // https://github.com/ical4j/ical4j/issues/270: 28 September 2018 was not the last workday.
  it("knows the last workday of a month that ends on a weekend", () => {
    const series = {
      rule: "FREQ=MONTHLY;BYSETPOS=-1;BYDAY=MO,TU,WE,TH,FR;INTERVAL=1",
      start: "2018-07-31 09:00",
      timezone: "UTC",
    };
    expect(localStarts(series, "2018-09-01", "2018-10-01")).toEqual(["2018-09-28 09:00"]);
  });

  // https://github.com/kewisch/ical.js/issues/117
  it("knows the last day of each February", () => {
    const series = { rule: "FREQ=YEARLY;BYMONTHDAY=-1;BYMONTH=2", start: "2026-02-28 09:00", timezone: "UTC" };
    expect(localStarts(series, "2026-01-01", "2029-01-01").map((it) => it.slice(0, 10))).toEqual([
      "2026-02-28",
      "2027-02-28",
      "2028-02-29",
    ]);
  });

  // https://github.com/libical/libical/issues/1374: in a week that begins in another month, sessions were lost.
  it("chooses in weeks from the days of its months alone", () => {
    const series = {
      rule: "FREQ=WEEKLY;BYMONTH=7;BYDAY=MO,WE,FR;BYSETPOS=1;WKST=MO",
      start: "2026-07-01 09:00",
      timezone: "UTC",
    };
    expect(localStarts(series, "2026-01-01", "2026-07-10").map((it) => it.slice(5, 10))).toEqual(["07-01", "07-06"]);
  });
});

describe("calendars of projects", () => {
  // The office hours of Cargo's team, https://github.com/rust-lang/calendar/blob/main/cargo/office-hours.toml: two rules of one
  // event, in a zone with summer time, until a moment in UTC.
  const wednesdays = {
    rule: "FREQ=WEEKLY;BYDAY=WE;BYHOUR=10;UNTIL=20260325T130000Z",
    start: "2024-01-10 10:00",
    timezone: "America/New_York",
  };

  it("are listed as they are held", () => {
    const starts = startsOf(sessionsBetween(rulesOf(wednesdays), new Date("2026-02-26"), new Date("2027-01-01")));
    // The last one would start an hour after the end.
    expect(starts).toEqual(["2026-03-04T15:00Z", "2026-03-11T14:00Z", "2026-03-18T14:00Z"]);
  });

  it("are told that an exception matches nothing: these are written in UTC, and said to be in New York", () => {
    const loaded = loadConfig(
      `sessions:\n  - { name: cargo, rule: "${wednesdays.rule}", start: ${wednesdays.start}, timezone: ${wednesdays.timezone}, except: [2024-12-25 15:00, 2025-01-01 15:00] }\n`,
    );
    expect("problems" in loaded ? loaded.problems.map(renderProblem).join("\n") : "").toMatch(
      /except\.0: the rule has no session then; the nearest one is `2024-12-25 10:00`\n.*except\.1: .*`2025-01-01 10:00`/u,
    );
  });

  it.each([
    // https://github.com/rust-lang/calendar/blob/main/compiler.events-only.toml
    [
      "each six weeks",
      { rule: "FREQ=WEEKLY;INTERVAL=6", start: "2024-05-24 10:00", timezone: "America/New_York" },
      ["2024-05-24", "2024-07-05", "2024-08-16"],
    ],
    // https://github.com/kubernetes/community/blob/main/events/community-meeting.md: Thursdays at ten, Pacific Time.
    [
      "each Thursday",
      { rule: "FREQ=WEEKLY;BYDAY=TH", start: "2024-05-30 10:00", timezone: "America/Los_Angeles" },
      ["2024-05-30", "2024-06-06", "2024-06-13"],
    ],
    // https://github.com/rust-lang/calendar: a second Monday.
    [
      "each second Monday of a month",
      { rule: "FREQ=MONTHLY;BYDAY=2MO", start: "2024-06-10 10:00", timezone: "America/New_York" },
      ["2024-06-10", "2024-07-08", "2024-08-12"],
    ],
    // https://github.com/rust-lang/calendar: twice a year.
    ["each half year", { rule: "FREQ=MONTHLY;INTERVAL=6", start: "2024-05-31 10:00", timezone: "UTC" }, ["2024-05-31"]],
  ])("meet %s", (_, series, expected) => {
    expect(
      localStarts(series, "2024-05-01", "2024-09-01")
        .slice(0, 3)
        .map((it) => it.slice(0, 10)),
    ).toEqual(expected);
  });
});
