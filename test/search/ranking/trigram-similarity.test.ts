import { describe, expect, it } from "vitest";
import { trigramSimilarityTo } from "../../../src/search/ranking/trigram-similarity.ts";

describe("trigram similarity", () => {
  it.each<[string, string, number, number]>([
    ["Deleting accounts", "Deleting accounts", 1, 1],
    ["deleting ACCOUNTS!", "Deleting accounts", 1, 1],
    ["Deleting accounts", "Sounds", 1 / 6, 1 / 16],
    ["", "Sounds", 0, 0],
    ["Sounds", "", 0, 0],
    ["🙂", "🙂", 0, 0],
  ])("of %j and %j", (first, second, ofSecond, ofFirst) => {
    const found = trigramSimilarityTo(first)(second);
    expect(found.ofSecond).toBeCloseTo(ofSecond, 6);
    expect(found.ofFirst).toBeCloseTo(ofFirst, 6);
  });

  it("forgives a slip more than another word", () => {
    const similarityTo = trigramSimilarityTo("stikethrough text");
    expect(similarityTo("strikethrough text").ofSecond).toBeGreaterThan(0.8);
    expect(similarityTo("bold text").ofSecond).toBeLessThan(0.6);
  });

  it("counts a trigram once for the first, however often the second repeats it", () => {
    expect(trigramSimilarityTo("ab cd")("ab ab ab").ofFirst).toBeCloseTo(0.5, 6);
  });
});
