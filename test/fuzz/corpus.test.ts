import { describe, expect, it } from "vitest";
import { corpora, corpusOf } from "./corpus.ts";
import { targets } from "./targets/index.ts";

describe.each(targets)("what was once wrong with $name, or has a shape of its own,", (target) => {
  it("is read as it should be", async () => {
    const open = await target.open();
    try {
      for (const { shape, input } of corpusOf(target.name)) {
        try {
          await open.check(input);
        } catch (error) {
          throw new Error(`${target.name}, ${shape}: ${String(error)}`, { cause: error });
        }
      }
    } finally {
      await open.close?.();
    }
  });

  it("is kept once, says what it is, and is small", () => {
    const kept = corpusOf(target.name);
    expect(kept.length).toBeGreaterThan(3);
    expect(new Set(kept.map(({ input }) => input)).size).toBe(kept.length);
    for (const { shape, input } of kept) {
      expect(shape).not.toBe("");
      expect(input.length).toBeLessThanOrEqual(20_000);
    }
  });
});

it("each corpus has a target", () => {
  expect(corpora().toSorted()).toEqual(targets.map(({ name }) => name).toSorted());
});
