import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayMs } from "../../../src/core/clock.ts";
import type { TimelineEntry } from "../../../src/core/timeline.ts";
import { AskerCollection } from "../../../src/features/interviews/choice/asker-facts.ts";
import type { AskedThread, AskerFacts } from "../../../src/features/interviews/choice/asker-facts.ts";
import { chooseInterviewees } from "../../../src/features/interviews/choice/choose-interviewees.ts";
import { quarterOf } from "../../../src/features/interviews/choice/quarter.ts";
import { reasonsFor } from "../../../src/features/interviews/choice/reasons.ts";
import { sayReason } from "../../../src/features/interviews/messages/say-reason.ts";
import type { MeasuredThread } from "../../../src/measures/measured-thread.ts";
import { aTimeline, at, bot, closed, community, helper, marked, reopened } from "../../helpers/timelines.ts";

const now = new Date("2026-10-01T00:00:00Z");
const ago = (days: number) => new Date(now.getTime() - days * dayMs);

let numbers = 0;

/** A discussion of forty days ago that nobody replied to. */
function aThread(given: Partial<AskedThread> = {}): AskedThread {
  numbers += 1;
  return {
    number: numbers,
    title: `Question ${numbers}`,
    url: `https://github.com/acme/widgets/discussions/${numbers}`,
    openedAt: ago(40),
    lastWordAt: ago(40),
    words: 0,
    people: 1,
    reopened: 0,
    missed: [],
    isRequest: false,
    isSettled: true,
    ...given,
  };
}

function anAsker(login: string, ...threads: readonly AskedThread[]): AskerFacts {
  return { login, threads, lastSeenAt: new Date(Math.max(...threads.map(({ openedAt }) => openedAt.getTime()))) };
}

const rated = (rating: 1 | 2 | 3 | 4 | 5, days = 10) => ({ rated: { rating, at: ago(days) }, lastWordAt: ago(days) });
const kindsOf = (asker: AskerFacts) => reasonsFor(asker, now).map(({ reason }) => reason.kind);
const choose = (
  askers: readonly AskerFacts[],
  { named = new Map<string, Date>(), silenced = new Set<string>(), perQuarter = 5, time = now } = {},
) => chooseInterviewees({ askers, named, silenced }, { now: time, perQuarter });
const loginsOf = (chosen: readonly { readonly login: string }[]) => chosen.map(({ login }) => login);

describe("somebody is worth talking to", () => {
  it.each<[string, AskerFacts, readonly string[]]>([
    ["who rated 1", anAsker("a", aThread(rated(1))), ["low-rating"]],
    ["who rated 2", anAsker("a", aThread(rated(2))), ["low-rating"]],
    ["not who rated 3", anAsker("a", aThread(rated(3))), []],
    ["not who rated 1 long ago", anAsker("a", aThread(rated(1, 200))), []],
    ["with a discussion that was opened again", anAsker("a", aThread({ reopened: 1 })), ["thorny"]],
    ["with a long one", anAsker("a", aThread({ words: 41 })), ["thorny"]],
    ["with one that is somewhat long, with many people", anAsker("a", aThread({ words: 21, people: 6 })), ["thorny"]],
    [
      "with one that missed its targets",
      anAsker("a", aThread({ missed: ["resolution", "next-response"] })),
      ["thorny"],
    ],
    ["not with one that is somewhat long", anAsker("a", aThread({ words: 21 })), []],
    ["not with one that is long over", anAsker("a", aThread({ words: 60, lastWordAt: ago(190) })), []],
    ["with three wishes", anAsker("a", ...[1, 100, 360].map(aWish)), ["requests"]],
    ["not with two", anAsker("a", ...[1, 100].map(aWish)), []],
    ["not with three in two years", anAsker("a", ...[1, 100, 370].map(aWish)), []],
    ["who asked once, had no reply and left", anAsker("a", aThread({ isSettled: false })), ["left"]],
    ["who waited for days and left", aLeaver({ firstReplyAt: ago(36) }), ["left"]],
    ["who waited beyond a target and left", aLeaver({ firstReplyAt: ago(39), missed: ["first-response"] }), ["left"]],
    ["not who had a reply in time", aLeaver({ firstReplyAt: ago(39) }), []],
    ["not who came back to it", { ...aLeaver({ firstReplyAt: ago(36) }), lastSeenAt: ago(35) }, []],
    ["not who was seen a while ago", { ...aLeaver({}), lastSeenAt: ago(5) }, []],
    [
      "not who has asked lately",
      anAsker("a", aThread({ isSettled: false, openedAt: ago(29), lastWordAt: ago(29) })),
      [],
    ],
    ["not who asked half a year ago", aLeaver({ openedAt: ago(190), lastWordAt: ago(190) }), []],
    ["not who asked twice", anAsker("a", aThread({ isSettled: false }), aThread({ isSettled: false })), []],
    ["not whose question is settled", anAsker("a", aThread()), []],
    ["not who only wished", anAsker("a", aThread({ isSettled: false, isRequest: true })), []],
    [
      "for several reasons, the heaviest first",
      anAsker("a", aThread({ ...rated(1), reopened: 1 })),
      ["low-rating", "thorny"],
    ],
  ])("%s", (_, asker, kinds) => {
    expect(kindsOf(asker)).toEqual(kinds);
  });

  it("is asked about what happened", () => {
    const asker = anAsker("a", aThread({ ...rated(1), words: 31, reopened: 2, missed: ["resolution"] }));
    for (const { reason } of reasonsFor(asker, now)) {
      const { text, questions } = sayReason(reason);
      expect(text).not.toContain("undefined");
      expect(questions.length).toBeGreaterThan(0);
      for (const it of questions) expect(it).toMatch(/\?$/);
    }
    expect(sayReason({ kind: "left", thread: aThread(), waited: 5 * 24 * 3600 }).text).toContain("waited 5 days");
  });
});

describe("those who are chosen", () => {
  it("are the few of most worth", () => {
    const askers = [anAsker("worst", aThread(rated(1))), anAsker("bad", aThread(rated(2))), anAsker("fine", aThread())];
    expect(loginsOf(choose(askers))).toEqual(["worst", "bad"]);
    expect(loginsOf(choose(askers, { perQuarter: 1 }))).toEqual(["worst"]);
    expect(choose([])).toEqual([]);
  });

  it("are spread over kinds of reasons", () => {
    const lowRatings = ["a", "b", "c", "d"].map((it) => anAsker(it, aThread(rated(1))));
    const chosen = choose([...lowRatings, { ...aLeaver({}), login: "z" }], { perQuarter: 3 });
    expect(loginsOf(chosen)).toEqual(["a", "z", "b"]);
  });

  it("are none who were named within a year, whatever the capitals", () => {
    const askers = [anAsker("Ann", aThread(rated(1)))];
    expect(choose(askers, { named: new Map([["ann", ago(364)]]) })).toEqual([]);
    expect(choose(askers, { named: new Map([["ann", ago(365)]]) })).toHaveLength(1);
  });

  it("are none who want to be asked nothing", () => {
    expect(choose([anAsker("Ann", aThread(rated(1)))], { silenced: new Set(["ann"]) })).toEqual([]);
  });

  it("are never named twice in a year, and the same whoever looks, whatever happens", () => {
    const anyThread = fc.record({ words: fc.nat(60), reopened: fc.nat(2), rating: fc.constantFrom(1, 2, 3, 5) });
    const anyAskers = fc.array(fc.array(anyThread, { minLength: 1, maxLength: 3 }), { maxLength: 12 });
    fc.assert(
      fc.property(anyAskers, fc.integer({ min: 1, max: 6 }), (all, perQuarter) => {
        const named = new Map<string, Date>();
        for (let quarter = 0; quarter < 8; quarter += 1) {
          const time = new Date(Date.UTC(2026, quarter * 3, 1));
          const just = new Date(time.getTime() - dayMs);
          const askers = all.map((threads, n) =>
            anAsker(
              `person-${n}`,
              ...threads.map(({ words, reopened: opened, rating }) =>
                aThread({
                  words,
                  reopened: opened,
                  openedAt: just,
                  lastWordAt: just,
                  rated: { rating, at: just },
                }),
              ),
            ),
          );
          const chosen = loginsOf(choose(askers, { named, perQuarter, time }));
          expect(loginsOf(choose(askers.toReversed(), { named, perQuarter, time }))).toEqual(chosen);
          expect(chosen.length).toBeLessThanOrEqual(perQuarter);
          expect(new Set(chosen).size).toBe(chosen.length);
          for (const it of chosen) {
            const before = named.get(it);
            expect(before && time.getTime() - before.getTime() < 365 * dayMs).not.toBe(true);
            named.set(it, time);
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe("what is known of askers", () => {
  const measured = (
    entries: readonly TimelineEntry[],
    given: Parameters<typeof aTimeline>[1] = {},
    more: Partial<MeasuredThread> = {},
  ): MeasuredThread => ({ timeline: aTimeline(entries, given), feedback: [], ...more });

  function collect(...threads: readonly MeasuredThread[]): readonly AskerFacts[] {
    const collection = new AskerCollection(now);
    for (const it of threads) collection.add(it);
    return collection.all();
  }

  it("counts people's words, and neither bots, commands nor what is deleted", () => {
    const [ann] = collect(
      measured([
        helper("10:00"),
        community("10:30"),
        community("10:40", { isDeleted: true, by: "sam" }),
        community("10:50", { isCommand: true, by: "tim" }),
        bot("09:01"),
        closed("11:00"),
        reopened("12:00"),
      ]),
    );
    expect(ann?.threads).toMatchObject([
      { number: 12, words: 2, people: 3, reopened: 1, firstReplyAt: at("10:00"), isSettled: false },
    ]);
  });

  it("leaves out the team, bots and accounts that are gone", () => {
    const { asker: _, ...ghost } = aTimeline([]);
    const askers = collect(
      measured([], { asker: "dependabot", opener: "bot" }),
      measured([], { asker: "mia", opener: "maintainer" }),
      { timeline: ghost, feedback: [] },
      // Sam asked as anybody does, and helps with rights since.
      measured([], { asker: "sam" }),
      measured([helper("10:00", { by: "Sam" })], { asker: "ann" }),
    );
    expect(loginsOf(askers)).toEqual(["ann"]);
  });

  it("knows when somebody was last seen, wherever that was", () => {
    const askers = collect(
      measured([], { number: 1, asker: "ann" }),
      measured([community("15:00", { by: "ANN" })], { number: 2, asker: "sam" }),
    );
    expect(askers.map(({ login, lastSeenAt }) => [login, lastSeenAt])).toEqual([
      ["ann", at("15:00")],
      ["sam", at("09:00")],
    ]);
  });

  it("knows what is settled, missed, wished and rated", () => {
    const survey = {
      number: 1,
      title: "",
      url: "",
      of: "ann",
      askedAt: at("11:00").toISOString(),
      rated: { rating: 2, at: at("12:00").toISOString(), via: "command" },
    } as const;
    const clock = { clock: "first-response", startedAt: at("09:00"), target: 60, isBreached: true } as const;
    const [ann] = collect(
      measured(
        [helper("10:00")],
        { number: 1 },
        {
          survey,
          request: { state: "asked", since: at("09:00").toISOString() },
          watched: { priority: "p1", status: "waiting-on-asker", clocks: [clock] },
        },
      ),
      measured([helper("10:00"), marked("10:00")], { number: 2 }),
      { ...measured([], { number: 3 }), timeline: aTimeline([], { number: 3 }, answered()) },
      measured(
        [],
        { number: 4 },
        {
          feedback: [
            { by: "ann", helpful: true, isAsker: true, via: "reaction", deflected: true, number: 4, at: at("10:00") },
          ],
        },
      ),
    );
    expect(ann?.threads).toMatchObject([
      { isRequest: true, missed: ["first-response"], rated: { rating: 2, at: at("12:00") }, isSettled: false },
      { number: 2 },
      { number: 3, isSettled: true },
      { number: 4, isSettled: true },
    ]);
  });
});

it("knows quarters, in UTC", () => {
  const times = ["2026-01-01T00:00:00Z", "2026-03-31T23:59:59Z", "2026-04-01T00:00:00Z", "2026-12-31T23:59:59Z"];
  expect(times.map((it) => quarterOf(new Date(it)))).toEqual(["2026-Q1", "2026-Q1", "2026-Q2", "2026-Q4"]);
});

function aWish(days: number): AskedThread {
  return aThread({ isRequest: true, openedAt: ago(days), lastWordAt: ago(days) });
}

function aLeaver(given: Partial<AskedThread>): AskerFacts {
  return anAsker("a", aThread({ isSettled: false, ...given }));
}

function answered() {
  return { answer: { comment: "DC_1", at: at("10:00"), actor: "helper" as const } };
}
