import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toTable, type Column } from "../../../src/cli/terminal/table.ts";
import { fitTo, padTo, widthOf } from "../../../src/cli/terminal/text-width.ts";

interface Row {
  readonly id: string;
  readonly count?: number;
  readonly title: string;
}

const columns: readonly Column<Row>[] = [
  { title: "id", of: ({ id }) => id },
  { title: "count", of: ({ count }) => count },
  { title: "title", of: ({ title }) => title, mayShrink: true },
];

const rows: readonly Row[] = [
  { id: "a", count: 7, title: "How do I change the log level to debug?" },
  { id: "bb", count: 1200, title: "如何更改日志级别为调试模式？" },
  { id: "c", title: "👩‍👧 works" },
];

describe("a table", () => {
  it("into a file is whole, with numbers to the right and a dash for what is missing", () => {
    expect(toTable(rows, columns, undefined).split("\n")).toEqual([
      "ID  COUNT  TITLE",
      "a       7  How do I change the log level to debug?",
      "bb   1200  如何更改日志级别为调试模式？",
      "c       –  👩 👧 works",
    ]);
  });

  it("in a terminal is cut to its width, by what a letter takes there", () => {
    expect(toTable(rows, columns, 26).split("\n")).toEqual([
      "ID  COUNT  TITLE",
      "a       7  How do I chang…",
      "bb   1200  如何更改日志级…",
      "c       –  👩 👧 works",
    ]);
  });

  it("in a terminal of a few columns ends at its edge", () => {
    for (const line of toTable(rows, columns, 12).split("\n")) expect(widthOf(line)).toBeLessThanOrEqual(12);
  });

  it("has no cell that leaves its line or steers the terminal", () => {
    const evil = [{ id: "x", title: "a\u001B]0;owned\u0007\nb\u202Ec\r\td" }];
    const text = toTable(evil, columns, undefined);
    expect(text.split("\n")).toHaveLength(2);
    expect(text).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
  });

  it("fits whatever people write into whatever terminal there is", () => {
    const row = fc.record({ id: fc.string({ maxLength: 8 }), title: fc.string({ unit: "grapheme", maxLength: 60 }) });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), fc.integer({ min: 1, max: 200 }), (some, width) => {
        const lines = toTable(some, columns, width).split("\n");
        expect(lines).toHaveLength(some.length + 1);
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
      }),
      { numRuns: 200 },
    );
  });
});

describe("what a text takes in a terminal", () => {
  it.each([
    ["abc", 3],
    ["日本", 4],
    ["ｆｕｌｌ", 8],
    ["e\u0301", 1],
    ["👩‍👧", 2],
    ["🇩🇪", 2],
    ["", 0],
  ])("%j: %i", (text, width) => {
    expect(widthOf(text)).toBe(width);
  });

  it.each([
    ["日本語", 5, "日本…"],
    ["日本語", 4, "日…"],
    ["日本語", 6, "日本語"],
    ["cafe\u0301 au lait", 5, "cafe\u0301…"],
    ["abc", 1, "…"],
    ["abc", 0, ""],
  ])("%j in %i columns: %j", (text, columns, fitted) => {
    expect(fitTo(text, columns)).toBe(fitted);
  });

  it("is what blanks are counted by", () => {
    expect(padTo("日本", 6)).toBe("日本  ");
    expect(padTo("7", 3, "right")).toBe("  7");
  });
});
