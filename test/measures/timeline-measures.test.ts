import { describe, expect, it } from "vitest";
import type { TimelineEntry } from "../../src/core/timeline.ts";
import { measures } from "../../src/measures/index.ts";
import {
  asker,
  at,
  bot,
  closed,
  community,
  helper,
  maintainer,
  marked,
  needsInfo,
  remark,
  reopened,
  session,
  thanks,
  unmarked,
} from "../helpers/timelines.ts";
import { hours, now, observe, type GivenThread } from "./measured.ts";

/** What is observed of a thread, by measure: hours of durations, values of the others. What is not named is not observed. */
type Expected = Readonly<Partial<Record<keyof typeof names, number | readonly number[]>>>;

const names = {
  opened: "discussions-opened",
  first: "time-to-first-response",
  team: "time-to-first-team-response",
  next: "time-to-next-response",
  unanswered: "unanswered",
  age: "unanswered-age",
  answer: "time-to-answer",
  resolution: "time-to-first-resolution",
  total: "time-to-total-resolution",
  reopened: "reopen-rate",
  duplicate: "closed-as-duplicate",
  outdated: "closed-as-outdated",
} as const;

/** Nobody has written yet. */
const waits = { unanswered: 1, age: 24 } as const;
/** Resolved after so many hours, once and for all. */
const resolved = (after: number) => ({ resolution: after, total: after, reopened: 0 });
const ghost = (entry: TimelineEntry): TimelineEntry => {
  const { by: _, ...rest } = entry as TimelineEntry & { readonly by?: string };
  return rest as TimelineEntry;
};
const twice = helper("10:00");
const readAt12 = { updatedAt: at("12:00"), readAt: at("12:00") };

const worlds: readonly (GivenThread & { readonly when: string; readonly is: Expected })[] = [
  { when: "nobody writes", is: waits },
  {
    when: "the community replies, and later the team",
    entries: [community("10:00"), helper("11:00")],
    is: { first: 1, team: 2 },
  },
  { when: "a maintainer replies", entries: [maintainer("10:00")], is: { first: 1, team: 1 } },
  { when: "somebody of the community thanks", entries: [community("10:00", { isThanks: true })], is: { first: 1 } },
  { when: "bots reply", entries: [bot("09:01"), bot("10:00")], is: waits },
  { when: "a bot's comment is marked as the answer", entries: [bot("09:01"), marked("09:30", "bot")], is: waits },
  {
    when: "a bot's comment takes the mark of a person's",
    entries: [helper("10:00"), marked("11:00"), marked("12:00", "bot", "DC_bot")],
    is: { first: 1, team: 1, resolution: 2, reopened: 1 },
  },
  { when: "the asker adds something", entries: [asker("09:30")], is: waits },
  {
    when: "the asker adds something, and the team replies",
    entries: [asker("09:30"), helper("10:00")],
    is: { first: 1, team: 1 },
  },
  {
    when: "the asker asks on twice, and the team replies",
    entries: [helper("10:00"), asker("11:00"), asker("12:00"), helper("14:00")],
    is: { first: 1, team: 1, next: 3 },
  },
  {
    when: "the asker asks on again and again",
    entries: [helper("10:00"), asker("11:00"), helper("12:00"), asker("13:00"), community("13:30"), helper("16:00")],
    is: { first: 1, team: 1, next: [1, 3] },
  },
  { when: "the asker thanks", entries: [helper("10:00"), thanks("11:00")], is: { first: 1, team: 1 } },
  {
    when: "the asker says something before an answer is marked",
    entries: [helper("10:00"), remark("11:00"), helper("12:00")],
    is: { first: 1, team: 1, next: 1 },
  },
  {
    when: "the asker says something after an answer is marked",
    entries: [helper("10:00"), marked("11:00"), remark("12:00"), helper("13:00")],
    is: { first: 1, team: 1, answer: 2, ...resolved(2) },
  },
  {
    when: "the asker asks on after the answer",
    entries: [helper("10:00"), marked("11:00"), asker("12:00"), helper("14:00")],
    is: { first: 1, team: 1, next: 2, answer: 2, ...resolved(2) },
  },
  {
    when: "a word was settled by the answer, and another one comes later",
    entries: [helper("10:00"), asker("11:00"), marked("12:00"), asker("15:00"), helper("16:00")],
    is: { first: 1, team: 1, next: 1, answer: 3, ...resolved(3) },
  },
  {
    when: "the team writes commands alone, and then a reply",
    entries: [helper("09:30", { isCommand: true }), helper("10:30")],
    is: { first: 1.5, team: 1.5 },
  },
  { when: "the team asks for information", entries: [needsInfo("10:00")], is: { first: 1, team: 1 } },
  {
    when: "the first reply is deleted or hidden",
    entries: [helper("09:30", { isDeleted: true }), community("11:00")],
    is: { first: 2 },
  },
  {
    when: "a reply is edited, and told of twice",
    entries: [twice, { ...twice, at: at("10:00") }],
    is: { first: 1, team: 1 },
  },
  { when: "whoever replied is gone", entries: [ghost(community("10:00"))], is: { first: 1 } },
  {
    when: "the asker is gone, and wrote something",
    timeline: { asker: undefined } as never,
    entries: [ghost(asker("10:00"))],
    is: waits,
  },
  {
    when: "the asker answers their own question",
    entries: [asker("10:00"), marked("10:30", "asker")],
    is: { answer: 1.5, ...resolved(1.5) },
  },
  { when: "the asker has got triage rights since", entries: [helper("10:00", { by: "ann" })], is: waits },
  {
    when: "the team opened it",
    timeline: { opener: "maintainer" },
    entries: [community("10:00"), marked("11:00", "community"), closed("12:00", "duplicate")],
    is: { opened: [] },
  },
  { when: "a bot opened it", timeline: { opener: "bot" }, entries: [helper("10:00")], is: { opened: [] } },
  {
    when: "an answer is marked and unmarked",
    entries: [helper("10:00"), marked("11:00"), unmarked("12:00")],
    is: { first: 1, team: 1, resolution: 2, reopened: 1 },
  },
  {
    when: "an answer is marked, unmarked and marked again",
    entries: [helper("10:00"), marked("11:00"), unmarked("12:00"), marked("15:00")],
    is: { first: 1, team: 1, answer: 6, resolution: 2, total: 6, reopened: 1 },
  },
  {
    when: "the mark moves",
    entries: [helper("10:00"), marked("11:00"), unmarked("12:00"), marked("12:00", "helper", "DC_y")],
    is: { first: 1, team: 1, answer: 3, ...resolved(2) },
  },
  {
    when: "it is closed, reopened and closed again",
    entries: [helper("10:00"), closed("11:00"), reopened("13:00"), closed("15:00")],
    is: { first: 1, team: 1, resolution: 2, total: 6, reopened: 1 },
  },
  {
    when: "it is closed and reopened",
    entries: [helper("10:00"), closed("11:00"), reopened("13:00")],
    is: { first: 1, team: 1, resolution: 2, reopened: 1 },
  },
  {
    when: "it is answered, closed, and reopened with the answer standing",
    entries: [helper("10:00"), marked("11:00"), closed("12:00"), reopened("13:00")],
    is: { first: 1, team: 1, answer: 2, ...resolved(2) },
  },
  { when: "it is closed as duplicate", entries: [closed("10:00", "duplicate")], is: { duplicate: 1, reopened: 0 } },
  { when: "it is closed as outdated", entries: [closed("10:00", "outdated")], is: { outdated: 1, reopened: 0 } },
  {
    when: "it is closed as duplicate and reopened",
    entries: [closed("10:00", "duplicate"), reopened("11:00")],
    is: { ...waits, reopened: 1 },
  },
  {
    when: "it is answered, and closed as duplicate",
    entries: [helper("10:00"), marked("11:00"), closed("12:00", "duplicate")],
    is: { first: 1, team: 1, answer: 2, duplicate: 1, ...resolved(2) },
  },
  {
    when: "it was transferred, and what was said in it is older than it",
    entries: [helper("08:00"), marked("08:30")],
    is: { first: 0, team: 0, answer: 0, ...resolved(0) },
  },
  {
    when: "it was an issue, whose comments came along",
    entries: [community("2026-02-27T10:00:00Z"), helper("10:00")],
    is: { first: 0, team: 1 },
  },
  {
    when: "it was answered at a time before the answer was written",
    entries: [helper("12:00"), marked("11:00")],
    is: { first: 3, team: 3, answer: 2, ...resolved(2) },
  },
  {
    when: "nobody told that it was answered, and a reading shows it",
    entries: [helper("10:00")],
    observed: { ...readAt12, answer: { comment: "DC_x", at: at("11:00"), actor: "helper" } },
    is: { first: 1, team: 1, answer: 2, ...resolved(2) },
  },
  {
    when: "nobody told that it was unmarked, and a reading shows it",
    entries: [helper("10:00"), marked("10:30")],
    observed: readAt12,
    is: { first: 1, team: 1, resolution: 1.5, reopened: 1 },
  },
  { when: "a reply is told of that is to come", entries: [helper("2026-03-04T10:00:00Z")], is: waits },
  {
    when: "it is in a category without answers",
    observed: { isAnswerable: false },
    entries: [helper("10:00"), closed("11:00")],
    is: { first: 1, team: 1, ...resolved(2) },
  },
  {
    when: "it asks for a feature, which is decided",
    decision: { is: "decided", at: at("15:00") },
    is: { first: 6, team: 6, ...resolved(6) },
  },
  { when: "a session was held, and nobody has written", entries: [session("10:00", "held")], is: waits },
];

describe.each(Object.entries(names))("%s", (short, name) => {
  const measure = measures.find((it) => it.name === name);
  if (!measure) throw new Error(`there is no ${name}`);

  it.each(worlds)("when $when", ({ is, ...thread }) => {
    const expected = { opened: 1, ...is }[short as keyof Expected] ?? [];
    const observed = observe(measure, thread);
    expect(observed.map((it) => (measure.unit === "duration" ? hours(it) : it.value))).toEqual([expected].flat());
    expect(observed.every((it) => it.thread === 12 && it.at <= now)).toBe(true);
  });
});

describe("a duration", () => {
  const of = (name: string, thread: GivenThread) => {
    const measure = measures.find((it) => it.name === name);
    return measure ? observe(measure, thread) : [];
  };

  it("is told in business hours beside", () => {
    const [one] = of("time-to-first-response", { entries: [helper("14:30")] });
    expect(one).toEqual({ thread: 12, at: at("09:00"), value: 5.5 * 3600, business: 4.5 * 3600 });
  });

  it("counts in the period in which it ended, where it is one of resolving, and else in which it began", () => {
    const entries = [
      helper("10:00"),
      asker("11:00"),
      helper("12:00"),
      marked("13:00"),
      unmarked("14:00"),
      marked("15:00"),
    ];
    const days = (name: string) => of(name, { entries }).map((it) => it.at);
    expect(days("time-to-first-response")).toEqual([at("09:00")]);
    expect(days("time-to-next-response")).toEqual([at("11:00")]);
    expect(days("time-to-answer")).toEqual([at("15:00")]);
    expect(days("time-to-first-resolution")).toEqual([at("13:00")]);
    expect(days("time-to-total-resolution")).toEqual([at("15:00")]);
    expect(days("reopen-rate")).toEqual([at("13:00")]);
  });
});
