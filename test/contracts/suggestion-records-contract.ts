import { expect, it } from "vitest";
import type { Feedback, FittedThreshold, Suggestion } from "../../src/core/suggestion.ts";
import type { RecordWorld } from "./record-store-contract.ts";

const widgets = { id: 2 ** 40, owner: "acme", name: "widgets", installation: 2 ** 35 };
const gadgets = { id: 7, owner: "acme", name: "gadgets", installation: 1 };

export const fitted: FittedThreshold = { threshold: 0.55, cases: 412, from: "back-test", at: new Date(5) };

/** A record with these items and confidences. */
export function suggested(
  items: readonly (readonly [string, number])[],
  mode: Suggestion["mode"] = "live",
): Suggestion {
  return {
    mode,
    question: { title: "Why? '; drop table suggestions; --", url: "https://github.com/acme/widgets/discussions/1" },
    items: items.map(([id, confidence]) => ({
      id,
      title: `About ${id} 👩‍👩‍👧`,
      url: "https://example.com",
      confidence,
      score: 4.25,
      parts: { lexical: 4, feedback: 0.25 },
      terms: [{ term: "why", fields: ["title"], score: 2 }],
    })),
    threshold: { value: 0.6, base: 0.6, from: "default", moved: 0, because: "as shipped" },
    because: "found it",
  };
}

export function thought(by: string, helpful: boolean, given: Partial<Feedback> = {}): Feedback {
  return { by, helpful, isAsker: false, via: "reaction", deflected: false, ...given };
}

/** What a store keeps of suggestions, and which it finds again. */
export function suggestionsContract(world: () => RecordWorld): void {
  it("replaces what was suggested in a thread by what is suggested now; what stays keeps its time", async () => {
    const { store } = world();
    const items = [["docs:a.md#x", 0.25] as const, ["thread:3", 1] as const];
    await store.recordSuggestion(widgets, 1, suggested(items), new Date(5));
    await store.recordSuggestion(widgets, 2, suggested(items.slice(0, 1)), new Date(6));
    const now = suggested([
      ["thread:3", 0.5],
      ["thread:3", 0.75],
      ["docs:b.md", 0.5],
    ]);
    await store.recordSuggestion(widgets, 1, now, new Date(7));
    await store.recordSuggestion(gadgets, 1, suggested(items), new Date(8));
    await store.recordSuggestion(gadgets, 1, suggested([]), new Date(9));
    expect((await world().recorded()).suggestions).toEqual([
      [widgets.id, 1, "docs:b.md", 0.5, 7],
      [widgets.id, 1, "thread:3", 0.75, 5],
      [widgets.id, 2, "docs:a.md#x", 0.25, 6],
    ]);
    expect(await store.findSuggestion(widgets, 1)).toEqual(now);
    expect(await store.findSuggestion(gadgets, 1)).toEqual(suggested([]));
    expect(await store.findSuggestion(gadgets, 2)).toBeUndefined();
  });

  it("lists the records of one mode, newest first, of repositories that are served", async () => {
    const { store } = world();
    await store.rememberRepository(widgets);
    await store.rememberRepository(gadgets);
    const shadow = suggested([["i", 0.9]], "shadow");
    await store.recordSuggestion(widgets, 1, shadow, new Date(10));
    await store.recordSuggestion(widgets, 2, suggested([["i", 0.9]]), new Date(20));
    await store.recordSuggestion(gadgets, 3, shadow, new Date(30));
    await store.recordSuggestion({ ...gadgets, id: 8 }, 4, shadow, new Date(40));
    await store.recordSuggestion(widgets, 5, shadow, new Date(50));
    await store.recordSuggestion(widgets, 1, suggested([], "shadow"), new Date(60));
    const listed = async (wanted: object) =>
      (await store.suggestions({ mode: "shadow", limit: 9, ...wanted })).map(({ number, at }) => [
        number,
        at.getTime(),
      ]);
    expect(await listed({})).toEqual([
      [1, 60],
      [5, 50],
      [3, 30],
    ]);
    expect(await listed({ limit: 2 })).toEqual([
      [1, 60],
      [5, 50],
    ]);
    expect(await listed({ repository: gadgets })).toEqual([[3, 30]]);
    expect(await listed({ since: new Date(50) })).toEqual([
      [1, 60],
      [5, 50],
    ]);
    expect((await store.suggestions({ mode: "live", limit: 9 })).map(({ repository }) => repository)).toEqual([
      widgets,
    ]);
    // Nobody can have an opinion of what was not posted.
    expect((await world().recorded()).suggestions).toEqual([[widgets.id, 2, "i", 0.9, 20]]);
  });

  it("finds our comments by when their first suggestion was made", async () => {
    const { store } = world();
    for (const number of [1, 2, 3, 4, 5]) {
      if (number !== 3) await store.keepOurComment(widgets, number, `C_${number}`);
      const mode = number === 4 ? "shadow" : "live";
      await store.recordSuggestion(widgets, number, suggested([["i", 0.9]], mode), new Date(number * 10));
    }
    await store.keepOurComment(gadgets, 1, "C_9");
    await store.recordSuggestion(widgets, 1, suggested([["j", 0.9]]), new Date(99));
    const found = async (from: number, to: number, limit = 9) =>
      (await store.suggestionComments(widgets, new Date(from), new Date(to), limit)).map(({ comment }) => comment);
    expect(await found(10, 51)).toEqual(["C_5", "C_2", "C_1"]);
    expect(await found(10, 50)).toEqual(["C_2", "C_1"]);
    expect(await found(11, 51, 1)).toEqual(["C_5"]);
    await store.recordSuggestion(widgets, 2, suggested([]), new Date(100));
    expect(await found(10, 51)).toEqual(["C_5", "C_1"]);
  });

  it("forgets the suggestion of a thread that is gone, with what people thought of it", async () => {
    const { store } = world();
    for (const number of [1, 2]) {
      await store.keepOurComment(widgets, number, "C");
      await store.recordSuggestion(widgets, number, suggested([["i", 0.9]]), new Date(1));
      await store.recordFeedback(widgets, number, thought("ada", true), new Date(2));
    }
    await store.forgetSuggestion(widgets, 1);
    expect(await store.findSuggestion(widgets, 1)).toBeUndefined();
    expect(await store.findOurComment(widgets, 1)).toBe("C");
    expect(await world().recorded()).toEqual({
      suggestions: [[widgets.id, 2, "i", 0.9, 1]],
      feedback: [[widgets.id, 2, "ada", 1, 2]],
    });
  });
}

/** What a store keeps of people's opinions, and what it makes of them. */
export function opinionsContract(world: () => RecordWorld): void {
  it("counts a person's opinion of a thread once, as it is now", async () => {
    const { store } = world();
    await store.recordFeedback(widgets, 1, thought("ada", true), new Date(5));
    await store.recordFeedback(widgets, 1, thought("bob", true, { isAsker: true, deflected: true }), new Date(6));
    await store.recordFeedback(widgets, 1, thought("ada", false), new Date(7));
    expect(await store.feedback(widgets, { numbers: [1, 2] })).toEqual([
      { number: 1, at: new Date(7), ...thought("ada", false) },
      { number: 1, at: new Date(6), ...thought("bob", true, { isAsker: true, deflected: true }) },
    ]);
  });

  it("lets a click be taken back, and never in place of what a command said", async () => {
    const { store } = world();
    await store.recordFeedback(widgets, 1, thought("ada", true), new Date(5));
    await store.recordFeedback(widgets, 1, thought("bob", true), new Date(5));
    await store.recordFeedback(widgets, 1, thought("bob", false, { via: "command" }), new Date(6));
    await store.recordFeedback(widgets, 1, thought("bob", true), new Date(7));
    for (const by of ["ada", "bob", "eve"]) await store.withdrawFeedback(widgets, 1, by);
    expect((await world().recorded()).feedback).toEqual([[widgets.id, 1, "bob", 0, 6]]);
  });

  it("gives the newest opinions first, as many as wanted", async () => {
    const { store } = world();
    for (const [number, at] of [
      [1, 10],
      [2, 30],
      [3, 20],
    ] as const) {
      await store.recordFeedback(widgets, number, thought("ada", true), new Date(at));
    }
    const newest = async (since: number, limit: number) =>
      (await store.feedback(widgets, { since: new Date(since), limit })).map(({ number }) => number);
    expect(await newest(0, 9)).toEqual([2, 3, 1]);
    expect(await newest(0, 1)).toEqual([2]);
    expect(await newest(20, 9)).toEqual([2, 3]);
    expect(await store.feedback(gadgets, { since: new Date(0), limit: 9 })).toEqual([]);
    expect(await store.feedback(widgets, { numbers: [] })).toEqual([]);
  });

  it("adds up the opinions of each item over the threads it was suggested in", async () => {
    const { store } = world();
    await store.recordSuggestion(
      widgets,
      1,
      suggested([
        ["a", 0.9],
        ["b", 0.8],
      ]),
      new Date(1),
    );
    await store.recordSuggestion(
      widgets,
      2,
      suggested([
        ["a", 0.9],
        ["c", 0.8],
      ]),
      new Date(1),
    );
    await store.recordSuggestion(widgets, 3, suggested([["a", 0.9]], "shadow"), new Date(1));
    await store.recordSuggestion(gadgets, 1, suggested([["a", 0.9]]), new Date(1));
    await store.recordFeedback(widgets, 1, thought("ada", true), new Date(2));
    await store.recordFeedback(widgets, 1, thought("bob", false), new Date(2));
    await store.recordFeedback(widgets, 3, thought("bob", false), new Date(2));
    await store.recordFeedback(gadgets, 1, thought("ada", false), new Date(2));
    expect(await store.opinions(widgets)).toEqual(
      new Map([
        ["a", { helpful: 1, unhelpful: 1 }],
        ["b", { helpful: 1, unhelpful: 1 }],
      ]),
    );
    await store.recordFeedback(widgets, 2, thought("ada", true), new Date(3));
    expect((await store.opinions(widgets)).get("a")).toEqual({ helpful: 2, unhelpful: 1 });
  });

  it("holds against an item only what was said after it was suggested, give or take a minute", async () => {
    const { store } = world();
    const minute = 60_000;
    await store.recordSuggestion(widgets, 1, suggested([["a", 0.9]]), new Date(minute));
    await store.recordFeedback(widgets, 1, thought("ada", false), new Date(2 * minute));
    await store.recordSuggestion(
      widgets,
      1,
      suggested([
        ["a", 0.9],
        ["b", 0.9],
      ]),
      new Date(4 * minute),
    );
    await store.recordFeedback(widgets, 1, thought("bob", true), new Date(3 * minute));
    expect(await store.opinions(widgets)).toEqual(
      new Map([
        ["a", { helpful: 1, unhelpful: 1 }],
        ["b", { helpful: 1, unhelpful: 0 }],
      ]),
    );
  });

  it("finds what was suggested in threads, since when, and our comment there", async () => {
    const { store } = world();
    const [posted, silent] = [suggested([["a", 0.9]]), suggested([], "shadow")];
    await store.recordSuggestion(widgets, 2, suggested([]), new Date(1));
    await store.recordSuggestion(widgets, 2, posted, new Date(5));
    await store.keepOurComment(widgets, 2, "DC_ours");
    await store.recordSuggestion(widgets, 1, silent, new Date(3));
    await store.recordSuggestion(widgets, 4, silent, new Date(3));
    await store.recordSuggestion(gadgets, 2, suggested([["b", 0.9]]), new Date(1));
    expect(await store.suggestionsOf(widgets, [1, 2, 3])).toEqual([
      { number: 1, firstAt: new Date(3), suggestion: silent },
      { number: 2, firstAt: new Date(1), suggestion: posted, comment: "DC_ours" },
    ]);
    expect(await store.suggestionsOf(widgets, [])).toEqual([]);
  });

  it("keeps the last threshold that was fitted", async () => {
    const { store } = world();
    expect(await store.findThreshold(widgets)).toBeUndefined();
    await store.keepThreshold(widgets, fitted);
    const later = { threshold: 0.7, cases: 500, from: "back-test", at: new Date(9) };
    await store.keepThreshold(widgets, later);
    expect(await store.findThreshold(widgets)).toEqual(later);
    expect(await store.findThreshold(gadgets)).toBeUndefined();
  });
}
