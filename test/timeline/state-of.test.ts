import { describe, expect, it } from "vitest";
import type { ThreadStatus } from "../../src/core/thread-status.ts";
import type { TimelineEntry } from "../../src/core/timeline.ts";
import { needsInfoSince, stateOf } from "../../src/timeline/state-of.ts";
import type { ThreadDecision } from "../../src/timeline/thread-decision.ts";
import {
  assigned,
  asker,
  at,
  aTimeline,
  bot,
  closed,
  community,
  helper,
  maintainer,
  marked,
  needsInfo,
  reopened,
  session,
  remark,
  thanks,
  unmarked,
} from "../helpers/timelines.ts";

const evening = at("20:00");

type Case = readonly [string, readonly TimelineEntry[], ThreadStatus, string];

describe("who owes the next word, and since when", () => {
  it.each<Case>([
    ["a question", [], "waiting-on-team", "09:00"],
    ["the team replied", [helper("10:00")], "waiting-on-asker", "10:00"],
    ["the team replied twice", [helper("10:00"), maintainer("11:00")], "waiting-on-asker", "10:00"],
    ["the asker wrote again", [helper("10:00"), asker("11:00"), asker("12:00")], "waiting-on-team", "11:00"],
    ["the asker added something before any reply", [asker("10:00")], "waiting-on-team", "09:00"],
    ["the asker said thank you", [helper("10:00"), thanks("11:00")], "waiting-on-asker", "10:00"],
    ["a bot wrote", [bot("10:00")], "waiting-on-team", "09:00"],
    ["a bot wrote after the asker", [helper("10:00"), asker("11:00"), bot("12:00")], "waiting-on-team", "11:00"],
    ["the community replied", [community("10:00")], "waiting-on-team", "09:00"],
    ["the community wrote after the team", [helper("10:00"), community("11:00")], "waiting-on-asker", "10:00"],
    ["a reply was deleted", [helper("10:00", { isDeleted: true })], "waiting-on-team", "09:00"],
    [
      "the asker's word was deleted",
      [helper("10:00"), asker("11:00", { isDeleted: true })],
      "waiting-on-asker",
      "10:00",
    ],
    ["a helper only gave a command", [helper("10:00", { isCommand: true })], "waiting-on-team", "09:00"],
    [
      "the asker only gave a command",
      [helper("10:00"), asker("11:00", { isCommand: true })],
      "waiting-on-asker",
      "10:00",
    ],
    ["needs info", [needsInfo("10:00")], "waiting-on-asker", "10:00"],
    ["needs info, and thanks", [needsInfo("10:00"), thanks("11:00")], "waiting-on-asker", "10:00"],
    ["needs info, and the asker wrote", [needsInfo("10:00"), asker("11:00")], "waiting-on-team", "11:00"],
    ["an answer is marked", [helper("10:00"), marked("11:00")], "answered", "11:00"],
    ["the asker marked what they wrote", [asker("10:00"), marked("11:00", "asker")], "answered", "11:00"],
    [
      "a bot's comment is marked",
      [helper("10:00"), asker("11:00"), marked("12:00", "bot")],
      "waiting-on-team",
      "11:00",
    ],
    [
      "a bot's comment is marked in place of a person's",
      [marked("11:00"), marked("12:00", "bot", "DC_y")],
      "waiting-on-team",
      "12:00",
    ],
    ["the answer was unmarked", [helper("10:00"), marked("11:00"), unmarked("12:00")], "waiting-on-team", "12:00"],
    ["a remark, and nothing is marked", [helper("10:00"), remark("11:00")], "waiting-on-team", "11:00"],
    ["a remark about the answer", [marked("11:00"), remark("12:00")], "answered", "11:00"],
    [
      "a remark, and then the answer is unmarked",
      [marked("11:00"), remark("12:00"), unmarked("13:00")],
      "waiting-on-team",
      "13:00",
    ],
    ["a question about the answer", [marked("11:00"), asker("12:00")], "waiting-on-team", "12:00"],
    ["thanks for the answer", [marked("11:00"), thanks("12:00")], "answered", "11:00"],
    ["the asker asks on", [marked("11:00"), asker("12:00")], "waiting-on-team", "12:00"],
    ["and gets a reply", [marked("11:00"), asker("12:00"), helper("13:00")], "answered", "13:00"],
    [
      "another answer is marked",
      [marked("11:00"), asker("12:00"), marked("13:00", "helper", "DC_y")],
      "answered",
      "13:00",
    ],
    ["closed as resolved", [helper("10:00"), closed("11:00")], "closed", "11:00"],
    ["closed as outdated", [closed("11:00", "outdated")], "closed", "11:00"],
    ["answered and closed", [marked("10:00"), closed("11:00")], "answered", "10:00"],
    ["closed and answered", [closed("10:00"), marked("11:00")], "answered", "11:00"],
    ["the asker wrote into a closed thread", [closed("11:00"), asker("12:00")], "closed", "11:00"],
    [
      "which was reopened for it",
      [helper("10:00"), closed("11:00"), asker("12:00"), reopened("12:00")],
      "waiting-on-team",
      "12:00",
    ],
    ["reopened without a word", [helper("10:00"), closed("11:00"), reopened("12:00")], "waiting-on-team", "12:00"],
    ["closed once more", [closed("10:00"), reopened("11:00"), closed("12:00", "duplicate")], "closed", "12:00"],
    ["reopened with its answer", [marked("10:00"), closed("11:00"), reopened("12:00")], "answered", "10:00"],
    ["a session is booked", [session("10:00", "booked"), asker("11:00")], "session-booked", "10:00"],
    ["and called off", [session("10:00", "booked"), session("11:00", "cancelled")], "waiting-on-team", "11:00"],
    [
      "and held early, with its outcome",
      [session("10:00", "booked"), session("11:59", "held"), helper("12:00")],
      "waiting-on-asker",
      "12:00",
    ],
    [
      "and missed",
      [session("10:00", "booked"), session("11:00", "held"), session("12:00", "cancelled"), needsInfo("12:00")],
      "waiting-on-asker",
      "12:00",
    ],
    [
      "and missed before it was over",
      [session("10:00", "booked"), session("11:00", "cancelled"), needsInfo("11:00")],
      "waiting-on-asker",
      "11:00",
    ],
    ["and held", [helper("10:00"), session("10:30", "booked"), session("12:00", "held")], "waiting-on-team", "12:00"],
    [
      "one that was never booked is called off",
      [helper("10:00"), session("11:00", "cancelled")],
      "waiting-on-asker",
      "10:00",
    ],
  ])("%s", (_, entries, status, since) => {
    expect(stateOf(aTimeline(entries), { now: evening })).toMatchObject({ status, since: at(since) });
  });

  it.each<readonly [string, ThreadDecision, readonly TimelineEntry[], ThreadStatus, string]>([
    ["lacks answers", { is: "asked", since: at("09:00") }, [], "waiting-on-asker", "09:00"],
    [
      "lacks answers, and the asker wrote",
      { is: "asked", since: at("09:00") },
      [asker("10:00")],
      "waiting-on-team",
      "10:00",
    ],
    ["has all of them", { is: "awaited", since: at("10:00") }, [asker("11:00")], "awaiting-decision", "10:00"],
    ["is decided", { is: "decided", since: at("10:00"), at: at("12:00") }, [], "answered", "12:00"],
    [
      "is decided, and the asker asks on",
      { is: "decided", at: at("12:00") },
      [asker("13:00")],
      "waiting-on-team",
      "13:00",
    ],
    [
      "has a meeting booked",
      { is: "awaited", since: at("10:00") },
      [session("11:00", "booked"), asker("12:00")],
      "session-booked",
      "11:00",
    ],
    [
      "had its meeting",
      { is: "awaited", since: at("10:00") },
      [session("11:00", "booked"), session("13:00", "held")],
      "awaiting-decision",
      "13:00",
    ],
    [
      "had its meeting, of which somebody told",
      { is: "awaited", since: at("10:00") },
      [session("11:00", "booked"), session("13:00", "held"), helper("14:00")],
      "awaiting-decision",
      "13:00",
    ],
    [
      "had its meeting called off",
      { is: "awaited", since: at("10:00") },
      [session("11:00", "booked"), session("12:00", "cancelled")],
      "awaiting-decision",
      "12:00",
    ],
    [
      "was decided after its meeting",
      { is: "decided", since: at("10:00"), at: at("14:00") },
      [session("11:00", "booked"), session("13:00", "held")],
      "answered",
      "14:00",
    ],
    ["was closed", { is: "awaited", since: at("10:00") }, [closed("11:00")], "closed", "11:00"],
  ])("a request that %s", (_, decision, entries, status, since) => {
    expect(stateOf(aTimeline(entries), { decision, now: evening })).toMatchObject({ status, since: at(since) });
  });

  it.each(["maintainer", "helper", "bot"] as const)(
    "a thread that a %s opened waits on nobody of the team",
    (opener) => {
      const timeline = aTimeline([community("10:00")], { opener, asker: "mia" });
      expect(stateOf(timeline, { now: evening })).toMatchObject({ status: "waiting-on-asker", since: at("09:00") });
    },
  );
});

describe("a state", () => {
  it("is of the time that is asked for", () => {
    const timeline = aTimeline([helper("10:00"), asker("11:00"), marked("12:00")]);
    const statusAt = (time: string) => stateOf(timeline, { now: at(time) }).status;
    expect(["09:30", "10:00", "11:30", "12:00"].map(statusAt)).toEqual([
      "waiting-on-team",
      "waiting-on-asker",
      "waiting-on-team",
      "answered",
    ]);
  });

  it("knows the asker by name, also with rights that came later", () => {
    const later = helper("11:00", { by: "ann" });
    expect(stateOf(aTimeline([helper("10:00"), later]), { now: evening }).status).toBe("waiting-on-team");
  });

  it("sees an answer of the community as one", () => {
    const has = (entries: readonly TimelineEntry[]) => stateOf(aTimeline(entries), { now: evening }).hasCommunityAnswer;
    expect(has([community("10:00")])).toBe(true);
    expect(has([community("10:00", { isThanks: true }), helper("11:00"), asker("12:00")])).toBe(false);
  });

  it("tells the last word of a person, and the last thing that the team did", () => {
    const entries = [helper("10:00"), thanks("11:00"), bot("12:00"), assigned("13:00", "hana"), community("14:00")];
    expect(stateOf(aTimeline(entries), { now: evening })).toMatchObject({
      lastWordAt: at("14:00"),
      lastTeamActAt: at("13:00"),
      assignee: "hana",
    });
    const untouched = stateOf(aTimeline([bot("10:00")]), { now: evening });
    expect(untouched).toMatchObject({ lastWordAt: at("09:00") });
    expect(untouched).not.toHaveProperty("lastTeamActAt");
  });

  it("takes what comes from before the opening to the opening", () => {
    const entries = [helper("2026-02-01T00:00:00Z"), asker("10:00")];
    expect(stateOf(aTimeline(entries.toReversed()), { now: evening })).toMatchObject({
      status: "waiting-on-team",
      since: at("10:00"),
    });
    const early = aTimeline([helper("2026-02-01T00:00:00Z")]);
    expect(stateOf(early, { now: evening })).toMatchObject({ status: "waiting-on-asker", since: at("09:00") });
  });

  it("waits on the team where two wrote in one second and the asker comes last by key", () => {
    const first = { ...helper("10:00"), key: "comment:A" };
    const second = { ...asker("10:00"), key: "comment:B" };
    for (const entries of [
      [first, second],
      [second, first],
    ]) {
      expect(stateOf(aTimeline(entries), { now: evening }).status).toBe("waiting-on-team");
    }
  });
});

describe("in the same second", () => {
  it.each<Case>([
    ["a mark comes after what is said", [helper("10:00"), marked("11:00"), asker("11:00")], "answered", "11:00"],
    ["a close comes after what is said", [helper("10:00"), closed("11:00"), asker("11:00")], "closed", "11:00"],
    ["so does reopening", [closed("10:00"), reopened("11:00"), helper("11:00")], "waiting-on-team", "11:00"],
    [
      "a mark that moves is put on last",
      [marked("10:00"), marked("11:00", "helper", "DC_y"), unmarked("11:00")],
      "answered",
      "10:00",
    ],
  ])("%s", (_, entries, status, since) => {
    for (const told of [entries, entries.toReversed()]) {
      expect(stateOf(aTimeline(told), { now: evening })).toMatchObject({ status, since: at(since) });
    }
  });
});

describe("what was read last outweighs what was told", () => {
  const told = (entries: readonly TimelineEntry[], observed: object) =>
    stateOf(aTimeline(entries, {}, { updatedAt: at("15:00"), readAt: at("15:00"), ...observed }), { now: evening });
  const answer = { comment: "DC_x", at: at("11:00"), actor: "helper" } as const;

  it.each([
    ["an answer that nobody told of", [helper("10:00")], { answer }, "answered", "11:00"],
    ["one that is no more", [marked("11:00")], {}, "waiting-on-team", "15:00"],
    [
      "another one",
      [marked("11:00")],
      { answer: { ...answer, comment: "DC_y", at: at("13:00") } },
      "answered",
      "11:00",
    ],
    [
      "a bot's",
      [marked("11:00")],
      { answer: { ...answer, comment: "DC_y", at: at("13:00"), actor: "bot" } },
      "waiting-on-team",
      "13:00",
    ],
    ["the same", [marked("11:00")], { answer }, "answered", "11:00"],
    ["that it is closed", [], { closed: { reason: "outdated", at: at("12:00") } }, "closed", "12:00"],
    ["that it is open again", [closed("11:00")], {}, "waiting-on-team", "15:00"],
    [
      "that it is closed for another reason",
      [closed("11:00")],
      { closed: { reason: "duplicate", at: at("13:00") } },
      "closed",
      "13:00",
    ],
    [
      "an answer marked in the second in which the one before was unmarked",
      [marked("11:00"), marked("12:00", "helper", "DC_y"), unmarked("12:00")],
      { answer: { ...answer, comment: "DC_y", at: at("12:00") } },
      "answered",
      "11:00",
    ],
  ] as const)("%s", (_, entries, observed, status, since) => {
    expect(told(entries, observed)).toMatchObject({ status, since: at(since) });
  });

  it("does not outweigh what was told of a later time", () => {
    expect(told([marked("16:00")], {})).toMatchObject({ status: "answered", since: at("16:00") });
    expect(told([marked("11:00"), unmarked("16:00")], { answer })).toMatchObject({ status: "waiting-on-team" });
  });

  it("leaves what happened within a minute before the reading, since two clocks may differ", () => {
    const observed = { updatedAt: at("15:00"), readAt: at("2026-03-02T15:10:30Z") };
    expect(told([marked("15:10")], observed).status).toBe("answered");
    expect(told([marked("15:09")], observed).status).toBe("waiting-on-team");
  });
});

describe("information that is needed", () => {
  it.each([
    ["was asked for", [needsInfo("10:00")], at("10:00")],
    ["was asked for, and the team wrote on", [needsInfo("10:00"), helper("11:00")], at("10:00")],
    ["was asked for twice", [needsInfo("10:00"), needsInfo("11:00")], at("11:00")],
    ["was given", [needsInfo("10:00"), asker("11:00")], undefined],
    ["was never asked for", [helper("10:00")], undefined],
  ])("%s", (_, entries, since) => {
    expect(needsInfoSince(aTimeline(entries), evening)).toEqual(since);
  });
});
