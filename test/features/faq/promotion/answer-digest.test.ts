import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerDigest } from "../../../../src/features/faq/promotion/answer-digest.ts";

describe("an answer is the same", () => {
  it.each([
    ["with other white space", "Turn it.\n\nTwice.", "Turn it. Twice."],
    ["with other punctuation", "Turn it, twice!", "Turn it twice."],
    ["with emphasis", "Turn it **twice**", "Turn it twice"],
    ["with a comment in it", "Turn <!-- left? --> it", "Turn it"],
  ])("%s", (_, one, other) => {
    expect(answerDigest(one)).toBe(answerDigest(other));
  });

  it.each([
    ["a word", "Turn it twice", "Turn it once"],
    ["a flag", "Use `-f`", "Use `--f`"],
    ["an address", "See https://example.com/a", "See https://example.com/b"],
    ["a word's case", "Use -V", "Use -v"],
  ])("but not with %s changed", (_, one, other) => {
    expect(answerDigest(one)).not.toBe(answerDigest(other));
  });

  it("whatever is in it, and no digest is taken for a missing entry", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(answerDigest(text)).toBe(answerDigest(`  ${text}\n`));
        expect(answerDigest(text)).not.toBe("none");
      }),
    );
  });
});
