import { describe, expect, it } from "vitest";
import { isRefusal } from "../../src/core/faq-editor.ts";
import { promote } from "../../src/faq-file/promote.ts";
import { readFaq } from "../../src/faq-file/read-faq.ts";

const file = "# FAQ\n\n## Why?\n\nSo.\n";

const thread = "https://github.com/acme/lantern/discussions/1";

const unfolding = "# FAQ\n\n<details>\n<summary>Why?</summary>\n\nSo.\n\n</details>\n";

const hostile = [
  ["10,000 nested quotes", `${">".repeat(10_000)} x`],
  ["10,000 nested lists", `${"- ".repeat(10_000)}x`],
  ["one long line", "x ".repeat(30_000)],
  ["emphasis that never ends", "*a_ ".repeat(10_000)],
  ["brackets that never close", "[".repeat(60_000)],
  ["backticks of all lengths", Array.from({ length: 300 }, (_, i) => "`".repeat(i)).join(" ")],
  ["images that never end", "![".repeat(30_000)],
  ["images of another host", "![](//a.example/b)".repeat(3_000)],
  ["what almost is an attribute", `<img ${"src= ".repeat(12_000)}`],
  ["elements that never end", "<div>".repeat(10_000)],
  ["comments that never end", `x ${"<!-- ".repeat(10_000)}`],
  ["definitions", "[a]: b\n".repeat(2_500)],
  ["fences", "```\n".repeat(2_501)],
  ["headings", "# a\n".repeat(2_500)],
  ["formulas that never end", "$a ".repeat(20_000)],
  ["marks of ours that never end", `x ${"<!-- frontdesk:faq:".repeat(3_000)}`],
  ["what almost is an address", `${"a.b-c+".repeat(10_000)}@`],
  ["what almost is a password", "password=".repeat(7_000)],
  ["one fence of 40,000 backticks", "`".repeat(40_000)],
  ["a fence of 40,000 tildes around code", `${"~".repeat(32_000)}\nx\n${"~".repeat(32_000)}`],
  ["65,000 spaces in a line", `x${" ".repeat(65_000)}y`],
  ["tabs and spaces before what is no mark", `x${" \t".repeat(32_000)}<!-- frontdesk`],
  ["controls and marks of direction", "\u0000\u202E\uFEFF\uD800 x"],
] as const;

describe("an answer made to be trouble", () => {
  it.each(hostile)("%s becomes one entry", (_, answer) => becomesEntry(file, answer));
  it.each(hostile)("%s does in a file that unfolds", (_, answer) => becomesEntry(unfolding, answer));

  function becomesEntry(text: string, answer: string): void {
    const promoted = promote(text, { title: "How do I mend it?", answer, thread });
    if (isRefusal(promoted)) throw new Error(promoted.refused);
    expect(promoted.text.startsWith(text.trimEnd())).toBe(true);
    expect(readFaq(promoted.text).entries.map(({ question }) => question)).toEqual(["Why?", "How do I mend it?"]);
  }

  const long = "the answer is longer than 65536 characters";
  const dense = "the answer has more than 3000 blocks, cells and blank lines";
  it.each([
    ["a line of 1 MB", "x ".repeat(500_000), long],
    ["thousands of quotes", "> a\n\n".repeat(10_000), dense],
    ["thousands of lists", "- a\n\n+ b\n\n".repeat(5_000), dense],
    ["thousands of headings", "# a\n".repeat(10_000), dense],
    ["thousands of fences", "```\n".repeat(10_000), dense],
    ["a table of thousands of cells", `| a |\n| - |\n${"| b |\n".repeat(5_000)}`, dense],
  ])("%s is refused", (_, answer, refused) => {
    expect(promote(file, { title: "How do I mend it?", answer, thread })).toEqual({ refused });
  });
});
