import { describe, expect, it } from "vitest";
import type { Thread } from "../../../src/core/discussion.ts";
import type { Timeline, TimelineEntry } from "../../../src/core/timeline.ts";
import { isBehind } from "../../../src/features/on-call/escalation/is-behind.ts";
import { digestOf } from "../../../src/timeline/digest-of.ts";
import { aComment, aThread } from "../../helpers/builders.ts";

const at = new Date("2026-03-02T08:00:00Z");
const said: TimelineEntry = { kind: "comment", key: "comment:DC_1", id: "DC_1", at, by: "sam", actor: "community" };

function aTimeline(entries: readonly TimelineEntry[], observed: Partial<Timeline["observed"]> = {}): Timeline {
  const seen = {
    id: "D_12",
    title: "T",
    url: "u",
    category: "q-a",
    isAnswerable: true,
    labels: [],
    locked: false,
    isPinned: false,
  };
  return {
    number: 12,
    openedAt: at,
    opener: "asker",
    entries,
    observed: { ...seen, updatedAt: at, readAt: at, ...observed },
  };
}

const person = { login: "sam", isBot: false };
const known = aComment({ id: "DC_1", author: person });

describe("what we have heard of a thread", () => {
  it.each<[string, Timeline | undefined, Thread | undefined, boolean]>([
    ["is all there is", aTimeline([said]), aThread({ comments: [known] }), false],
    ["lacks a person's comment", aTimeline([]), aThread({ comments: [known] }), true],
    [
      "lacks a comment of an account that is gone",
      aTimeline([]),
      aThread({ comments: [aComment({ id: "DC_2" })].map(({ author: _author, ...it }) => it) }),
      true,
    ],
    [
      "lacks what a bot said, which counts for nothing",
      aTimeline([said]),
      aThread({ comments: [known, aComment({ id: "DC_2", author: { login: "ci", isBot: true } })] }),
      false,
    ],
    [
      "lacks what we said",
      aTimeline([said]),
      aThread({ comments: [known, aComment({ id: "DC_2", isOurs: true })] }),
      false,
    ],
    [
      "lacks what is hidden, which may be in no timeline",
      aTimeline([said]),
      aThread({ comments: [known, aComment({ id: "DC_2", isMinimized: true })] }),
      false,
    ],
    [
      "lacks a comment of which only its place is left",
      aTimeline([said]),
      aThread({ comments: [known, aComment({ id: "DC_2", body: "" })] }),
      false,
    ],
    ["lacks a label", aTimeline([said]), aThread({ comments: [known], labels: ["p4"] }), true],
    [
      "knows its labels, in another order",
      aTimeline([said], { labels: ["b", "a"] }),
      aThread({ comments: [known], labels: ["a", "b"] }),
      false,
    ],
    ["holds a comment that was deleted", aTimeline([said]), aThread({ comments: [] }), false],
    ["lacks that it was closed", aTimeline([said]), aThread({ comments: [known], closed: "resolved" }), true],
    [
      "knows that it was closed",
      aTimeline([said], { closed: { reason: "resolved", at } }),
      aThread({ comments: [known], closed: "resolved" }),
      false,
    ],
    ["lacks that it was answered", aTimeline([said]), aThread({ comments: [known], answer: known }), true],
    ["lacks that it is gone", aTimeline([said]), undefined, true],
    ["is nothing", undefined, aThread(), true],
  ])("%s", (_, timeline, thread, expected) => {
    const watched = { reckonedFrom: timeline ? digestOf(timeline) : "" };
    expect(isBehind(watched, timeline, thread)).toBe(expected);
  });

  it("is more than the promise was reckoned from", () => {
    const before = { reckonedFrom: digestOf(aTimeline([])) };
    expect(isBehind(before, aTimeline([said]), aThread({ comments: [known] }))).toBe(true);
  });
});
