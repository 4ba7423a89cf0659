import { describe, expect, it } from "vitest";
import { findSession, sessionsBetween } from "../../src/sessions/sessions-between.ts";
import { rulesOf, rulesOfAll, startsOf } from "./rules-of.ts";

const starts = (rules: Parameters<typeof sessionsBetween>[0], from: string, to: string) =>
  startsOf(sessionsBetween(rules, new Date(from), new Date(to)));

describe("sessions of a series", () => {
  it("keep to the clock of their zone in summer and in winter", () => {
    expect(starts(rulesOf(), "2026-03-20", "2026-04-08")).toEqual([
      "2026-03-24T13:00Z",
      "2026-03-31T12:00Z",
      "2026-04-07T12:00Z",
    ]);
  });

  it("begin at the first moment of a range and end before its last", () => {
    expect(starts(rulesOf(), "2026-01-06T13:00Z", "2026-01-13T13:00Z")).toEqual(["2026-01-06T13:00Z"]);
    expect(starts(rulesOf(), "2026-01-06T13:00:00.001Z", "2026-01-13T13:00:00.001Z")).toEqual(["2026-01-13T13:00Z"]);
    expect(starts(rulesOf(), "2026-01-06T13:00Z", "2026-01-06T13:00Z")).toEqual([]);
    expect(starts(rulesOf(), "2026-02-01", "2026-01-01")).toEqual([]);
  });

  it("start with `start`, and come once without a rule", () => {
    expect(starts(rulesOf(), "2000-01-01", "2026-01-14")).toEqual(["2026-01-06T13:00Z", "2026-01-13T13:00Z"]);
    expect(starts(rulesOf({ rule: undefined }), "2020-01-01", "2040-01-01")).toEqual(["2026-01-06T13:00Z"]);
  });

  it.each([
    ["a count", "FREQ=WEEKLY;BYDAY=TU;COUNT=2", ["2026-01-06T13:00Z", "2026-01-13T13:00Z"]],
    ["a moment, which belongs to it", "FREQ=WEEKLY;UNTIL=20260113T130000Z", ["2026-01-06T13:00Z", "2026-01-13T13:00Z"]],
    ["a moment a second before", "FREQ=WEEKLY;UNTIL=20260113T125959Z", ["2026-01-06T13:00Z"]],
    ["a local time", "FREQ=WEEKLY;UNTIL=20260113T140000", ["2026-01-06T13:00Z", "2026-01-13T13:00Z"]],
    ["a day, which belongs to it whole", "FREQ=WEEKLY;UNTIL=20260113", ["2026-01-06T13:00Z", "2026-01-13T13:00Z"]],
    ["the day before", "FREQ=WEEKLY;UNTIL=20260112", ["2026-01-06T13:00Z"]],
    ["its prefix as in a file", "rrule:freq=weekly;byday=+tu;count=1", ["2026-01-06T13:00Z"]],
  ])("end with %s", (_, rule, expected) => {
    expect(starts(rulesOf({ rule }), "2026-01-01", "2027-01-01")).toEqual(expected);
    // A range that begins after the first sessions counts them as well.
    expect(starts(rulesOf({ rule }), "2026-01-10", "2027-01-01")).toEqual(expected.slice(1));
  });

  it.each([
    ["a leap day", { rule: "FREQ=YEARLY", start: "2028-02-29 14:00" }, ["2028-02-29T13:00Z", "2032-02-29T13:00Z"]],
    [
      "the last day of a year",
      { rule: "FREQ=YEARLY;COUNT=2", start: "2028-12-31 23:30", timezone: "UTC" },
      ["2028-12-31T23:30Z", "2029-12-31T23:30Z"],
    ],
    [
      "the turn of a year in the zone",
      { rule: "FREQ=YEARLY;COUNT=2", start: "2028-01-01 00:30" },
      ["2027-12-31T23:30Z", "2028-12-31T23:30Z"],
    ],
    [
      "the last workday of a month",
      { rule: "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3", start: "2028-04-28 09:00", timezone: "UTC" },
      ["2028-04-28T09:00Z", "2028-05-31T09:00Z", "2028-06-30T09:00Z"],
    ],
    [
      "months without a 31st",
      { rule: "FREQ=MONTHLY;COUNT=3", start: "2028-01-31 09:00", timezone: "UTC" },
      ["2028-01-31T09:00Z", "2028-03-31T09:00Z", "2028-05-31T09:00Z"],
    ],
    [
      "several a day",
      { rule: "FREQ=DAILY;BYHOUR=9,21;COUNT=3", start: "2028-01-31 09:00", timezone: "UTC" },
      ["2028-01-31T09:00Z", "2028-01-31T21:00Z", "2028-02-01T09:00Z"],
    ],
    [
      "half-hour zones",
      { rule: "FREQ=WEEKLY;COUNT=2", start: "2028-01-05 09:15", timezone: "Asia/Kolkata" },
      ["2028-01-05T03:45Z", "2028-01-12T03:45Z"],
    ],
    // Lord Howe's clocks go half an hour, from 11:00 to 10:30 ahead of UTC, on 2 April 2028.
    [
      "a summer time of half an hour",
      { rule: "FREQ=WEEKLY;COUNT=2", start: "2028-03-26 09:00", timezone: "Australia/Lord_Howe" },
      ["2028-03-25T22:00Z", "2028-04-01T22:30Z"],
    ],
    [
      "a place of 45 minutes",
      { rule: "FREQ=WEEKLY;COUNT=1", start: "2028-01-05 09:00", timezone: "Asia/Kathmandu" },
      ["2028-01-05T03:15Z"],
    ],
  ])("come on %s", (_, series, expected) => {
    expect(starts(rulesOf(series), "2026-01-01", "2033-01-01")).toEqual(expected);
  });
});

// https://www.rfc-editor.org/rfc/rfc5545#section-3.3.5
describe("a session in the hour in which clocks are changed", () => {
  const daily = { rule: "FREQ=DAILY", timezone: "Europe/Berlin" };

  it("has the offset before a gap, and the next one is at its time again", () => {
    expect(starts(rulesOf({ ...daily, start: "2026-03-28 02:30" }), "2026-03-28", "2026-03-31")).toEqual([
      "2026-03-28T01:30Z",
      "2026-03-29T01:30Z",
      "2026-03-30T00:30Z",
    ]);
  });

  it("counts among `COUNT`", () => {
    const rules = rulesOf({ ...daily, rule: "FREQ=DAILY;COUNT=3", start: "2026-03-28 02:30" });
    expect(starts(rules, "2026-03-01", "2026-05-01")).toHaveLength(3);
  });

  it("is the first of two", () => {
    expect(starts(rulesOf({ ...daily, start: "2026-10-24 02:30" }), "2026-10-24", "2026-10-26T12:00Z")).toEqual([
      "2026-10-24T00:30Z",
      "2026-10-25T00:30Z",
      "2026-10-26T01:30Z",
    ]);
  });

  it("is one where the gap lays two on each other", () => {
    const series = { ...daily, rule: "FREQ=DAILY;BYHOUR=2,3;BYMINUTE=30", start: "2026-03-28 02:30", minutes: 30 };
    expect(starts(rulesOf(series), "2026-03-28T00:00Z", "2026-03-30")).toEqual([
      "2026-03-28T01:30Z",
      "2026-03-28T02:30Z",
      "2026-03-29T01:30Z",
    ]);
  });

  it("is held a day later where a zone skips its day", () => {
    // Samoa had no 30 December 2011: https://github.com/eggert/tz/blob/main/australasia
    const rules = rulesOf({ rule: "FREQ=DAILY;COUNT=3", start: "2011-12-29 10:00", timezone: "Pacific/Apia" });
    expect(starts(rules, "2011-12-01", "2012-02-01")).toEqual(["2011-12-29T20:00Z", "2011-12-30T20:00Z"]);
  });

  it("lasts as long as any, and its slots too", () => {
    const rules = rulesOf({ rule: undefined, start: "2026-03-29 01:30", minutes: 60, slots: 2 });
    const [session] = sessionsBetween(rules, new Date("2026-03-28"), new Date("2026-03-31"));
    expect(session?.slots.map(({ start, end }) => [start.toISOString(), end.toISOString()])).toEqual([
      ["2026-03-29T00:30:00.000Z", "2026-03-29T01:00:00.000Z"],
      ["2026-03-29T01:00:00.000Z", "2026-03-29T01:30:00.000Z"],
    ]);
  });

  it("can be named by the time at which it is written", () => {
    const series = { ...daily, start: "2026-03-28 02:30", except: ["2026-03-29 02:30"] };
    expect(starts(rulesOf(series), "2026-03-28", "2026-03-31")).toEqual(["2026-03-28T01:30Z", "2026-03-30T00:30Z"]);
  });
});

describe("what differs from the rule", () => {
  it("leaves out by day, and by time where there are several a day", () => {
    expect(starts(rulesOf({ except: ["2026-01-13"] }), "2026-01-01", "2026-01-21")).toEqual([
      "2026-01-06T13:00Z",
      "2026-01-20T13:00Z",
    ]);
    const twice = { rule: "FREQ=WEEKLY;BYHOUR=9,14", start: "2026-01-06 09:00" };
    expect(starts(rulesOf({ ...twice, except: ["2026-01-13 14:00"] }), "2026-01-12", "2026-01-15")).toEqual([
      "2026-01-13T08:00Z",
    ]);
    expect(starts(rulesOf({ ...twice, except: ["2026-01-13"] }), "2026-01-12", "2026-01-15")).toEqual([]);
  });

  it("adds sessions, before `start` too", () => {
    expect(starts(rulesOf({ extra: ["2025-12-30 10:00", "2026-01-08 10:00"] }), "2025-12-01", "2026-01-14")).toEqual([
      "2025-12-30T09:00Z",
      "2026-01-06T13:00Z",
      "2026-01-08T09:00Z",
      "2026-01-13T13:00Z",
    ]);
  });

  // https://github.com/t4t5/caldir/issues/52: a range that looks at where a session was loses what was moved into it.
  it("finds a moved session where it is held, and not where it was", () => {
    const rules = rulesOf({ moved: [{ from: "2026-01-13", to: "2026-02-12 09:00" }] });
    expect(starts(rules, "2026-01-07", "2026-01-20")).toEqual([]);
    expect(starts(rules, "2026-02-11", "2026-02-13")).toEqual(["2026-02-12T08:00Z"]);
    const [moved] = sessionsBetween(rules, new Date("2026-02-11"), new Date("2026-02-13"));
    expect(moved?.key).toBe("2026-01-13T13:00Z");
    expect(moved?.slots[0]?.start.toISOString()).toBe("2026-02-12T08:00:00.000Z");
  });

  it("moves a session by a few minutes within a range, once", () => {
    const rules = rulesOf({ moved: [{ from: "2026-01-13", to: "2026-01-13 15:00" }] });
    expect(starts(rules, "2026-01-12", "2026-01-14")).toEqual(["2026-01-13T14:00Z"]);
    expect(starts(rules, "2026-01-13T13:00Z", "2026-01-13T13:30Z")).toEqual([]);
  });

  it("gives each session a key of its own, by which it is found", () => {
    const rules = rulesOf({
      except: ["2026-01-20"],
      extra: ["2026-01-22 10:00"],
      moved: [{ from: "2026-01-13", to: "2026-01-14 09:00" }],
    });
    const all = sessionsBetween(rules, new Date("2026-01-01"), new Date("2026-03-01"));
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
    for (const session of all) expect(findSession(rules, { series: "clinic", session: session.key })).toEqual(session);
  });

  it.each([
    ["left out", "clinic", "2026-01-20T13:00Z"],
    ["at another time", "clinic", "2026-01-13T14:00Z"],
    ["of another series", "other", "2026-01-06T13:00Z"],
    ["by no key", "clinic", "2026-01-06"],
    ["by nonsense", "clinic", "toString"],
    ["where it was moved to", "clinic", "2026-01-28T08:00Z"],
  ])("finds no session %s", (_, series, session) => {
    const rules = rulesOf({ except: ["2026-01-20"], moved: [{ from: "2026-01-27", to: "2026-01-28 09:00" }] });
    expect(findSession(rules, { series, session })).toBeUndefined();
  });
});

describe("a calendar", () => {
  const calendars = {
    office: {
      timezone: "Europe/Berlin",
      hours: { "mon-fri": "09:00-12:00" },
      holidays: ["2026-01-13", { date: "2026-01-20", hours: "08:00-09:00" }],
    },
  };

  it("leaves out sessions on closed days, and not those after its hours", () => {
    const rules = rulesOf({ calendar: "office" }, { calendars });
    expect(starts(rules, "2026-01-05", "2026-01-28")).toEqual([
      "2026-01-06T13:00Z",
      "2026-01-20T13:00Z",
      "2026-01-27T13:00Z",
    ]);
    const daily = rulesOf({ calendar: "office", rule: "FREQ=DAILY" }, { calendars });
    // From Friday to Monday.
    expect(starts(daily, "2026-01-09", "2026-01-13")).toEqual(["2026-01-09T13:00Z", "2026-01-12T13:00Z"]);
  });

  it("goes by its own day", () => {
    // Half past seven on the 14th in Tokyo is late on the 13th in Berlin.
    const tokyo = { rule: "FREQ=DAILY", start: "2026-01-06 07:30", timezone: "Asia/Tokyo", calendar: "office" };
    expect(starts(rulesOf(tokyo, { calendars }), "2026-01-12T12:00Z", "2026-01-15")).toEqual([
      "2026-01-12T22:30Z",
      "2026-01-14T22:30Z",
    ]);
  });

  it("does not stand against what is written: moved and extra sessions", () => {
    const series = {
      calendar: "office",
      moved: [{ from: "2026-01-13", to: "2026-01-17 10:00" }],
      extra: ["2026-01-18 10:00"],
    };
    expect(starts(rulesOf(series, { calendars }), "2026-01-07", "2026-01-20")).toEqual([
      "2026-01-17T09:00Z",
      "2026-01-18T09:00Z",
    ]);
  });
});

describe("hosts", () => {
  const onCall = {
    "on-call": {
      timezone: "Europe/Berlin",
      layers: [{ name: "main", people: ["ann", "bob"], start: "2026-01-05", handover: "Monday 09:00" }],
      covers: [{ who: "cy", from: "2026-01-14", to: "2026-01-14" }],
    },
  };
  const hostsOf = (rules: Parameters<typeof sessionsBetween>[0]) =>
    sessionsBetween(rules, new Date("2026-01-05"), new Date("2026-01-28")).map(({ hosts }) => hosts.join());

  it("are those on call when it starts, as moved", () => {
    const moved = [{ from: "2026-01-13", to: "2026-01-14 10:00" }];
    expect(hostsOf(rulesOf({ host: "rota", moved }, onCall))).toEqual(["ann", "cy", "ann", "bob"]);
  });

  it("are the people named", () => {
    expect(hostsOf(rulesOf({ host: "dora" }))[0]).toBe("dora");
    expect(hostsOf(rulesOf({ host: ["dora", "eve"] }))[0]).toBe("dora,eve");
  });

  it("are nobody where nobody is on call", () => {
    expect(hostsOf(rulesOf({ host: "rota" }))[0]).toBe("");
    const early = rulesOf({ host: "rota", start: "2025-12-30 14:00" }, onCall);
    expect(sessionsBetween(early, new Date("2025-12-29"), new Date("2026-01-01"))[0]?.hosts).toEqual([]);
  });
});

describe("slots", () => {
  it.each([
    [60, 2, [0, 30, 60]],
    [50, 3, [0, 16, 32, 48]],
    [5, 5, [0, 1, 2, 3, 4, 5]],
    [1440, 1, [0, 1440]],
  ])("divide %i minutes into %i equal parts of whole minutes", (minutes, slots, bounds) => {
    const [session] = sessionsBetween(rulesOf({ minutes, slots }), new Date("2026-01-05"), new Date("2026-01-08"));
    const minutesOf = (time: Date) => (time.getTime() - (session?.start.getTime() ?? 0)) / 60_000;
    expect(session && minutesOf(session.end)).toBe(minutes);
    expect(session?.slots.map(({ index, start, end }) => [index, minutesOf(start), minutesOf(end)])).toEqual(
      bounds.slice(1).map((end, index) => [index, bounds[index], end]),
    );
  });
});

describe("several series", () => {
  it("are in the order of time", () => {
    const rules = rulesOfAll([
      { name: "clinic", rule: "FREQ=WEEKLY", start: "2026-01-06 14:00" },
      { name: "roadmap", kind: "request", rule: "FREQ=YEARLY", start: "2026-01-05 10:00" },
    ]);
    const sessions = sessionsBetween(rules, new Date("2026-01-01"), new Date("2026-01-14"));
    expect(sessions.map(({ series, kind }) => [series, kind])).toEqual([
      ["roadmap", "request"],
      ["clinic", "office-hours"],
      ["clinic", "office-hours"],
    ]);
  });
});
