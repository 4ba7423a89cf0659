import { describe, expect, it } from "vitest";
import type { GivenFeedback } from "../../../src/core/suggestion.ts";
import { toVerdicts } from "../../../src/search/feedback/verdicts.ts";

/** `12 ann* +`: in thread 12 the asker ann says that it helped. */
function opinion(text: string): GivenFeedback {
  const [number, by = "", sign] = text.split(" ");
  return {
    number: Number(number),
    by,
    helpful: sign === "+",
    isAsker: by.endsWith("*"),
    via: "reaction",
    deflected: false,
    at: new Date(0),
  };
}

describe("the verdict on a post", () => {
  it.each([
    ["is what the asker says, whatever others say", ["1 bob -", "1 ann* +", "1 eve -"], [[1, true]]],
    ["is what most others say where the asker is silent", ["1 bob -", "1 eve -", "1 sam +"], [[1, false]]],
    ["is none where others are divided", ["1 bob -", "1 eve +"], []],
    [
      "is one, however many click",
      ["1 a -", "1 b -", "1 c -", "2 ann* +"],
      [
        [1, false],
        [2, true],
      ],
    ],
    [
      "stands where the newest opinion of the post does",
      ["2 a -", "1 b +", "2 c -"],
      [
        [2, false],
        [1, true],
      ],
    ],
    ["is none without opinions", [], []],
  ] as const)("%s", (_, given, verdicts) => {
    expect(toVerdicts(given.map(opinion)).map(({ number, helpful }) => [number, helpful])).toEqual(verdicts);
  });
});
