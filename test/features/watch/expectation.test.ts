import { english } from "../../../src/core/language.ts";
import { describe, expect, it } from "vitest";
import { alwaysOpen } from "../../../src/business-time/always-open.ts";
import type { BusinessCalendar } from "../../../src/business-time/calendar.ts";
import type { ThreadStatus } from "../../../src/core/thread-status.ts";
import type { TimelineEntry } from "../../../src/core/timeline.ts";
import { WatchConfig } from "../../../src/features/watch/config.ts";
import { tellExpectation } from "../../../src/features/watch/events/tell-expectation.ts";
import { expectation, settledExpectation } from "../../../src/features/watch/messages/expectation.ts";
import { clocksOf } from "../../../src/timeline/clocks-of.ts";
import { stateOf } from "../../../src/timeline/state-of.ts";
import { asker, at, aTimeline, community, helper, splitHours } from "../../helpers/timelines.ts";

const hour = 3600;

interface World {
  readonly entries?: readonly TimelineEntry[];
  readonly now?: string;
  readonly opened?: string;
  readonly calendar?: BusinessCalendar;
  readonly targets?: Parameters<typeof clocksOf>[1]["targets"];
  readonly config?: object;
}

function reckon({ entries = [], now = "09:30", opened = "09:00", calendar = alwaysOpen, targets, config = {} }: World) {
  const parsed = WatchConfig.parse(config);
  const timeline = aTimeline(entries, { openedAt: at(opened) });
  const policy = {
    targets: targets ?? { "first-response": 4 * hour, "next-response": 8 * hour, resolution: 48 * hour },
    firstResponse: parsed["first-response"],
  };
  const clocks = clocksOf(timeline, policy, calendar, at(now));
  const state = stateOf(timeline, { now: at(now) });
  return { reckoned: { state, clocks, calendar, next: undefined }, config: parsed };
}

/** What is said, without the heading and the line about the bot. */
function said(world: World): string | undefined {
  const { reckoned, config } = reckon(world);
  const text = expectation(reckoned, "p3", config)?.(english);
  expect(text === undefined || text.endsWith("<sub>I am a bot. I keep this up to date.</sub>")).toBe(true);
  return text?.split("\n\n").slice(0, -1).join("\n").replace("**What happens next:** ", "");
}

const p3 = (expected: unknown) => ({ priorities: { p3: { expectation: expected } } });

describe("what an asker is told", () => {
  it.each<readonly [string, World, string | undefined]>([
    ["the first reply", {}, "We aim at a first reply by **Monday, 2 March 2026, 13:00 UTC**."],
    [
      "the first reply of the team",
      { config: { "first-response": "team" } },
      "The team aims to reply by **Monday, 2 March 2026, 13:00 UTC**.",
    ],
    [
      "a promise, where the config says so",
      { config: { "first-response": "team", expectation: { wording: "promise" } } },
      "Somebody of the team replies by **Monday, 2 March 2026, 13:00 UTC**.",
    ],
    [
      "the next reply",
      { entries: [helper("09:10"), asker("09:20")] },
      "The team aims to reply by **Monday, 2 March 2026, 17:20 UTC**.",
    ],
    [
      "the answer, when no reply is owed by a time",
      { entries: [community("09:10")] },
      "The team aims at an answer by **Wednesday, 4 March 2026, 09:00 UTC**, not counting the time in which the next word is yours.",
    ],
    ["nothing without a target", { targets: {} }, undefined],
    ["nothing where the config wants none", { config: p3(null) }, undefined],
    ["nothing where it is off", { config: { expectation: { mode: "off" } } }, undefined],
    [
      "what the config says",
      { config: p3("A person looks at {priority} by {by}.") },
      "A person looks at p3 by **Monday, 2 March 2026, 13:00 UTC**.",
    ],
    [
      "what the config says without a time",
      { targets: {}, config: p3("We are few; it may take days.") },
      "We are few; it may take days.",
    ],
    ["nothing that the config says with a time, without one", { targets: {}, config: p3("By {by}.") }, undefined],
    [
      "how to help oneself meanwhile",
      { config: { expectation: { meanwhile: "See [the docs](https://example.com)." } } },
      "We aim at a first reply by **Monday, 2 March 2026, 13:00 UTC**.\nSee [the docs](https://example.com).",
    ],
    [
      "that it is late, and no time that is over as if it were to come",
      { now: "13:01", config: p3("By {by}.") },
      "A reply was meant to come by Monday, 2 March 2026, 13:00 UTC, and is late. The question is still on the team's list.",
    ],
    [
      "when hours begin, of what was written outside of them",
      { opened: "20:00", now: "20:01", calendar: splitHours },
      "We aim at a first reply by **Tuesday, 3 March 2026, 14:00 UTC**. It was written outside of the team's hours, which begin on Tuesday, 3 March 2026, 09:00 UTC.",
    ],
    [
      "a time to the minute that has not passed by then",
      { opened: "2026-03-02T09:00:31Z" },
      "We aim at a first reply by **Monday, 2 March 2026, 13:01 UTC**.",
    ],
  ])("%s", (_, world, expected) => {
    expect(said(world)).toBe(expected);
  });

  it("is the same until something happens", () => {
    const texts = ["20:01", "23:00", "2026-03-03T13:59:00Z"].map((now) =>
      said({ opened: "20:00", now, calendar: splitHours }),
    );
    expect(new Set(texts).size).toBe(1);
  });

  it("notifies nobody and links back to nothing, whatever stands in the config", () => {
    const config = { ...p3("Ask @ann, see #12. Fixes #3."), expectation: { meanwhile: "@acme/team <b>now</b>" } };
    const text = said({ config }) ?? "";
    expect(text).not.toMatch(/@\w|#\d|<b>/u);
  });
});

describe("an expectation is told", () => {
  const fresh = { isLocked: false, hasComment: true, isFresh: true, needsInfo: false, locale: english };
  const tell = (
    world: World,
    thread: Partial<typeof fresh>,
    before?: { readonly text: string; readonly times: number },
  ) => {
    const { reckoned, config } = reckon(world);
    return tellExpectation(reckoned, before, { ...fresh, ...thread }, "p3", config);
  };
  const text = () => tell({}, {})?.text ?? "";

  it.each<readonly [string, World, Partial<typeof fresh>, boolean]>([
    ["inside of our comment", {}, {}, true],
    ["not without one", {}, { hasComment: false }, false],
    ["alone where the config wants it", { config: { expectation: { alone: true } } }, { hasComment: false }, true],
    ["not in an old thread", {}, { isFresh: false }, false],
    ["not in a locked thread", {}, { isLocked: true }, false],
    ["not when the team has replied already", { entries: [helper("09:10")] }, {}, false],
    ["not without a target", { targets: {} }, {}, false],
  ])("%s", (_, world, thread, expected) => {
    expect(tell(world, thread) !== undefined).toBe(expected);
  });

  it("once, as long as it stays the same", () => {
    expect(tell({ now: "10:00" }, {}, { text: text(), times: 1 })).toBeUndefined();
  });

  it("anew when something else is to be expected, also in an old thread", () => {
    const before = { text: text(), times: 1 };
    expect(tell({ entries: [helper("09:10")] }, { isFresh: false }, before)).toEqual({
      text: "The team has replied; the next word is yours.",
      times: 2,
    });
    expect(tell({ targets: {} }, {}, before)?.text).toBe("No time is set for the next reply.");
    expect(tell({ config: { expectation: { mode: "off" } } }, {}, before)?.text).toBe(
      "No time is set for the next reply.",
    );
  });

  it("a few times at most, and at last by what stays true", () => {
    const last = tell({ entries: [helper("09:10")] }, {}, { text: text(), times: 11 });
    expect(last).toEqual({ text: "What happens next is told in the discussion itself.", times: 12 });
    expect(tell({}, {}, last)).toBeUndefined();
  });

  it.each<readonly [ThreadStatus, boolean, string]>([
    ["waiting-on-asker", true, "The team waits for something from you; the next word is yours."],
    ["answered", false, "This question is answered."],
    ["closed", false, "This discussion is closed."],
    ["awaiting-decision", false, "This request waits for its decision, for which no time is set."],
    ["session-booked", false, "A session is booked for this."],
  ])("no more when the thread is %s (information needed: %s)", (status, needsInfo, expected) => {
    expect(settledExpectation({ ...reckon({}).reckoned.state, status }, needsInfo)(english)).toBe(expected);
  });
});
