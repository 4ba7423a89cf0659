import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isRefusal } from "../../../src/core/faq-editor.ts";
import { addEntry } from "../../../src/faq-file/edit/add-entry.ts";
import { readFaq } from "../../../src/faq-file/read-faq.ts";

const entry = { question: "How do I mend it?", answer: "Like *this*.\n\n- one" };

const add = (text: string | undefined, section?: string): string => {
  const added = addEntry(text, entry, section === undefined ? {} : { section });
  return isRefusal(added) ? `refused: ${added.refused}` : added.text;
};

const body = "Like *this*.\n\n- one";

const headed = `## How do I mend it?\n\n${body}`;

describe("adding an entry to a FAQ", () => {
  it.each<[string, string | undefined, string]>([
    ["no file", undefined, `# Frequently asked questions\n\n${headed}\n`],
    ["an empty file", "\n", `# Frequently asked questions\n\n${headed}\n`],
    ["a title alone", "# FAQ\n", `# FAQ\n\n${headed}\n`],
    ["a title and a word of welcome", "# FAQ\n\nHello.\n", `# FAQ\n\nHello.\n\n${headed}\n`],
    ["headings", "# FAQ\n\n## Why?\n\nSo.\n", `# FAQ\n\n## Why?\n\nSo.\n\n${headed}\n`],
    ["deeper headings", "# FAQ\n\n### Why?\n\nSo.\n", `# FAQ\n\n### Why?\n\nSo.\n\n#${headed}\n`],
    [
      "underlined headings",
      "FAQ\n===\n\nWhy?\n----\n\nSo.\n",
      `FAQ\n===\n\nWhy?\n----\n\nSo.\n\nHow do I mend it?\n-----------------\n\n${body}\n`,
    ],
    ["no line end at the end", "## Why?\n\nSo.", `## Why?\n\nSo.\n\n${headed}`],
    ["blank lines at the end", "## Why?\n\nSo.\n\n\n", `## Why?\n\nSo.\n\n${headed}\n\n\n`],
    ["Windows line ends", "## Why?\r\n\r\nSo.\r\n", `## Why?\r\n\r\nSo.\r\n\r\n${headed.replaceAll("\n", "\r\n")}\r\n`],
    ["a byte order mark", "\uFEFF## Why?\n\nSo.\n", `\uFEFF## Why?\n\nSo.\n\n${headed}\n`],
    [
      "front matter",
      "---\ntitle: FAQ\n---\n\n## Why?\n\nSo.\n",
      `---\ntitle: FAQ\n---\n\n## Why?\n\nSo.\n\n${headed}\n`,
    ],
    ["tabs", "## Why?\n\n\tcode\n", `## Why?\n\n\tcode\n\n${headed}\n`],
    [
      "lines across",
      "## Why?\n\nSo.\n\n---\n\n## Who?\n\nWe.\n",
      `## Why?\n\nSo.\n\n---\n\n## Who?\n\nWe.\n\n---\n\n${headed}\n`,
    ],
    [
      "a line across at the end",
      "## Why?\n\nSo.\n\n---\n\n## Who?\n\nWe.\n\n---\n\nContact us.\n",
      `## Why?\n\nSo.\n\n---\n\n## Who?\n\nWe.\n\n---\n\n${headed}\n\n---\n\nContact us.\n`,
    ],
    ["an answer of code", "## Why?\n\n```\n# x\n```\n", `## Why?\n\n\`\`\`\n# x\n\`\`\`\n\n${headed}\n`],
    ["definitions at the end", "## Why?\n\n[So][a].\n\n[a]: /b\n", `## Why?\n\n[So][a].\n\n${headed}\n\n[a]: /b\n`],
    [
      "sections",
      "# FAQ\n## A\n### Why?\nSo.\n## B\n### Who?\nWe.\n",
      `# FAQ\n## A\n### Why?\nSo.\n## B\n### Who?\nWe.\n\n### How do I mend it?\n${body}\n`,
    ],
    [
      "a section for everything else",
      "# FAQ\n\n## General\n\n### Why?\n\nSo.\n\n## Money\n\n### What for?\n\nIt.\n",
      `# FAQ\n\n## General\n\n### Why?\n\nSo.\n\n#${headed}\n\n## Money\n\n### What for?\n\nIt.\n`,
    ],
    [
      "entries by the alphabet",
      "## Can I?\n\nYes.\n\n## May I?\n\nYes.\n\n## Must I?\n\nNo.\n\n## Who?\n\nWe.\n\n## Will I?\n\nNo.\n",
      `## Can I?\n\nYes.\n\n${headed}\n\n## May I?\n\nYes.\n\n## Must I?\n\nNo.\n\n## Who?\n\nWe.\n\n## Will I?\n\nNo.\n`,
    ],
    [
      "entries by the alphabet, all later",
      "## Is it?\n\nYes.\n\n## May I?\n\nYes.\n\n## Must I?\n\nNo.\n\n## Who?\n\nWe.\n\n## Will I?\n\nNo.\n",
      `${headed}\n\n## Is it?\n\nYes.\n\n## May I?\n\nYes.\n\n## Must I?\n\nNo.\n\n## Who?\n\nWe.\n\n## Will I?\n\nNo.\n`,
    ],
    [
      "a few entries in the order of the alphabet, as it happens",
      "## Can I?\n\nYes.\n\n## May I?\n\nYes.\n\n## Who?\n\nWe.\n",
      `## Can I?\n\nYes.\n\n## May I?\n\nYes.\n\n## Who?\n\nWe.\n\n${headed}\n`,
    ],
    [
      "details",
      "<details>\n<summary>Why?</summary>\n\nSo.\n\n</details>\n",
      `<details>\n<summary>Why?</summary>\n\nSo.\n\n</details>\n\n<details>\n<summary>How do I mend it?</summary>\n\n${body}\n\n</details>\n`,
    ],
    ["bold questions", "**Why?**\n\nSo.\n", `**Why?**\n\nSo.\n\n**How do I mend it?**\n\n${body}\n`],
    ["bold questions of one paragraph", "**Why?**  \nSo.\n", `**Why?**  \nSo.\n\n**How do I mend it?**  \n${body}\n`],
    [
      "a numbered list",
      "1. **Why?**\n\n   So.\n",
      `1. **Why?**\n\n   So.\n\n2. **How do I mend it?**\n\n   Like *this*.\n\n   - one\n`,
    ],
    ["Q and A", "Q: Why?\nA: So.\n", `Q: Why?\nA: So.\n\nQ: How do I mend it?\nA: ${body}\n`],
    [
      "a table of contents",
      "# FAQ\n\n- [Why?](#why)\n- [Who?](#who)\n\n## Why?\n\nSo.\n\n## Who?\n\nWe.\n",
      `# FAQ\n\n- [Why?](#why)\n- [Who?](#who)\n- [How do I mend it?](#how-do-i-mend-it)\n\n## Why?\n\nSo.\n\n## Who?\n\nWe.\n\n${headed}\n`,
    ],
    [
      "a numbered table of contents in sections",
      "# FAQ\n\n* [A](#a)\n  1. [Why?](#why)\n* [B](#b)\n  1. [Who?](#who)\n\n## A\n\n### Why?\n\nSo.\n\n## B\n\n### Who?\n\nWe.\n",
      `# FAQ\n\n* [A](#a)\n  1. [Why?](#why)\n* [B](#b)\n  1. [Who?](#who)\n  1. [How do I mend it?](#how-do-i-mend-it)\n\n## A\n\n### Why?\n\nSo.\n\n## B\n\n### Who?\n\nWe.\n\n#${headed}\n`,
    ],
    [
      "a table of contents of sections alone",
      "# FAQ\n\n- [A](#a)\n- [B](#b)\n\n## A\n\n### Why?\n\nSo.\n\n## B\n\n### Who?\n\nWe.\n",
      `# FAQ\n\n- [A](#a)\n- [B](#b)\n\n## A\n\n### Why?\n\nSo.\n\n## B\n\n### Who?\n\nWe.\n\n#${headed}\n`,
    ],
  ])("%s", (_, before, after) => {
    expect(add(before)).toBe(after);
  });

  it("puts it into the section asked for, by title or anchor", () => {
    const text = "# FAQ\n\n## Set up\n\n### Why?\n\nSo.\n\n## Money\n\nSoon.\n";
    const first = `# FAQ\n\n## Set up\n\n### Why?\n\nSo.\n\n#${headed}\n\n## Money\n\nSoon.\n`;
    expect(add(text, "set up")).toBe(first);
    expect(add(text, "set-up")).toBe(first);
    expect(add(text, "Money")).toBe(`${text.trimEnd()}\n\n#${headed}\n`);
  });

  it.each([
    [
      "a section that is not there",
      "## Money\n\n### Why?\n\nSo.\n\n## Setup\n\n### Who?\n\nWe.\n",
      "Set up",
      'there is no section "Set up"; there are: "Setup", "Money"',
    ],
    ["no sections", "## Why?\n\nSo.\n", "Setup", 'there is no section "Setup": the file has no sections'],
    [
      "an open code block",
      "## Why?\n\n```\nx\n",
      undefined,
      "the file has a code block that is not closed (line 3), which would swallow the entry",
    ],
    ["an open comment", "## Why?\n\nSo.\n\n<!-- x\n\n## Who?\n\nWe.\n", undefined, ""],
  ])("refuses for %s", (_, text, section, reason) => {
    const added = addEntry(text, entry, section === undefined ? {} : { section });
    if (reason === "") expect(isRefusal(added) || added.text.startsWith("## Why?\n\nSo.\n\n## How")).toBe(true);
    else expect(added).toEqual({ refused: reason });
  });

  it("hides what it is known by, and says where it comes from", () => {
    const metadata = {
      source: { thread: 12, answer: "DC_1" },
      verified: "2026-11-26",
      aliases: ["Is it -- <broken>?"],
    };
    const source = "_From [discussion 12](https://github.com/acme/lantern/discussions/12), verified on 2026-11-26._";
    const known = { ...entry, metadata, source };
    const mark = "frontdesk:faq:thread=12&answer=DC_1&verified=2026-11-26&alias=Is+it+-%2D+%3Cbroken%3E%3F";
    const added = addEntry("## Why?\n\nSo.\n", known);
    expect(isRefusal(added) ? "" : added.text).toBe(
      `## Why?\n\nSo.\n\n## How do I mend it?\n\n<!-- ${mark} -->\n\n${body}\n\n${source}\n`,
    );
    const mdx = addEntry("## Why?\n\nSo.\n", known, { isMdx: true });
    expect(isRefusal(mdx) ? "" : mdx.text).toContain(`{/* ${mark} */}`);
  });

  it("whatever the file and the answer: all old bytes stay, the entry reads back, or the file is left alone", () => {
    const part = fc.constantFrom(
      ..."## How?|### Why?|# FAQ|**Is it?**|Q: What?\nA: That.|<details><summary>Can it?</summary>|</details>|1. **Who?**\n\n   x|- [How?](#how)|---|```|text|[a]: b|> ## In?|<!-- x -->|<!--|\t|".split(
        "|",
      ),
    );
    const lines = fc.array(part, { maxLength: 15 });
    const eol = fc.constantFrom("\n", "\n\n", "\r\n");
    fc.assert(
      fc.property(
        lines,
        eol,
        fc.constantFrom("Do it.", "Do it:\n\n```\nx\n```", "- a\n- b", "### In\n\nx"),
        (parts, end, answer) => {
          const text = parts.join(end);
          const added = addEntry(text, { question: "How do I mend it?", answer });
          if (isRefusal(added)) return;
          const rest = text.trim() === "" ? "" : text;
          expect(isSubsequence(rest, added.text)).toBe(true);
          const found = readFaq(added.text).entries.filter(({ question }) => question === "How do I mend it?");
          expect(found.map((it) => it.answer.replaceAll("\r\n", "\n").replaceAll(/^[ \t]+/gmu, ""))).toEqual([answer]);
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** Whether a text can be had from another by cutting out one or two pieces. */
function isSubsequence(text: string, longer: string): boolean {
  let at = 0;
  for (const unit of longer) if (unit === text[at]) at++;
  return at >= text.length;
}
