import { describe, expect, it } from "vitest";
import { pickCases } from "../../../src/evaluation/report/cases.ts";
import { judge } from "../../../src/evaluation/measures/judge.ts";
import { measure, measureResponseTimes } from "../../../src/evaluation/measures/measure.ts";
import type { ReplayedQuestion } from "../../../src/evaluation/replay/replay.ts";
import { percentile, wilson, z95 } from "../../../src/evaluation/measures/statistics.ts";
import { aComment } from "../../helpers/builders.ts";
import { answered, asked, day, found, replayed, threadTruth, truth } from "../past.ts";

const at = (threshold: number, questions: readonly ReplayedQuestion[]) =>
  questions.map((it) => judge(it, threshold, 3));
const right = threadTruth(1);

describe("judging one question", () => {
  const four = [found("thread:2", 0.9), found("thread:1", 0.8), found("thread:3", 0.7), found("docs:a.md#x", 0.6)];
  it.each([
    ["a threshold below all", 0.5, [right], { posted: 3, rightAt: 2, exactAt: 2 }],
    ["a threshold above the right one", 0.85, [right], { posted: 1, rightAt: undefined, exactAt: undefined }],
    ["a threshold above all", 0.95, [right], { posted: 0, rightAt: undefined, exactAt: undefined }],
    [
      "a right link that is beyond the limit",
      0.5,
      [truth("docs:a.md#x")],
      { posted: 3, rightAt: undefined, exactAt: undefined },
    ],
  ])("at %s", (_, threshold, truths, { posted, rightAt, exactAt }) => {
    const judged = judge(replayed(9, four, truths), threshold, 3);
    expect([judged.posted.length, judged.rightAt, judged.exactAt]).toEqual([posted, rightAt, exactAt]);
  });

  it("tells the right section from the right page", () => {
    const suggestions = [found("docs:a.md#y", 0.9), found("docs:a.md#x", 0.9)];
    expect(judge(replayed(9, suggestions, [truth("docs:a.md#x")]), 0.5, 3)).toMatchObject({ rightAt: 1, exactAt: 2 });
  });

  it.each([
    ["a thread where people linked a thread", "thread:2", threadTruth(1), true],
    ["a page where people linked a page", "docs:b.md#x", truth("docs:a.md#x"), true],
    ["a thread where people linked a page", "thread:2", truth("docs:a.md#x"), false],
    ["a page where people linked a thread", "docs:b.md#x", threadTruth(1), false],
  ])("can tell right from wrong: %s", (_, id, answer, isJudged) => {
    expect(judge(replayed(9, [found(id, 0.9)], [answer]), 0.5, 3)).toMatchObject({ hasTruth: true, isJudged });
  });

  it("takes an earlier thread that leads to what answered for right", () => {
    const suggestion = found("thread:2", 0.9, { leadsTo: ["page:a.md"] });
    expect(judge(replayed(9, [suggestion], [truth("docs:a.md#x")]), 0.5, 3)).toMatchObject({
      isJudged: true,
      rightAt: 1,
    });
  });

  it("counts nothing as right that was not known then", () => {
    const judged = judge(replayed(9, four, [right], { knownTruths: [] }), 0.5, 3);
    expect(judged).toMatchObject({ isJudged: true, couldAnswer: false });
    expect(judged.rightAt).toBeUndefined();
  });
});

describe("the figures", () => {
  const questions = [
    replayed(10, [found("thread:1", 0.9)], [right], { thread: answered(10, 12) }),
    replayed(11, [found("thread:2", 0.9), found("thread:1", 0.8)], [right], { thread: answered(11, 15) }),
    replayed(12, [found("thread:2", 0.7)], [right], { thread: answered(12, 13) }),
    replayed(13, [found("thread:1", 0.3)], [right], { thread: answered(13, 14) }),
    replayed(14, [found("thread:2", 0.8)], [right], { thread: answered(14, 15), knownTruths: [] }),
    replayed(15, [found("thread:2", 0.8)], [], { thread: answered(15, 16) }),
    replayed(16, [found("thread:2", 0.8)], [], { thread: asked(16) }),
    replayed(17, [], [], { thread: asked(17) }),
  ];
  const figures = measure(at(0.6, questions), 0.6);

  it.each([
    ["silenceRate", 2, 8],
    ["precisionAt1", 1, 4],
    ["precisionAt3", 2, 4],
    ["exactAt3", 2, 4],
    ["answersFound", 2, 4],
    ["spokeWithoutAnswer", 1, 1],
    ["unansweredServed", 1, 2],
    ["deflectionKnown", 2, 8],
  ] as const)("%s", (name, hits, n) => {
    expect(figures[name]).toMatchObject({ value: hits / n, hits, n });
  });

  it("estimates deflection as if what cannot be judged helped as often", () => {
    expect(figures.deflectionEstimate).toBeCloseTo((6 / 8) * (2 / 4));
  });

  it("saves the time until a person responded, where it helped", () => {
    expect(figures.timeSaved).toEqual({ median: 48, p90: 96, n: 2 });
  });

  it("knows how long people waited, and who still does", () => {
    const { firstResponse, answer, unanswered } = measureResponseTimes(at(0.6, questions));
    expect([firstResponse.n, answer.n, unanswered.hits]).toEqual([6, 6, 2]);
    expect(firstResponse.median).toBe(24);
  });

  it("are empty, not zero, where there was nothing to measure", () => {
    const none = measure(at(0.6, [replayed(9, [])]), 0.6);
    expect(none.precisionAt3).toMatchObject({ value: null, n: 0 });
    expect(none.deflectionEstimate).toBeNull();
    expect(none.timeSaved).toEqual({ median: null, p90: null, n: 0 });
  });

  it("take neither the asker's nor a bot's comment for a response", () => {
    const comments = [
      aComment({ author: { login: "ann", isBot: false }, createdAt: day(10) }),
      aComment({ author: { login: "frontdesk", isBot: true }, createdAt: day(10) }),
      aComment({ author: { login: "hana", isBot: false }, createdAt: day(12) }),
    ];
    const waiting = measureResponseTimes(at(0.6, [replayed(9, [], [], { thread: asked(9, { comments }) })]));
    expect(waiting.firstResponse.median).toBe(72);
  });

  it("lead to the cases that teach most", () => {
    const cases = pickCases(at(0.6, questions));
    expect(cases.confidentlyWrong.map(({ number }) => number)).toEqual([14, 12]);
    expect(cases.silentThough.map(({ number }) => number)).toEqual([13]);
    expect(cases.best.map(({ number }) => number)).toEqual([11, 10]);
    expect(cases.unanswered.map(({ number }) => number)).toEqual([16]);
    expect(cases.silentThough[0]?.links).toMatchObject([{ id: "thread:1", right: "exact" }]);
  });
});

describe("percentile", () => {
  it.each([
    [[], 0.5, undefined],
    [[3], 0.5, 3],
    [[4, 1, 3, 2], 0.5, 2],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9, 9],
  ])("of %j at %d is %s", (values, share, expected) => {
    expect(percentile(values, share)).toBe(expected);
  });
});

describe("wilson", () => {
  // Values of the formula as published: Newcombe, Statistics in Medicine 17 (1998), table I.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("%d of %d", (hits, n, low, high) => {
    const interval = wilson(hits, n, z95);
    expect(interval.low).toBeCloseTo(low, 3);
    expect(interval.high).toBeCloseTo(high, 3);
  });

  it("knows nothing of no cases", () => {
    expect(wilson(0, 0, z95)).toEqual({ low: 0, high: 1 });
  });
});
