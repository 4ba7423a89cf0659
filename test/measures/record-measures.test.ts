import { describe, expect, it } from "vitest";
import type { ReckonedClock } from "../../src/core/reckoned-clock.ts";
import type { GivenFeedback } from "../../src/core/suggestion.ts";
import type { Survey } from "../../src/core/survey.ts";
import { figureOf } from "../../src/measures/figure-of.ts";
import { measures } from "../../src/measures/index.ts";
import type { MeasuredSuggestion } from "../../src/measures/measured-thread.ts";
import { aBooking } from "../helpers/bookings.ts";
import { asker, at, bot, closed, community, helper, marked, needsInfo, session, thanks } from "../helpers/timelines.ts";
import { hours, observe, type GivenThread } from "./measured.ts";

function measure(name: string) {
  const found = measures.find((it) => it.name === name);
  if (!found) throw new Error(`there is no ${name}`);
  return found;
}
const valuesOf = (name: string, thread: GivenThread, given = {}) =>
  observe(measure(name), thread, given).map(({ value }) => value);

const item = { id: "docs:a.md#x", title: "A", url: "https://x/a" };
const suggested = (given: Partial<MeasuredSuggestion> = {}): MeasuredSuggestion => ({
  mode: "live",
  at: at("09:00"),
  items: [item],
  comment: "DC_ours",
  ...given,
});
const said = (helpful: boolean, given: Partial<GivenFeedback> = {}): GivenFeedback => ({
  number: 12,
  at: at("10:00"),
  by: "ann",
  helpful,
  isAsker: true,
  via: "reaction",
  deflected: helpful,
  ...given,
});

describe("SLA attainment", () => {
  const clock = (given: Partial<ReckonedClock>): ReckonedClock => ({
    clock: "first-response",
    startedAt: at("09:00"),
    target: 3600,
    isBreached: false,
    ...given,
  });
  const watched = (...clocks: readonly ReckonedClock[]) => ({
    watched: { priority: "p1", status: "waiting-on-team", clocks } as const,
  });
  const later = at("2026-03-04T09:00:00Z");

  it.each([
    { is: "met in time", given: { metAt: at("09:30"), dueAt: at("10:00") }, value: 1, at: at("09:30") },
    { is: "met late", given: { metAt: at("11:00"), dueAt: at("10:00"), isBreached: true }, value: 0, at: at("10:00") },
    { is: "missed and open", given: { dueAt: at("10:00"), isBreached: true }, value: 0, at: at("10:00") },
    { is: "missed since it was last looked at", given: { dueAt: at("10:00") }, value: 0, at: at("10:00") },
    { is: "not due yet", given: { dueAt: later } },
    { is: "paused, or frozen before it was due", given: {} },
  ])("of a clock that is $is", ({ given, value, at: when }) => {
    const expected = value === undefined ? [] : [{ thread: 12, at: when, value }];
    expect(observe(measure("sla-first-response"), watched(clock(given)))).toEqual(expected);
  });

  it("is told of each kind of clock apart, and of each time the asker waited", () => {
    const thread = watched(
      clock({ metAt: at("09:30") }),
      clock({ clock: "next-response", metAt: at("09:30") }),
      clock({ clock: "next-response", dueAt: at("10:00"), isBreached: true }),
      clock({ clock: "resolution", dueAt: later }),
    );
    const values = ["sla-first-response", "sla-next-response", "sla-resolution"].map((it) => valuesOf(it, thread));
    expect(values).toEqual([[1], [1, 0], []]);
    expect(valuesOf("sla-resolution", {})).toEqual([]);
  });
});

describe("deflection", () => {
  const old = { now: at("2026-03-10T09:00:00Z") };
  const week = { entries: [] };

  it.each<{ readonly when: string; readonly thread: GivenThread; readonly confirmed: readonly number[]; readonly implied: readonly number[] }>([
    { when: "nobody looked", thread: week, confirmed: [], implied: [] },
    { when: "it is shadow mode", thread: { suggestion: suggested({ mode: "shadow" }) }, confirmed: [], implied: [] },
    { when: "nothing was found", thread: { suggestion: suggested({ items: [] }) }, confirmed: [0], implied: [0] },
    { when: "it is no question", thread: { suggestion: suggested(), observed: { isAnswerable: false } }, confirmed: [], implied: [] },
    { when: "it asks for a feature", thread: { suggestion: suggested(), request: { state: "asked", since: "2026-03-02T09:00:00Z" } }, confirmed: [], implied: [] },
    { when: "the team opened it", thread: { suggestion: suggested(), timeline: { opener: "helper" } }, confirmed: [], implied: [] },
    { when: "it is quiet", thread: { suggestion: suggested() }, confirmed: [0], implied: [1] },
    { when: "only bots write", thread: { suggestion: suggested(), entries: [bot("10:00")] }, confirmed: [0], implied: [1] },
    { when: "the asker thanks", thread: { suggestion: suggested(), entries: [thanks("10:00")] }, confirmed: [0], implied: [1] },
    { when: "the asker asks on", thread: { suggestion: suggested(), entries: [asker("10:00")] }, confirmed: [0], implied: [0] },
    { when: "the asker wrote before we looked", thread: { suggestion: suggested({ at: at("09:30") }), entries: [asker("09:10")] }, confirmed: [0], implied: [1] },
    { when: "somebody replies", thread: { suggestion: suggested(), entries: [community("10:00")] }, confirmed: [0], implied: [0] },
    { when: "the team asks for information", thread: { suggestion: suggested(), entries: [needsInfo("10:00")] }, confirmed: [0], implied: [0] },
    { when: "somebody replies after a week", thread: { suggestion: suggested(), entries: [helper("2026-03-09T09:00:00Z")] }, confirmed: [0], implied: [1] },
    { when: "it is closed as duplicate", thread: { suggestion: suggested(), entries: [closed("10:00", "duplicate")] }, confirmed: [0], implied: [0] },
    { when: "it is closed as resolved", thread: { suggestion: suggested(), entries: [closed("10:00")] }, confirmed: [0], implied: [1] },
    { when: "the asker says that it helped", thread: { suggestion: suggested(), feedback: [said(true)] }, confirmed: [1], implied: [1] },
    { when: "the asker says so, and is replied to later", thread: { suggestion: suggested(), feedback: [said(true)], entries: [helper("11:00")] }, confirmed: [1], implied: [0] },
    { when: "the asker says so after a reply", thread: { suggestion: suggested(), feedback: [said(true, { deflected: false })], entries: [helper("09:30")] }, confirmed: [0], implied: [0] },
    { when: "somebody else says that it helped", thread: { suggestion: suggested(), feedback: [said(true, { isAsker: false, deflected: false })] }, confirmed: [0], implied: [1] },
    { when: "the asker says that it did not help", thread: { suggestion: suggested(), feedback: [said(false)] }, confirmed: [0], implied: [0] },
    { when: "our comment is marked", thread: { suggestion: suggested(), entries: [marked("10:00", "bot", "DC_ours")], observed: { answer: { comment: "DC_ours", at: at("10:00"), actor: "bot" } } }, confirmed: [1], implied: [1] },
    { when: "our comment is marked after a reply", thread: { suggestion: suggested(), entries: [helper("09:30")], observed: { answer: { comment: "DC_ours", at: at("10:00"), actor: "bot" } } }, confirmed: [0], implied: [0] },
    { when: "another bot's comment is marked", thread: { suggestion: suggested(), observed: { answer: { comment: "DC_other", at: at("10:00"), actor: "bot" } } }, confirmed: [0], implied: [1] },
  ])("when $when", ({ thread, confirmed, implied }) => {
    expect(valuesOf("deflection-confirmed", thread, old)).toEqual(confirmed);
    expect(valuesOf("deflection-implied", thread, old)).toEqual(implied);
  }); // prettier-ignore

  it("is implied by nothing before the days are over, and not clear until then", () => {
    const days = (time: string, impliedAfterDays = 7) =>
      valuesOf("deflection-implied", { suggestion: suggested() }, { now: at(time), impliedAfterDays });
    expect(days("2026-03-09T08:59:59Z")).toEqual([]);
    expect(days("2026-03-09T09:00:00Z")).toEqual([1]);
    expect(days("2026-03-04T09:00:00Z", 2)).toEqual([1]);
    const replied = { suggestion: suggested(), entries: [helper("10:00")] };
    expect(valuesOf("deflection-implied", replied)).toEqual([]);
  });
});

describe("suggestions", () => {
  it("are as precise as people say", () => {
    const feedback = [said(true), said(false, { by: "bob", isAsker: false, at: at("11:00") })];
    expect(observe(measure("hint-precision"), { suggestion: suggested(), feedback })).toEqual([
      { thread: 12, at: at("10:00"), value: 1 },
      { thread: 12, at: at("11:00"), value: 0 },
    ]);
  });

  it.each([
    { when: "something was found", suggestion: suggested(), is: [[0, "live"]] },
    { when: "nothing was", suggestion: suggested({ items: [] }), is: [[1, "live"]] },
    { when: "nothing was in shadow mode", suggestion: suggested({ items: [], mode: "shadow" }), is: [[1, "shadow"]] },
  ])("are silence or not when $when", ({ suggestion, is }) => {
    expect(observe(measure("silence-rate"), { suggestion }).map(({ value, part }) => [value, part])).toEqual(is);
    expect(valuesOf("silence-rate", { suggestion, observed: { isAnswerable: false } })).toEqual([]);
    expect(valuesOf("silence-rate", {})).toEqual([]);
  });

  it.each([
    { when: "an entry is among them", items: [item, { ...item, isFaq: true } as const], is: [1] },
    { when: "none is", items: [item], is: [0] },
    { when: "there is nothing", items: [], is: [0] },
  ])("hit the FAQ or not when $when", ({ items, is }) => {
    expect(valuesOf("faq-hit-rate", { suggestion: suggested({ items }) })).toEqual(is);
    expect(valuesOf("faq-hit-rate", { suggestion: suggested({ items, mode: "shadow" }) })).toEqual([]);
  });
});

describe("where a question ended", () => {
  const old = { now: at("2026-03-10T09:00:00Z") };
  const tiers = { wiki: "ended-at-wiki", "q-and-a": "ended-at-q-and-a", "office-hours": "ended-at-office-hours" };
  const booking = (state: "booked" | "over" | "done" | "no-show") =>
    aBooking({ state, start: "2026-03-02T13:00:00Z", end: "2026-03-02T13:30:00Z" });
  const answered = [helper("10:00"), marked("11:00")];

  it.each<{ readonly when: string; readonly thread: GivenThread; readonly is?: readonly [keyof typeof tiers, string] }>([
    { when: "it has not", thread: { entries: [helper("10:00")] } },
    { when: "it is no question", thread: { entries: answered, observed: { isAnswerable: false } } },
    { when: "people answered", thread: { entries: answered }, is: ["q-and-a", "11:00"] },
    { when: "people answered beside a suggestion", thread: { entries: answered, suggestion: suggested() }, is: ["q-and-a", "11:00"] },
    { when: "the asker answered it", thread: { entries: [asker("10:00"), marked("11:00", "asker")] }, is: ["q-and-a", "11:00"] },
    { when: "the asker confirmed the suggestion", thread: { suggestion: suggested(), feedback: [said(true)] }, is: ["wiki", "10:00"] },
    { when: "the asker confirmed it, and people closed it", thread: { suggestion: suggested(), feedback: [said(true)], entries: [helper("11:00"), closed("12:00")] }, is: ["wiki", "10:00"] },
    { when: "the asker confirmed it, and an answer was marked", thread: { suggestion: suggested(), feedback: [said(true)], entries: [helper("12:00"), marked("13:00")] }, is: ["q-and-a", "13:00"] },
    { when: "it was quiet", thread: { suggestion: suggested() }, is: ["wiki", "2026-03-09T09:00:00Z"] },
    { when: "it was quiet and in shadow mode", thread: { suggestion: suggested({ mode: "shadow" }) } },
    { when: "the asker closed it without a word, and nothing was posted", thread: { entries: [closed("10:00")] }, is: ["q-and-a", "10:00"] },
    { when: "it is closed as duplicate", thread: { entries: [helper("09:30"), closed("10:00", "duplicate")] } },
    { when: "a session is booked", thread: { booking: booking("booked"), entries: [helper("10:00")] } },
    { when: "nobody came to the session", thread: { booking: booking("no-show"), entries: answered }, is: ["q-and-a", "11:00"] },
    { when: "the session was held, and its outcome is due", thread: { booking: booking("over") } },
    { when: "the session was held, and it was answered then", thread: { booking: booking("over"), entries: [helper("14:00"), marked("15:00")] }, is: ["office-hours", "15:00"] },
    { when: "the session's outcome is written", thread: { booking: booking("done") }, is: ["office-hours", "13:30"] },
    { when: "a session was held of which only the timeline knows", thread: { entries: [session("10:00", "booked"), session("12:00", "held"), helper("13:00"), marked("14:00")] }, is: ["office-hours", "14:00"] },
  ])("when $when", ({ thread, is }) => {
    const found = Object.entries(tiers).map(([tier, name]) => observe(measure(name), thread, old).map((it) => [tier, it.value, it.at]));
    const expected = Object.keys(tiers).map((tier) => (is ? [[tier, tier === is[0] ? 1 : 0, at(is[1])]] : []));
    expect(found).toEqual(expected);
  }); // prettier-ignore
});

describe("feature requests", () => {
  const request = { state: "shipped", since: "2026-03-02T18:00:00Z", decidedAt: "2026-03-02T11:00:00Z", shippedAt: "2026-03-02T18:00:00Z" }; // prettier-ignore

  it("are counted by their state, whoever opened them", () => {
    const thread = { request, timeline: { opener: "maintainer" } } as const;
    const expected = [{ thread: 12, at: at("18:00"), value: 1, part: "shipped" }];
    expect(observe(measure("requests-by-state"), thread)).toEqual(expected);
    expect(observe(measure("requests-by-state"), {})).toEqual([]);
  });

  it.each([
    { when: "it is shipped", given: request, decision: [2], ship: [7] },
    { when: "it is accepted", given: { ...request, shippedAt: undefined }, decision: [2], ship: [] },
    { when: "it waits", given: { state: "complete", since: "2026-03-02T10:00:00Z" }, decision: [], ship: [] },
    { when: "it was shipped before it was decided", given: { ...request, shippedAt: "2026-03-02T10:00:00Z" }, decision: [2], ship: [0] }, // prettier-ignore
    { when: "it was decided before it was opened", given: { ...request, decidedAt: "2026-03-02T08:00:00Z" }, decision: [0], ship: [10] }, // prettier-ignore
  ])("take their time when $when", ({ given, decision, ship }) => {
    const thread = { request: given } as GivenThread;
    expect(observe(measure("time-to-decision"), thread).map(hours)).toEqual(decision);
    expect(observe(measure("time-to-ship"), thread).map(hours)).toEqual(ship);
  });
});

describe("the survey", () => {
  const survey = (rating?: 1 | 2 | 3 | 4 | 5, given: Partial<Survey> = {}): Survey => ({
    number: 12,
    title: "Why?",
    url: "https://x",
    of: "ann",
    askedAt: "2026-03-02T10:00:00Z",
    ...(rating && { rated: { rating, at: "2026-03-02T12:00:00Z", via: "command" } }),
    ...given,
  });

  it.each([
    [1, 0],
    [2, 0],
    [3, 0],
    [4, 1],
    [5, 1],
  ] as const)("a rating of %i of 5 counts %i", (rating, value) => {
    const observed = observe(measure("csat"), { survey: survey(rating) });
    expect(observed).toEqual([{ thread: 12, at: at("12:00"), value }]);
  });

  it("is told with how many have rated, of those who were asked", () => {
    expect(observe(measure("survey-response-rate"), { survey: survey(3) })).toEqual([
      { thread: 12, at: at("10:00"), value: 1 },
    ]);
    expect(valuesOf("survey-response-rate", { survey: survey() })).toEqual([0]);
    expect(valuesOf("survey-response-rate", { survey: survey(5, { isUnasked: true }) })).toEqual([]);
    expect(valuesOf("survey-response-rate", {})).toEqual([]);
    expect(valuesOf("csat", { survey: survey() })).toEqual([]);
    expect(valuesOf("csat", { survey: survey(5, { isUnasked: true }) })).toEqual([1]);
  });

  it("tells no satisfaction of four, and one of five", () => {
    const of = (n: number) => Array.from({ length: n }, () => observe(measure("csat"), { survey: survey(4) })).flat();
    expect(figureOf(measure("csat"), of(4))).toMatchObject({ of: 4, share: null });
    expect(figureOf(measure("csat"), of(5))).toMatchObject({ of: 5, share: 1 });
  });
});
