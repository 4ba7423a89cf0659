import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TextIds } from "../../../src/search/index/text-ids.ts";
import { UnusablePartsError } from "../../../src/search/snapshot/parts.ts";

/** Whole strings and such that no encoding knows: halves of surrogate pairs. */
const anyText = fc.oneof(
  fc.string(),
  fc.string({ unit: "grapheme" }),
  fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units)),
);

describe("numbers of texts", () => {
  it("are the place of each among those seen, and lead back to it, also after a restore", () => {
    fc.assert(
      fc.property(fc.array(anyText), fc.array(anyText), (before, after) => {
        const texts = new TextIds();
        for (const text of before) texts.idOf(text);
        const restored = TextIds.fromParts(texts.toParts());
        const seen = [...new Set([...before, ...after])];
        for (const ids of [texts, restored]) {
          for (const text of after) ids.idOf(text);
          expect(ids.size).toBe(seen.length);
          expect(seen.map((text) => ids.find(text))).toEqual([...seen.keys()]);
          expect(Array.from(seen.keys(), (id) => ids.textOf(id))).toEqual(seen);
          expect(ids.textOf(seen.length)).toBe("");
        }
      }),
    );
  });

  it("stay apart for twenty thousand texts, long ones among them", () => {
    const texts = new TextIds();
    const nameOf = (i: number) => `${"x".repeat(i % 300)}${i}`;
    for (let i = 0; i < 20_000; i++) texts.idOf(nameOf(i));
    expect(Array.from({ length: 100 }, (_, i) => texts.find(nameOf(i * 200)))).toEqual(
      Array.from({ length: 100 }, (_, i) => i * 200),
    );
    expect(texts.find("20000")).toBeUndefined();
  });

  it("are not restored from a table without room", () => {
    const texts = new TextIds();
    texts.idOf("one");
    expect(() => TextIds.fromParts({ ...texts.toParts(), table: new Uint32Array(1) })).toThrow(UnusablePartsError);
  });
});
