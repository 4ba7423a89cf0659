import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFaq } from "../../src/faq/read/read-faq.ts";

/** Question → answer, as they were understood. */
const understood = (text: string) => readFaq(text).entries.map(({ question, answer }) => [question, answer]);
const unindented = (text: string) => text.replaceAll(/^[ \t]+/gmu, "");
const anchors = (text: string) => readFaq(text).entries.map(({ anchor }) => anchor);

describe("reading a FAQ that people wrote", () => {
  it.each<[string, string, [string, string][]]>([
    [
      "headings",
      "# FAQ\n\nIntro.\n\n## How do I install it?\n\nRun it.\n\n## Is it free?\n\nYes.\n",
      [
        ["How do I install it?", "Run it."],
        ["Is it free?", "Yes."],
      ],
    ],
    [
      "headings in sections, one of them no question",
      "# FAQ\n## Setup\n### How to start?\nLike this.\n### Broken images\nClear the cache.\n## Money\n### What does it cost?\nNothing.\n",
      [
        ["How to start?", "Like this."],
        ["Broken images", "Clear the cache."],
        ["What does it cost?", "Nothing."],
      ],
    ],
    [
      "headings with further headings in the answer",
      "## How do I install it?\n\n### On Linux\n\napt\n\n### On Mac\n\nbrew\n\n## Is it free?\n\nYes.",
      [
        ["How do I install it?", "### On Linux\n\napt\n\n### On Mac\n\nbrew"],
        ["Is it free?", "Yes."],
      ],
    ],
    [
      "underlined headings",
      "FAQ\n===\n\nWhy is it slow?\n---------------\n\nIt is not.\n",
      [["Why is it slow?", "It is not."]],
    ],
    [
      "headings with numbers and marks",
      "## 1. How do I start?\n\nSo.\n\n## Q2: And then?\n\nSo on.\n",
      [
        ["How do I start?", "So."],
        ["And then?", "So on."],
      ],
    ],
    [
      "lines across, anchors and comments between entries",
      '## How?\n\nSo.\n\n---\n\n<a name="why"></a>\n\n<!-- hm -->\n\n## Why?\n\nThus.\n\n---\n',
      [
        ["How?", "So."],
        ["Why?", "Thus."],
      ],
    ],
    [
      "details with Markdown inside",
      "# FAQ\n\n<details>\n<summary>How do I <b>start</b>?</summary>\n\nRun `it`.\n\n- one\n\n</details>\n\n<details><summary>Free?</summary>Yes.</details>\n",
      [
        ["How do I start?", "Run `it`.\n\n- one"],
        ["Free?", "Yes."],
      ],
    ],
    [
      "details inside details",
      "<details><summary>How?</summary>\n\nSo.\n\n<details><summary>Log</summary>\n\nx\n\n</details>\n\n</details>\n",
      [["How?", "So.\n\n<details><summary>Log</summary>\n\nx\n\n</details>"]],
    ],
    [
      "bold questions",
      "# FAQ\n\n**How do I start?**\n\nLike this.\n\nAnd this.\n\n**Is it free?**  \nYes.\n",
      [
        ["How do I start?", "Like this.\n\nAnd this."],
        ["Is it free?", "Yes."],
      ],
    ],
    [
      "Q and A in bold",
      "**Q: How do I start?**\n\nA: Like this.\n\n**Q: Is it free?**\n\n**A:** Yes.\n",
      [
        ["How do I start?", "Like this."],
        ["Is it free?", "Yes."],
      ],
    ],
    [
      "Q and A in plain lines",
      "Q: How do I start?\nA: Like this.\n\nQ. Is it free?\nA. Yes.\n",
      [
        ["How do I start?", "Like this."],
        ["Is it free?", "Yes."],
      ],
    ],
    [
      "definitions",
      "How do I start?\n: Like this.\n\nIs it free?\n: Yes.\n",
      [
        ["How do I start?", "Like this."],
        ["Is it free?", "Yes."],
      ],
    ],
    [
      "a numbered list",
      "1. **How do I start?**\n\n   Like this.\n\n2. **Is it free?** Yes.\n",
      [
        ["How do I start?", "Like this."],
        ["Is it free?", "Yes."],
      ],
    ],
    [
      "a table of contents above",
      "# FAQ\n\n- [How?](#how)\n- [Why?](#why)\n\n## How?\n\nSo.\n\n## Why?\n\nThus.\n",
      [
        ["How?", "So."],
        ["Why?", "Thus."],
      ],
    ],
    ["bold lines inside an answer", "## How?\n\n**Why not?**\n\nBecause.\n", [["How?", "**Why not?**\n\nBecause."]]],
    ["code first in the answer", "## How?\n\n    npm start\n", [["How?", "    npm start"]]],
    [
      "Windows line ends",
      "## How?\r\n\r\nSo.\r\n\r\n## Why?\r\n\r\nThus.\r\n",
      [
        ["How?", "So."],
        ["Why?", "Thus."],
      ],
    ],
    [
      "other languages",
      "## 如何安装？\n\n运行。\n\n## ¿Es gratis?\n\nSí.\n",
      [
        ["如何安装？", "运行。"],
        ["¿Es gratis?", "Sí."],
      ],
    ],
    ["front matter", "---\ntitle: FAQ\n---\n\n## How?\n\nSo.\n", [["How?", "So."]]],
    ["a question without an answer", "## How?\n\n## Why?\n\nThus.\n", [["Why?", "Thus."]]],
    ["a heading without words", "## How?\n\nSo.\n\n##\n\nText.\n", [["How?", "So."]]],
    [
      "a question that runs on into details",
      "Q: What?\n</details>\n<details>\n<summary>\nWhy?\n</summary>\nSo.\n</details>\n",
      [["Why?", "So."]],
    ],
    ["no question at all", "# Changelog\n\n## 1.0\n\nFirst.\n\n**Note**\n\nx\n", []],
    ["nothing", "", []],
  ])("%s", (_, text, entries) => {
    expect(understood(text)).toEqual(entries);
  });

  it("knows where each entry is", () => {
    const text = "# FAQ\n\n## Setup\n\n### How?\n\nSo.\n\n### How?\n\nOr so.\n";
    const { entries, sections } = readFaq(text);
    expect(entries.map(({ anchor, line, sections: above }) => [anchor, line, above])).toEqual([
      ["how", 5, ["FAQ", "Setup"]],
      ["how-1", 9, ["FAQ", "Setup"]],
    ]);
    expect(sections.map(({ title, anchor, depth }) => [title, anchor, depth])).toEqual([
      ["FAQ", "faq", 1],
      ["Setup", "setup", 2],
    ]);
    expect(text.slice(entries[0]?.start, entries[0]?.end)).toBe("### How?\n\nSo.");
  });

  it("leads to details and bold questions by the anchors people gave them", () => {
    expect(anchors('<details id="start"><summary>How?</summary>So.</details>')).toEqual(["start"]);
    expect(anchors('<a id="start"></a>**How?**\n\nSo.')).toEqual(["start"]);
    expect(anchors("**How?**\n\nSo.")).toEqual([""]);
  });

  it("ends the answer to a bold question before the next entry, whatever shape that has", () => {
    const { entries } = readFaq("**Is it?**\n### Why?\n> ## In?\n### Why?");
    expect(entries.map(({ question, answer }) => [question, answer])).toEqual([["Why?", "> ## In?"]]);
  });

  it("reads whatever it is given: entries lie in order, inside the file, apart from each other", () => {
    const part = fc.constantFrom(
      ..."## How?|### Why?|# FAQ|**Is it?**|Q: What?|A: That.|<details>|<summary>|Can it?|</summary>|</details>|1. **Who?**|   x|- [a](#a)|---|```|text|\n|\n\n|<a id='q'></a>|: d|> ## In?|\r\n".split(
        "|",
      ),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 25 }), (parts) => {
        const text = parts.join("\n");
        let last = 0;
        for (const { start, end, question, answer } of readFaq(text).entries) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(question).not.toBe("");
          expect(unindented(text.slice(start, end))).toContain(unindented(answer));
          last = end;
        }
      }),
      { numRuns: 300 },
    );
  });
});
