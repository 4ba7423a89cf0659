import { english } from "../../../src/core/language.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { GivenReaction, ReactionKind } from "../../../src/core/github-reads.ts";
import { ratingByReaction } from "../../../src/features/survey/asking/rating-by-reaction.ts";
import { maxWords, readRating } from "../../../src/features/survey/commands/read-rating.ts";
import { surveyQuestion } from "../../../src/features/survey/messages/survey-section.ts";
import { trickyText } from "../../helpers/tricky-text.ts";

const asked = new Date("2026-03-02T09:00:00.400Z");
const second = (n: number) => new Date(Date.UTC(2026, 2, 2, 9, 0, n));
const click = (reaction: ReactionKind, n = 60, by = "ann"): GivenReaction => ({ by, reaction, at: second(n) });

describe("what reactions say", () => {
  it.each<[string, readonly GivenReaction[], number | undefined]>([
    ["nothing", [], undefined],
    ["❤️", [click("heart")], 5],
    ["😄", [click("laugh")], 4],
    ["😕", [click("confused")], 2],
    ["in capitals", [click("heart", 60, "ANN")], 5],
    ["of somebody else", [click("heart", 60, "sam")], undefined],
    ["about suggestions", [click("thumbs-up"), click("thumbs-down")], undefined],
    ["with no meaning here", [click("hooray"), click("rocket"), click("eyes")], undefined],
    ["before the question", [click("heart", -5)], undefined],
    ["in the second of the question", [click("heart", 0)], 5],
    ["several, the latest", [click("heart", 10), click("confused", 20), click("laugh", 15)], 2],
    ["several in one second, the worst", [click("heart", 20), click("confused", 20)], 2],
    ["one before, one after", [click("confused", -5), click("heart", 5)], 5],
  ])("%s", (_, reactions, expected) => {
    expect(ratingByReaction(reactions, "ann", asked)?.rating).toBe(expected);
  });

  it("is told in the question, each with what it means", () => {
    const text = surveyQuestion(new Date("2026-03-16T09:00:00Z"), false)(english);
    for (const it of ["❤️ very content (5 of 5)", "😄 content (4 of 5)", "😕 not content (2 of 5)"]) {
      expect(text).toContain(it);
    }
    expect(text).toContain("16 March 2026 (UTC)");
    expect(text).not.toContain("👍");
  });
});

describe("/rate", () => {
  it.each<[string, ReturnType<typeof readRating>]>([
    ["1", { is: "rating", rating: 1 }],
    ["5", { is: "rating", rating: 5 }],
    ["  3  ", { is: "rating", rating: 3 }],
    ["4 quick and kind", { is: "rating", rating: 4, words: "quick and kind" }],
    ["4, quick", { is: "rating", rating: 4, words: "quick" }],
    ["2: slow", { is: "rating", rating: 2, words: "slow" }],
    ["2 - slow", { is: "rating", rating: 2, words: "- slow" }],
    ["5!", { is: "rating", rating: 5 }],
    ["3 5", { is: "rating", rating: 3, words: "5" }],
    ["1 write to me at ann@mail.acme.io", { is: "rating", rating: 1, words: "write to me at redacted-email" }],
    ["stop", { is: "stop" }],
    ["STOP.", { is: "stop" }],
    ["start", { is: "start" }],
    ["", { is: "empty" }],
    [" ", { is: "empty" }],
    ...[
      "0",
      "6",
      "-1",
      "10",
      "55",
      "05",
      "4.5",
      "4,5",
      "5/5",
      "five",
      "⭐️⭐️⭐️",
      "٣",
      "1e0",
      "5stars",
      "stopped",
      "good 4",
    ].map((it): [string, ReturnType<typeof readRating>] => [it, { is: "unreadable" }]),
  ])("%j", (rest, expected) => {
    expect(readRating(rest)).toEqual(expected);
  });

  it("keeps words of bounded size, whole in their characters and without secrets, whatever is written", () => {
    fc.assert(
      fc.property(fc.oneof(trickyText, fc.string({ unit: "grapheme", maxLength: 3000 })), (words) => {
        const said = readRating(`3 ${words} ghp_abcdefghijklmnopqrstuvwxyz0123456789`);
        if (said.is !== "rating") throw new Error("it is a rating");
        expect(said.words?.length ?? 0).toBeLessThanOrEqual(maxWords);
        expect(said.words?.isWellFormed() ?? true).toBe(true);
        expect(said.words ?? "").not.toContain("ghp_abcdefghijklmnopqrstuvwxyz0123456789");
      }),
    );
  });
});
