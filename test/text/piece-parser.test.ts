import fc from "fast-check";
import type { Node, Root } from "mdast";
import { describe, expect, it } from "vitest";
import { splitPieces } from "../../src/text/split-pieces.ts";
import { parseMarkdown } from "../../src/text/parse-markdown.ts";
import { PieceParser } from "../../src/text/piece-parser.ts";
import { childrenOf } from "../../src/text/plain-text.ts";

/** A tree without lines, which are those of the pieces. */
function outline(node: Node): unknown {
  const { position, ...rest } = node;
  return { ...rest, at: [position?.start.offset, position?.end.offset], children: childrenOf(node).map(outline) };
}

const blocks = (tree: Root) => tree.children.map(outline);

const filler = "A lamp gives light, and a paragraph of some length gives the text its weight. ".repeat(12);
const part = fc.oneof(
  { weight: 30, arbitrary: fc.integer({ min: 1, max: 99 }).map((n) => `## Question ${n}?\n\n${filler}`) },
  fc.constantFrom(
    "# Top",
    "- a\n\n  - b\n\n    # deep",
    "> # quoted\n> more",
    "```sh\n# code\n\n# more code\n```",
    "```\n# left open",
    "~~~~\n```\n\n# x\n~~~~",
    "   ```\n\n# y\n\n   ```",
    "- ```\n  # in an item",
    "<!-- a comment\n\n# in it\n\n-->",
    "<!-- left open\n\n# z",
    "<pre>\n\n# in it\n\n</pre>",
    "<script>\n\n# left open",
    "<div>\n# not a heading\n\n# one",
    "<?php\n\n# x\n\n?>",
    "See [a], [b][c] and [^n].",
    "# A [heading][a] with `# code`",
    "[a]: /x\n[C]: /y",
    "[^n]: A note.\n\n    # in the note",
    "[^n]: Another.",
    "> [a]: /quoted",
    "Under\n===",
    "Over\n---",
    "---\ntitle: x\n---",
    "| a |\n| - |\n| [a] |",
    "    # indented",
    "text\n# interrupts",
  ),
);

describe("a text read in pieces", () => {
  it("has the tree that it has as a whole", () => {
    const end = fc.constantFrom("\n\n", "\n", "\r\n\r\n");
    let inPieces = 0;
    fc.assert(
      fc.property(fc.array(part, { minLength: 20, maxLength: 40 }), end, (parts, eol) => {
        const text = parts.join(eol);
        if (splitPieces(text).length > 0) inPieces++;
        expect(blocks(new PieceParser().parse(text))).toEqual(blocks(parseMarkdown(text)));
      }),
      { numRuns: 80 },
    );
    expect(inPieces).toBeGreaterThan(30);
  });

  it.each([
    ["a fence in an item", "- ```\n  # in an item"],
    ["a fence in a quote", "> ~~~\n> # quoted"],
    ["a fence in a footnote", "[^n]: x\n\n    ```\n    y"],
    ["HTML in an item", "- a\n  - b\n\n    <!-- open"],
    ["nothing in an item", "- a\n  - b\n\n    ```\n    y\n    ```"],
  ])("has it where a piece ends with %s left open", (_, end) => {
    // So long that the next heading begins a piece.
    const before = ["## One?", ...Array.from({ length: 27 }, () => filler), end, ""].join("\n\n");
    const text = `${before}## Two?\n\n${filler}`;
    expect(splitPieces(text)).toEqual([before.length]);
    expect(blocks(new PieceParser().parse(text))).toEqual(blocks(parseMarkdown(text)));
  });

  it("has it after a change as well", () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 5, maxLength: 20 }), part, fc.nat(), (parts, added, place) => {
        const parser = new PieceParser();
        parser.parse(parts.join("\n\n"));
        const text = parts.toSpliced(place % parts.length, 0, added).join("\n\n");
        expect(blocks(parser.parse(text))).toEqual(blocks(parseMarkdown(text)));
      }),
      { numRuns: 50 },
    );
  });
});
