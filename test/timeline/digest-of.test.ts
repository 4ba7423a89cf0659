import { describe, expect, it } from "vitest";
import { digestOf } from "../../src/timeline/digest-of.ts";
import { aTimeline, asker, bot, helper, marked } from "../helpers/timelines.ts";

const words = [asker("09:00"), helper("10:00")];

describe("the digest of a timeline", () => {
  it("is the same in whatever order it was told, whatever bots said", () => {
    const one = digestOf(aTimeline(words));
    expect(digestOf(aTimeline(words.toReversed()))).toBe(one);
    expect(digestOf(aTimeline([...words, bot("11:00")]))).toBe(one);
  });

  it.each([
    ["a word more", aTimeline([...words, asker("11:00")])],
    ["a word less", aTimeline(words.slice(1))],
    ["an answer", aTimeline([...words, marked("11:00")])],
    ["another label", aTimeline(words, {}, { labels: ["p1"] })],
    ["another category", aTimeline(words, {}, { category: "ideas" })],
    ["an end", aTimeline(words, {}, { closed: { reason: "resolved", at: new Date("2026-03-02T12:00:00Z") } })],
    [
      "words where there were thanks",
      aTimeline(words.map((it) => (it.kind === "comment" ? { ...it, isThanks: true as const } : it))),
    ],
    [
      "a remark where there was a question",
      aTimeline(words.map((it) => (it.kind === "comment" ? { ...it, isRemark: true as const } : it))),
    ],
  ])("is another with %s", (_, changed) => {
    expect(digestOf(changed)).not.toBe(digestOf(aTimeline(words)));
  });
});
