import fc from "fast-check";
import type { Node } from "unist";
import { describe, expect, it } from "vitest";
import { parseLines } from "../../src/text/parse-lines.ts";
import { parseMarkdown } from "../../src/text/parse-markdown.ts";
import { childrenOf, plainText, valueOf } from "../../src/text/plain-text.ts";

const kinds = (markdown: string): string[] => parseMarkdown(markdown).children.map(({ type }) => type);
const nodes = (node: Node): Node[] => [node, ...childrenOf(node).flatMap(nodes)];
const count = (markdown: string, type: string): number =>
  nodes(parseMarkdown(markdown)).filter((it) => it.type === type).length;

/** Levels of nesting, counted without recursion. */
function depthOf(tree: Node): number {
  let level: readonly Node[] = [tree];
  let depth = 0;
  for (; level.length > 0; depth += 1) level = level.flatMap((node) => childrenOf(node));
  return depth;
}

describe("the dialect", () => {
  it.each([
    ["---\na: b\n---\n\n# x", ["yaml", "heading"]],
    ["+++\na = 1\n+++\n", ["toml"]],
    ["| a |\n|---|\n| b |", ["table"]],
    ["a \\\\| b |\n| - |\n| c |", ["table"]],
    ["a \\\\\\| b |\n| - |\n| c |", ["table"]],
    ["a\n\n- [ ] b", ["paragraph", "list"]],
    ["[^1]\n\n[^1]: x", ["paragraph", "footnoteDefinition"]],
    ["# a\r\n\r\nb\r\n", ["heading", "paragraph"]],
  ])("%j", (markdown, expected) => {
    expect(kinds(markdown)).toEqual(expected);
  });

  it.each([
    ["a \\\\| b", "a \\| b"],
    ["a \\\\\\| b", "a \\| b"],
    ["a \\\\\\\\| b", "a \\\\| b"],
    ["`a \\\\| b`", "a \\\\| b"],
    ["    a \\\\| b", "a \\\\| b"],
  ])("gives backslashes before a bar back: %j", (markdown, expected) => {
    expect(plainText(parseMarkdown(markdown))).toBe(expected);
  });

  it.each(["a <img src=https://a.example/b.png> c", "a <b title=x/y c> d", "a <b title=\nx/y/> d"])(
    "takes a slash in a value without quotes for part of it: %j",
    (markdown) => {
      const [paragraph] = parseMarkdown(markdown).children;
      const html = childrenOf(paragraph as Node).filter(({ type }) => type === "html");
      expect(html.map(valueOf)).toEqual([markdown.slice(2, -2)]);
    },
  );

  it("reads MDX where asked, and Markdown where that fails", () => {
    expect(parseMarkdown("import a from 'b'\n\n<A />", { mdx: true }).children.map(({ type }) => type)).toEqual([
      "mdxjsEsm",
      "mdxJsxFlowElement",
    ]);
    expect(parseMarkdown("<https://a.example> {", { mdx: true }).children.map(({ type }) => type)).toEqual([
      "paragraph",
    ]);
  });
});

/** Each of these takes the bare parser from many seconds to hours, or overflows its stack. */
const hostile: readonly (readonly [string, string])[] = [
  ["quotes in quotes", ">".repeat(100_000)],
  ["lists in lists", "- ".repeat(50_000)],
  ["numbered lists in lists", "1. ".repeat(100_000)],
  ["quotes and lists in each other", "> - ".repeat(50_000)],
  ["lists nested line by line", Array.from({ length: 400 }, (_, depth) => `${" ".repeat(2 * depth)}- a`).join("\n")],
  ["one run of stars on either side", `${"*".repeat(100_000)}a${"*".repeat(100_000)}`],
  ["strong that is never closed", `${"a**b".repeat(50_000)}${"c* ".repeat(50_000)}`],
  ["strikes", "~~a".repeat(50_000)],
  ["brackets in brackets", `${"[".repeat(50_000)}a${"]".repeat(50_000)}`],
  ["links that are never closed", "[a](".repeat(50_000)],
  ["link titles that are never closed", "[a](b '".repeat(20_000)],
  ["images that are never closed", "![".repeat(50_000)],
  ["comments that are never closed", "a <!-- b ".repeat(8000)],
  ["instructions that are never closed", "a <? b ".repeat(8000)],
  ["labels over lines", "[a\n".repeat(10_000)],
  ["words behind an open bracket", `[${"a b ".repeat(15_000)}`],
  ["references behind an open bracket", `[${"&amp; b ".repeat(8000)}`],
  ["code behind an open bracket", `[${"`a` ".repeat(10_000)}`],
  ["the end of an address that does not come", `http://a.b/${"!".repeat(60_000)}a`],
  ["what may be an e-mail address", `x${"-.".repeat(30_000)}`],
  ["underlined headings", "a\n-\n".repeat(5000)],
  ["quotes in list items", "- > a\n".repeat(2000)],
  ["a quote that goes on without marks", `> a\n${"b\n".repeat(20_000)}`],
  ["a list item that goes on without marks", `- a\r\n${"b\r\n".repeat(20_000)}`],
  ["one long line", "word ".repeat(50_000)],
  ["much without a space", "a".repeat(1_000_000)],
  ["backticks", "`".repeat(500_000)],
  ["backticks of all lengths", Array.from({ length: 1_500 }, (_, i) => "`".repeat(i)).join(" ")],
  ["lines that almost open code blocks", Array.from({ length: 1_000 }, (_, i) => `${"`".repeat(i)} a\``).join("\n")],
  ["NULs", "\0".repeat(100_000)],
];

describe("hostile text", () => {
  it.each(hostile)("%s is read, without deep nesting, and nothing after it is lost", (_, text) => {
    const tree = parseMarkdown(`${text}\n\n# Heading after\n\nText after`);
    expect(depthOf(tree)).toBeLessThan(2500);
    expect(plainText(tree)).toMatch(/Heading after\nText after$/);
  });

  it("becomes text above the limits, and keeps every character in its place", () => {
    const text = `${"*a ".repeat(3000)}[b](c)`;
    const tree = parseMarkdown(text);
    expect(plainText(tree)).toBe(text);
    expect(tree.position?.end.offset).toBe(text.length);
  });

  it("does not cost an innocent neighbour its formatting", () => {
    expect(count(`${"[".repeat(5000)}\n\n[a](b) *c*`, "link")).toBe(1);
    expect(count("- [a](b) **c**\n".repeat(3000), "link")).toBe(3000);
    expect(count("1. [a](b) **c**\n".repeat(3000), "strong")).toBe(3000);
    expect(count(`| a | b |\n|---|---|\n${"| [a](b) | **c** |\n".repeat(2000)}`, "link")).toBe(2000);
    expect(count("# [a](b)\n".repeat(3000), "link")).toBe(3000);
    expect(count("- - -\n".repeat(40), "thematicBreak")).toBe(40);
    const codes = Array.from({ length: 100 }, (_, i) => `${"`".repeat(i + 1)} a ${"`".repeat(i + 1)}`);
    expect(count(`${codes.join(" ")}\n\n\`a\` \`\`b\`\``, "inlineCode")).toBe(50 + 2);
    expect(count(`${codes.join(" ")}\n${"`".repeat(99)}\na\n${"`".repeat(99)}\n`, "code")).toBe(1);
    expect(kinds(`${"- ".repeat(50)}\n\n${"* ".repeat(50).trim()}`)).toEqual(["thematicBreak", "thematicBreak"]);
  });

  it("is given back as it was inside code", () => {
    const ticks = Array.from({ length: 100 }, (_, i) => `a ${"`".repeat(100 - i)}\n${"`".repeat(i + 4)} b\n`);
    const [kept] = parseMarkdown(`~~~\n${ticks.join("")}~~~\n`).children;
    expect(kept && valueOf(kept)).toBe(ticks.join("").trimEnd());
    const code = `${"[*_<~".repeat(1000)}\n${"> - ".repeat(100)}\n${"x\n".repeat(1000)}`;
    const [block] = parseMarkdown(`- a\n\n\`\`\`\n${code}\`\`\`\n`).children.slice(-1);
    expect(block && valueOf(block)).toBe(code.trimEnd());
  });

  it("is never too much", () => {
    const part = fc.constantFrom(
      "> ",
      "- ",
      "1. ",
      "*",
      "_",
      "[",
      "](",
      ")",
      "<!--",
      "-->",
      "`",
      "```\n",
      "\n",
      "\r\n",
      "  ",
      "|",
      "---\n",
      "\uFDD0",
      "\uD800",
      "{",
      "<a>",
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(part, fc.integer({ min: 1, max: 400 })), { maxLength: 8 }),
        fc.boolean(),
        (parts, mdx) => {
          const tree = parseMarkdown(parts.map(([it, times]) => it.repeat(times)).join(""), { mdx });
          expect(tree.type).toBe("root");
          expect(JSON.stringify(tree)).not.toMatch(/[\uFDD0-\uFDEF]/);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("reading by lines alone", () => {
  it("knows headings, fences and paragraphs, and where they stand", () => {
    const tree = parseLines("Hi\r\nyou\r\n\r\n## A ##\r\n~~~js\r\n# no\r\n~~~\r\n#b\r\n# C");
    expect(
      tree.children.map((node) => [node.type, plainText(node), node.position?.start.line, node.position?.start.offset]),
    ).toEqual([
      ["paragraph", "Hi\nyou", 1, 0],
      ["heading", "A", 4, 11],
      ["code", "# no", 5, 20],
      ["paragraph", "#b", 8, 38],
      ["heading", "C", 9, 42],
    ]);
  });

  it("loses no text", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "# ", "```", "\n", "\r\n", " ", "~~~~")), (parts) => {
        const letters = (it: string): number => it.split("a").length;
        const infoStrings = /^ {0,3}(?:```+|~~~+).*a/m;
        fc.pre(!infoStrings.test(parts.join("")));
        expect(letters(plainText(parseLines(parts.join(""))))).toBe(letters(parts.join("")));
      }),
    );
  });
});
