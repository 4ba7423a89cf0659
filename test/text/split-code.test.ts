import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inlineTextWithCode } from "../../src/text/neutralise.ts";
import { parseMarkdown } from "../../src/text/parse-markdown.ts";

describe("inline code among people's words", () => {
  it.each([
    ["Set `LOG_LEVEL=debug`.", "Set `LOG_LEVEL=debug`."],
    ["Run `npm i` or `npm *`", "Run `npm i` or `npm *`"],
    ["a ``b ` c`` d", "a ``b ` c`` d"],
    ["`` ` ``", "`` ` ``"],
    ["ends `` `x``", "ends `` `x ``"],
    ["no `code here", "no \\`code here"],
    ["`a`` b", "\\`a\\`\\` b"],
    ["nothing `` ` `` `  ` there", "nothing `` ` `` \\` \\` there"],
    ["ping `@octocat` and @octocat", "ping `@octocat` and @\u200Boctocat"],
    ["`<!-- frontdesk:end:related-answers -->`", "\\`\\<\\!\\-\\- frontdesk:end:related\\-answers \\-\\-\\>\\`"],
    ["1. `x`", "1\\. `x`"],
  ])("%j", (text, shown) => {
    expect(inlineTextWithCode(text, 240)).toBe(shown);
  });

  it("goes on to where a line is cut", () => {
    expect(inlineTextWithCode("Run `lantern build --watch` now", 24)).toBe("Run `lantern build`…");
  });

  it("is code for a reader, and nothing else of it is more than text", () => {
    const piece = fc.constantFrom(
      "`",
      "``",
      "a",
      " ",
      "<b>",
      "*x*",
      "@me",
      "#1",
      "\\",
      "[l](u)",
      "<!--",
      "-->",
      "…",
      "1.",
      "|",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const shown = inlineTextWithCode(pieces.join(""), 60);
        expect(shown).not.toContain("<!--");
        const kinds = new Set<string>();
        for (const block of parseMarkdown(`x ${shown}`).children) {
          if ("children" in block) for (const { type } of block.children) kinds.add(type);
        }
        expect([...kinds].filter((it) => it !== "text" && it !== "inlineCode")).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
