import { describe, expect, it } from "vitest";
import { alwaysOpen } from "../../src/business-time/always-open.ts";
import type { BusinessCalendar } from "../../src/business-time/calendar.ts";
import { createCalendar } from "../../src/business-time/create-calendar.ts";
import type { ClockKind } from "../../src/core/thread-status.ts";
import type { Timeline, TimelineEntry } from "../../src/core/timeline.ts";
import type { ClockPolicy } from "../../src/timeline/clock-policy.ts";
import type { ClockReading } from "../../src/timeline/clock-reading.ts";
import { clocksOf } from "../../src/timeline/clocks-of.ts";
import { momentAt } from "../../src/timeline/read-clock.ts";
import {
  asker,
  at,
  aTimeline,
  bot,
  closed,
  community,
  helper,
  marked,
  needsInfo,
  reopened,
  session,
  splitHours,
  thanks,
  unmarked,
} from "../helpers/timelines.ts";

const hour = 3600;

interface World {
  readonly entries?: readonly TimelineEntry[];
  readonly now?: string;
  readonly firstResponse?: ClockPolicy["firstResponse"];
  readonly targets?: ClockPolicy["targets"];
  readonly decision?: ClockPolicy["decision"];
  readonly calendar?: BusinessCalendar;
  readonly timeline?: Partial<Timeline>;
}

/** Three clocks of 2, 4 and 8 hours around the clock, at 20:00, unless told otherwise. */
function read(world: World): readonly ClockReading[] {
  const { entries = [], now = "20:00", firstResponse = "anyone", decision, calendar = alwaysOpen } = world;
  const targets = world.targets ?? { "first-response": 2 * hour, "next-response": 4 * hour, resolution: 8 * hour };
  return clocksOf(aTimeline(entries, world.timeline), { targets, firstResponse, decision }, calendar, at(now));
}

/** One kind of clock, in short: `met 1h`, `running 3h due 17:00 breached`. */
function inShort(clock: ClockKind, world: World): readonly string[] {
  return read(world)
    .filter((it) => it.clock === clock)
    .map(({ state, elapsed, dueAt, isBreached }) => {
      const due = state !== "met" && dueAt ? ` due ${dueAt.toISOString().slice(11, 16)}` : "";
      return `${state} ${elapsed / hour}h${due}${isBreached ? " breached" : ""}`;
    });
}

type Case = readonly [string, World, readonly string[]];
const told = (...entries: readonly TimelineEntry[]): World => ({ entries });

describe("the first response", () => {
  it.each<Case>([
    ["runs while nobody has replied", { now: "10:00" }, ["running 1h due 11:00"]],
    ["is due at its target, and breached when more has passed", { now: "11:00" }, ["running 2h due 11:00"]],
    ["is breached a second later", { now: "2026-03-02T11:00:01Z" }, [`running ${7201 / hour}h due 11:00 breached`]],
    ["is met by the team", told(helper("10:00")), ["met 1h"]],
    ["is met late", told(helper("12:00")), ["met 3h breached"]],
    ["is met by anybody", told(community("10:00")), ["met 1h"]],
    ["is met by the team alone", { ...told(community("10:00"), helper("10:30")), firstResponse: "team" }, ["met 1.5h"]],
    ["is not met by the asker", { ...told(asker("09:30")), now: "10:00" }, ["running 1h due 11:00"]],
    ["is met by asking for information", told(needsInfo("10:00")), ["met 1h"]],
    [
      "is not met by a reply that was deleted",
      told(helper("10:00", { isDeleted: true }), helper("10:30")),
      ["met 1.5h"],
    ],
    ["is not met by a command", told(helper("09:10", { isCommand: true }), helper("10:00")), ["met 1h"]],
    ["stands still from a close on", told(closed("10:00")), ["frozen 1h"]],
    [
      "and goes on when it is reopened",
      { ...told(closed("10:00"), reopened("14:00")), now: "14:30" },
      ["running 1.5h due 15:00"],
    ],
    ["is met at once", told(helper("09:00")), ["met 0h"]],
    ["is not kept without a target", { targets: { resolution: hour } }, []],
  ])("%s", (_, world, expected) => {
    expect(inShort("first-response", world)).toEqual(expected);
  });

  it("is met by a decision, which ends a wait for the next one, too", () => {
    const decision = { is: "decided", since: at("09:30"), at: at("12:00") } as const;
    expect(inShort("first-response", { decision })).toEqual(["met 0.5h"]);
    const waiting = { entries: [helper("09:10"), asker("09:20")], decision };
    expect(inShort("next-response", waiting)).toEqual([`met ${600 / hour}h`]);
  });

  // https://github.com/chatwoot/chatwoot/pull/6409: the metric counted what bots replied.
  it("is not met by a bot (chatwoot#6409)", () => {
    expect(inShort("first-response", told(bot("09:01"), helper("10:00")))).toEqual(["met 1h"]);
    expect(inShort("first-response", { ...told(bot("09:01")), now: "10:00" })).toEqual(["running 1h due 11:00"]);
  });

  // https://github.com/chatwoot/chatwoot/pull/12058: of a conversation that was opened anew it was counted again.
  it("does not start again when the thread is reopened (chatwoot#12058)", () => {
    const entries = [helper("10:00"), closed("11:00"), asker("15:00"), reopened("15:00"), helper("16:00")];
    expect(inShort("first-response", { entries })).toEqual(["met 1h"]);
    expect(inShort("next-response", { entries })).toEqual(["met 1h"]);
  });

  // The same report: a bot closed it after five minutes, and days later it was reopened and answered within ten.
  it("does not count the days in which the thread was closed (chatwoot#12058)", () => {
    const entries = [closed("09:05"), reopened("2026-03-06T14:00:00Z"), helper("2026-03-06T14:10:00Z")];
    expect(inShort("first-response", { entries, now: "2026-03-06T15:00:00Z" })).toEqual(["met 0.25h"]);
  });
});

describe("the next response", () => {
  it.each<Case>([
    ["is not owed before the first", told(asker("10:00")), []],
    ["is not owed after the team's word", told(helper("10:00")), []],
    [
      "counts from the asker's first word",
      { ...told(helper("10:00"), asker("11:00"), asker("12:00")), now: "13:00" },
      ["running 2h due 15:00"],
    ],
    ["is met by the team", told(helper("10:00"), asker("11:00"), helper("12:00")), ["met 1h"]],
    [
      "is the team's alone",
      { ...told(helper("10:00"), asker("11:00"), community("11:30")), now: "12:00" },
      ["running 1h due 15:00"],
    ],
    [
      "is owed after a reply of the community",
      { ...told(community("10:00"), asker("11:00")), now: "12:00" },
      ["running 1h due 15:00"],
    ],
    [
      "is not owed then where only the team's reply is a first one",
      { ...told(community("10:00"), asker("11:00")), firstResponse: "team" },
      [],
    ],
    ["is not owed for thanks", told(helper("10:00"), thanks("11:00")), []],
    ["is met by asking for information", told(helper("10:00"), asker("11:00"), needsInfo("12:00")), ["met 1h"]],
    [
      "is kept for each time",
      told(helper("10:00"), asker("11:00"), helper("12:00"), asker("13:00"), helper("18:00")),
      ["met 1h", "met 5h breached"],
    ],
    [
      "is owed when the asker asks on after the answer",
      { ...told(helper("10:00"), marked("11:00"), asker("12:00")), now: "13:00" },
      ["running 1h due 16:00"],
    ],
    ["stands still while an answer is marked", told(helper("10:00"), asker("11:00"), marked("12:00")), ["frozen 1h"]],
    [
      "goes on when that is unmarked",
      { ...told(helper("10:00"), asker("11:00"), marked("12:00"), unmarked("14:00")), now: "15:00" },
      ["running 2h due 17:00"],
    ],
    ["stands still while the thread is closed", told(helper("10:00"), asker("11:00"), closed("12:00")), ["frozen 1h"]],
    [
      "counts anew from a word after the thread was settled",
      {
        ...told(helper("10:00"), asker("11:00"), closed("12:00"), asker("15:00"), asker("15:30"), reopened("16:00")),
        now: "17:00",
      },
      ["frozen 1h", "running 1h due 20:00"],
    ],
    [
      "waits while a session is booked",
      { ...told(helper("10:00"), asker("11:00"), session("12:00", "booked")) },
      ["frozen 1h"],
    ],
  ])("%s", (_, world, expected) => {
    expect(inShort("next-response", world)).toEqual(expected);
  });

  // https://github.com/zammad/zammad/issues/3140: tickets escalated after an agent's reply, when the customer was silent.
  it("does not run while the team has had the last word (zammad#3140)", () => {
    const entries = [helper("10:00"), asker("11:00"), helper("12:00")];
    expect(inShort("next-response", { entries, now: "2026-03-05T12:00:00Z" })).toEqual(["met 1h"]);
    expect(inShort("resolution", { entries, now: "2026-03-05T12:00:00Z" })).toEqual(["paused 2h"]);
  });

  // https://github.com/zammad/zammad/issues/5177: a shorter update time escalated before the first response was due.
  it("does not overrule a first response that is due later (zammad#5177)", () => {
    const targets = { "first-response": 8 * hour, "next-response": hour };
    const readings = read({ entries: [asker("10:00")], targets, now: "12:00" });
    expect(readings.map(({ clock, dueAt }) => [clock, dueAt])).toEqual([["first-response", at("17:00")]]);
  });

  // https://github.com/zammad/zammad/issues/1322: what a customer wrote by another way than e-mail did not count.
  it("is owed for whatever the asker writes while the thread waits on them (zammad#1322)", () => {
    const entries = [needsInfo("10:00"), asker("13:00", { id: "a reply below a comment" })];
    expect(inShort("next-response", { entries, now: "14:00" })).toEqual(["running 1h due 17:00"]);
  });
});

describe("the resolution", () => {
  it.each<Case>([
    ["runs while the thread waits on the team", { now: "10:00" }, ["running 1h due 17:00"]],
    [
      "pauses while it waits on the asker",
      { ...told(helper("10:00"), asker("14:00")), now: "15:00" },
      ["running 2h due 21:00"],
    ],
    ["pauses from a reply on", told(helper("10:00")), ["paused 1h"]],
    ["pauses for information", told(helper("09:30"), asker("10:00"), needsInfo("11:00")), ["paused 1.5h"]],
    ["does not pause for the community", { ...told(community("10:00")), now: "12:00" }, ["running 3h due 17:00"]],
    ["does not go on for thanks", told(helper("10:00"), thanks("12:00")), ["paused 1h"]],
    ["is met by an answer", told(helper("10:00"), marked("11:00")), ["met 1h"]],
    ["is not met by a bot's", { ...told(marked("10:00", "bot")), now: "11:00" }, ["running 2h due 17:00"]],
    ["is met by a close as resolved", told(closed("10:00")), ["met 1h"]],
    ["is not met by one as duplicate", told(closed("10:00", "duplicate")), ["frozen 1h"]],
    ["is not met by one as outdated", told(closed("10:00", "outdated")), ["frozen 1h"]],
    ["is met by a decision", { decision: { is: "decided", since: at("10:00"), at: at("19:00") } }, ["met 1h"]],
    ["stands still while that is awaited", { decision: { is: "awaited", since: at("10:00") } }, ["frozen 1h"]],
    ["pauses while a request lacks answers", { decision: { is: "asked", since: at("09:00") } }, ["paused 0h"]],
    ["stays met when the asker asks on", told(marked("11:00"), asker("12:00")), ["met 2h"]],
    ["stays met when the answered thread is closed", told(marked("11:00"), closed("12:00", "outdated")), ["met 2h"]],
    [
      "goes on when the answer is unmarked",
      { ...told(marked("10:00"), unmarked("12:00")), now: "13:00" },
      ["running 2h due 19:00"],
    ],
    [
      "goes on when the thread is reopened",
      { ...told(closed("10:00"), reopened("15:00")), now: "16:00" },
      ["running 2h due 22:00"],
    ],
    ["is met late", told(marked("18:00")), ["met 9h breached"]],
    ["is breached, and stays so while it is paused", told(helper("18:00")), ["paused 9h due 17:00 breached"]],
    [
      "waits while a session is booked",
      { ...told(session("10:00", "booked"), session("12:00", "held")), now: "13:00" },
      ["running 2h due 19:00"],
    ],
  ])("%s", (_, world, expected) => {
    expect(inShort("resolution", world)).toEqual(expected);
  });

  it("is met when the question was last resolved, and not when it was first", () => {
    const [, reading] = read({ entries: [marked("10:00"), unmarked("12:00"), closed("13:00"), marked("14:00")] });
    expect(reading).toMatchObject({ clock: "resolution", metAt: at("13:00"), elapsed: 2 * hour });
  });

  // https://github.com/chatwoot/chatwoot/issues/7679: days in which the customer had left counted for the agents.
  it("does not count the time in which the asker is away, whatever bots say (chatwoot#7679)", () => {
    const entries = [helper("10:00"), bot("10:01"), asker("2026-03-09T10:00:00Z"), bot("2026-03-09T10:01:00Z")];
    const later = [...entries, helper("2026-03-09T11:00:00Z"), marked("2026-03-09T12:00:00Z")];
    expect(inShort("resolution", { entries: later, now: "2026-03-10T00:00:00Z" })).toEqual(["met 2h"]);
  });

  // https://github.com/chatwoot/chatwoot/pull/15024: what was missed grew on after the conversation was resolved.
  it("is missed by no more when it is met (chatwoot#15024)", () => {
    const entries = [marked("18:00")];
    for (const now of ["19:00", "2026-03-20T00:00:00Z"]) {
      expect(inShort("resolution", { entries, now })).toEqual(["met 9h breached"]);
    }
  });

  // https://github.com/chatwoot/chatwoot/issues/10178: it went on after the conversation was resolved.
  it("no clock runs after the thread was closed upon the asker's last word (chatwoot#10178)", () => {
    const entries = [helper("10:00"), asker("11:00"), closed("12:00")];
    const later = read({ entries, now: "2026-03-20T00:00:00Z" });
    expect(later.filter(({ state }) => state === "running")).toEqual([]);
    expect(later.some(({ isBreached }) => isBreached)).toBe(false);
  });
});

describe("business hours", () => {
  it.each<Case>([
    ["count alone", { now: "15:00", targets: { resolution: 5 * hour } }, ["running 5h due 15:00"]],
    [
      "make a target of two days two days",
      { targets: { resolution: 14 * hour }, now: "20:00" },
      ["running 7h due 17:00"],
    ],
    [
      "do not count while the thread waits on the asker",
      told(helper("10:00"), asker("12:30")),
      ["running 5h due 12:00"],
    ],
    ["do not count outside of them", { entries: [helper("17:30")] }, ["paused 7h"]],
  ])("%s", (_, world, expected) => {
    const targets = { resolution: 8 * hour };
    expect(inShort("resolution", { targets, calendar: splitHours, ...world })).toEqual(expected);
  });

  // https://github.com/chatwoot/chatwoot/pull/13392: deadlines fell on the evening, and not on the next business day.
  it("make what is asked late on Friday due on Monday (chatwoot#13392)", () => {
    const nine = [{ from: 9 * 60, to: 17 * 60 }];
    const week = [nine, nine, nine, nine, nine, [], []];
    const closures = { days: [], spans: [] };
    const calendar = createCalendar("office", { timeZone: "UTC", week, exceptions: [], closures });
    const timeline = { openedAt: at("2026-03-06T16:30:00Z") };
    const [reading] = read({ timeline, calendar, targets: { "first-response": hour }, now: "2026-03-07T12:00:00Z" });
    expect(reading).toMatchObject({ dueAt: at("2026-03-09T09:30:00Z"), isBreached: false });
  });

  // https://github.com/zammad/zammad/issues/4432: reminders at midnight and at weekends.
  it("nothing becomes due outside of them (zammad#4432)", () => {
    for (const opened of ["08:59", "12:30", "16:59", "23:00"]) {
      const [reading] = read({ timeline: { openedAt: at(opened) }, now: "23:59", calendar: splitHours });
      const due = reading?.dueAt ?? at("00:00");
      expect(splitHours.isOpenAt(due) || splitHours.isOpenAt(new Date(due.getTime() - 1000))).toBe(true);
    }
  });
});

describe("a change of targets", () => {
  const entries = [helper("10:00"), asker("11:00"), helper("12:00"), asker("14:00")];

  it("counts from the start, with the pauses there were", () => {
    const due = (resolution: number) => read({ entries, targets: { resolution }, now: "15:00" })[0]?.dueAt;
    expect(due(4 * hour)).toEqual(at("16:00"));
    expect(due(2 * hour)).toEqual(at("12:00"));
  });

  // https://github.com/zammad/zammad/issues/5624: the update time of a group stayed when a ticket left it.
  it("takes the clocks with it that are not promised any more (zammad#5624)", () => {
    const kinds = (targets: World["targets"]) => read({ entries, targets: targets ?? {} }).map(({ clock }) => clock);
    expect(kinds({ "first-response": hour, "next-response": hour })).toContain("next-response");
    expect(kinds({ "first-response": hour })).toEqual(["first-response"]);
  });

  // https://github.com/glpi-project/glpi/issues/6902: the time on hold was lost when the urgency changed.
  it("loses no pause (glpi#6902)", () => {
    const paused = [helper("09:10")];
    const [reading] = read({ entries: paused, targets: { resolution: hour }, now: "20:00" });
    expect(reading).toMatchObject({ state: "paused", elapsed: 600, isBreached: false });
  });
});

describe("bad input", () => {
  it.each(["maintainer", "helper", "bot"] as const)("a thread that a %s opened has no clocks", (opener) => {
    expect(read({ timeline: { opener, asker: "mia" } })).toEqual([]);
  });

  it("a thread that is opened later has none yet", () => {
    expect(read({ now: "08:59" })).toEqual([]);
  });

  it("a target of zero is due at once, and breached a second later", () => {
    const targets = { "first-response": 0 };
    expect(read({ targets, now: "09:00" })).toMatchObject([{ dueAt: at("09:00"), isBreached: false }]);
    expect(read({ targets, now: "09:01" })).toMatchObject([{ dueAt: at("09:00"), isBreached: true }]);
    expect(read({ targets, entries: [helper("09:00")] })).toMatchObject([{ state: "met", isBreached: false }]);
  });

  it("a target of years is due in years", () => {
    const [reading] = read({ targets: { resolution: 5 * 365 * 24 * hour } });
    expect(reading?.dueAt).toEqual(at("2031-03-01T09:00:00Z"));
  });

  it("a target that a calendar never has time for is never due", () => {
    const week = Array.from({ length: 7 }, () => []);
    const calendar = createCalendar("never", {
      timeZone: "UTC",
      week,
      exceptions: [],
      closures: { days: [], spans: [] },
    });
    const [reading] = read({ calendar, targets: { resolution: hour } });
    expect([reading?.state, reading?.elapsed, reading?.dueAt]).toEqual(["running", 0, undefined]);
  });

  it("a timeline that runs backwards counts what it can", () => {
    const entries = [asker("10:00"), helper("2026-01-01T00:00:00Z"), needsInfo("2025-01-01T00:00:00Z")];
    expect(read({ entries, now: "11:00" }).map(({ clock, state, elapsed }) => [clock, state, elapsed])).toEqual([
      ["first-response", "met", 0],
      ["resolution", "running", hour],
      ["next-response", "running", hour],
    ]);
  });

  it("a thread of 5,000 comments is read", () => {
    const openedAt = at("2026-01-01T00:00:00Z");
    const entries = Array.from({ length: 5_000 }, (_, i) => {
      const time = new Date(openedAt.getTime() + (i + 1) * 600_000);
      return i % 2 === 0 ? helper(time) : asker(time);
    });
    const waited = 700;
    const now = new Date(openedAt.getTime() + (5_000 * 600 + waited) * 1000).toISOString();
    const readings = read({ entries, timeline: { openedAt }, now });
    expect(readings.filter(({ clock }) => clock === "next-response")).toHaveLength(2_500);
    expect(readings.find(({ clock }) => clock === "resolution")?.elapsed).toBe(2_500 * 600 + waited);
  });
});

describe("a clock explains itself", () => {
  it("by its segments", () => {
    const entries = [helper("10:00"), asker("11:00"), marked("12:00"), unmarked("13:00")];
    const [, resolution] = read({ entries, now: "14:00" });
    expect(resolution?.segments.map((it) => [it.is, it.counted / hour, it.because])).toEqual([
      ["running", 1, "the question waits for a reply"],
      ["paused", 0, "the team replied, and the asker has the next word"],
      ["running", 1, "the asker wrote"],
      ["frozen", 0, "an answer is marked"],
      ["running", 1, "the answer was unmarked"],
    ]);
  });

  it("also why it was met", () => {
    const [first] = read({ entries: [community("10:00")], now: "11:00" });
    expect(first?.segments.map(({ is, because }) => [is, because])).toEqual([
      ["running", "the question waits for a reply"],
      ["frozen", "somebody replied"],
    ]);
  });
});

describe("the moment of a part of the target", () => {
  it("is the same at whichever time it is asked for, to the millisecond", () => {
    const entries = [helper("09:30"), asker("10:00")];
    const moments = ["10:20", "2026-03-02T10:30:00.700Z", "2026-03-02T11:59:59.999Z"].map((now) => {
      const [, resolution] = read({ entries, now });
      return [resolution?.dueAt, resolution && momentAt(resolution, 4 * hour, alwaysOpen)];
    });
    expect(new Set(moments.map(String)).size).toBe(1);
    expect(moments[0]).toEqual([at("17:30"), at("13:30")]);
  });
});
