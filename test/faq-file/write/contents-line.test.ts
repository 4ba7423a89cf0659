import { describe, expect, it } from "vitest";
import { isRefusal, type Refusal } from "../../../src/core/faq-editor.ts";
import { addEntry } from "../../../src/faq-file/edit/add-entry.ts";
import { readFaq } from "../../../src/faq-file/read-faq.ts";
import { removeEntry } from "../../../src/faq-file/remove-entry.ts";

const question = "How do I rotate logs?";

const textOf = (it: { readonly text: string } | Refusal): string =>
  isRefusal(it) ? `refused: ${it.refused}` : it.text;

const add = (text: string, section?: string): string =>
  textOf(addEntry(text, { question, answer: "Set `max_size`." }, section === undefined ? {} : { section }));

const answers = "## How do I install it?\n\nRun it.\n\n## How do I stop it?\n\nPress.\n";

const added = `\n## ${question}\n\nSet \`max_size\`.\n`;

describe("a table of contents", () => {
  it.each([
    [
      "a list",
      "- [How do I install it?](#how-do-i-install-it)\n- [How do I stop it?](#how-do-i-stop-it)\n",
      `- [${question}](#how-do-i-rotate-logs)\n`,
    ],
    [
      "lines with breaks",
      "[How do I install it?](#how-do-i-install-it)  \n[How do I stop it?](#how-do-i-stop-it)\n",
      `[${question}](#how-do-i-rotate-logs)\n`,
    ],
    [
      "lines of HTML",
      '<ul>\n  <li><a href="#how-do-i-install-it">How do I install it?</a></li>\n  <li><a href="#how-do-i-stop-it">How do I stop it?</a></li>\n',
      `  <li><a href="#how-do-i-rotate-logs">${question}</a></li>\n`,
      "</ul>\n",
    ],
    [
      "a table",
      "| Question |\n| --- |\n| [How do I install it?](#how-do-i-install-it) |\n| [How do I stop it?](#how-do-i-stop-it) |\n",
      `| [${question}](#how-do-i-rotate-logs) |\n`,
    ],
    [
      "a table with numbers",
      "| No. | Question |\n| --- | --- |\n| 1 | [How do I install it?](#how-do-i-install-it) |\n| 2 | [How do I stop it?](#how-do-i-stop-it) |\n",
      `| 3 | [${question}](#how-do-i-rotate-logs) |\n`,
    ],
    [
      "a list that is folded away",
      "<details>\n<summary>Table of contents</summary>\n\n- [How do I install it?](#how-do-i-install-it)\n- [How do I stop it?](#how-do-i-stop-it)\n",
      `- [${question}](#how-do-i-rotate-logs)\n`,
      "\n</details>\n",
    ],
    [
      "a list under a heading of its own",
      "## Table of contents\n\n- [How do I install it?](#how-do-i-install-it)\n- [How do I stop it?](#how-do-i-stop-it)\n",
      `- [${question}](#how-do-i-rotate-logs)\n`,
    ],
    [
      "fragments that lead nowhere",
      "- [How do I install it?](#install)\n- [How do I stop it?](#stop)\n",
      `- [${question}](#how-do-i-rotate-logs)\n`,
    ],
  ])("that is %s gets a line of its kind, which goes with the entry", (_, table, line, rest = "") => {
    const text = `# FAQ\n\n${table}${rest}\n${answers}`;
    // A line of a paragraph with a break behind all but the last one gets none.
    expect(add(text)).toBe(`# FAQ\n\n${table}${line}${rest}\n${answers}${added}`);
    expect(textOf(removeEntry(add(text), { question }))).toBe(text);
  });

  it("of several links in a line gets one more", () => {
    const text = `# FAQ\n\n[How do I install it?](#how-do-i-install-it) | [How do I stop it?](#how-do-i-stop-it)\n\n${answers}`;
    expect(add(text)).toContain(`[How do I stop it?](#how-do-i-stop-it) | [${question}](#how-do-i-rotate-logs)\n\n`);
    expect(textOf(removeEntry(add(text), { question }))).toBe(text);
  });

  it("for each section gets its line where the entry is", () => {
    const text =
      "# FAQ\n\n**Setup**\n\n- [Why?](#why)\n\n**Money**\n\n- [Who pays?](#who-pays)\n- [What for?](#what-for)\n\n## Setup\n\n### Why?\n\nSo.\n\n## Money\n\n### Who pays?\n\nWe.\n\n### What for?\n\nIt.\n";
    expect(add(text)).toContain(`- [What for?](#what-for)\n- [${question}](#how-do-i-rotate-logs)\n\n## Setup`);
    expect(add(text, "Setup")).toContain(`- [Why?](#why)\n- [${question}](#how-do-i-rotate-logs)\n\n**Money**`);
  });

  it("beside a shorter one of popular questions is the one that gets the line", () => {
    const text = `# FAQ\n\n[How do I stop it?](#how-do-i-stop-it)\n\n- [How do I install it?](#how-do-i-install-it)\n- [How do I stop it?](#how-do-i-stop-it)\n\n${answers}`;
    expect(add(text)).toContain(`- [How do I stop it?](#how-do-i-stop-it)\n- [${question}](#how-do-i-rotate-logs)\n`);
  });

  it("may say a few words more in its lines, and have two links in some", () => {
    const table = "- [Why?](#why), [Whence?](#whence)\n- [Who?](#who) (that is, which person or other being it is)\n";
    const text = `# FAQ\n\n**Which questions?**\n\n${table}\n## Why?\n\nSo.\n\n## Whence?\n\nThence.\n\n## Who?\n\nWe.\n`;
    expect(add(text)).toContain(`being it is)\n- [${question}](#how-do-i-rotate-logs)\n\n## Why?`);
  });

  it("whose lines have numbers counts on, and keeps its numbers when a line goes", () => {
    const text = "# FAQ\n\n1. [Why?](#1-why)\n2. [Who?](#2-who)\n\n## 1. Why?\n\nSo.\n\n## 2. Who?\n\nWe.\n";
    expect(add(text)).toContain(`2. [Who?](#2-who)\n3. [${question}](#3-how-do-i-rotate-logs)\n`);
    expect(textOf(removeEntry(text, { question: "Why?" }))).toBe("# FAQ\n\n2. [Who?](#2-who)\n\n## 2. Who?\n\nWe.\n");
  });

  it("with the numbers of the headings in its words counts them on", () => {
    const text = "# FAQ\n\n- [1. Why?](#1-why)\n- [2. Who?](#2-who)\n\n## 1. Why?\n\nSo.\n\n## 2. Who?\n\nWe.\n";
    expect(add(text)).toContain(`- [2. Who?](#2-who)\n- [3. ${question}](#3-how-do-i-rotate-logs)\n`);
  });

  it("is nobody's answer", () => {
    const text = `# FAQ\n\n## Which questions are there?\n\n- [How do I install it?](#how-do-i-install-it)\n- [How do I stop it?](#how-do-i-stop-it)\n\n${answers}`;
    expect(readFaq(text).entries.map((it) => it.question)).toEqual(["How do I install it?", "How do I stop it?"]);
  });

  it("is none where an answer mentions other entries", () => {
    const text = `# FAQ\n\nSee [How do I stop it?](#how-do-i-stop-it) first, which most people want to know.\n\n${answers}`;
    expect(add(text)).toBe(`${text}${added}`);
  });
});

describe("anchors that people gave their entries", () => {
  const toc = "- [How do I install it?](#install)\n- [How do I stop it?](#stop)\n";
  const install = "## How do I install it?\n\nRun it.\n";

  it.each([
    ["above", '<a name="stop"></a>\n## How do I stop it?', '<a name="install"></a>\n'],
    ["above, apart", '<a id="stop"></a>\n\n## How do I stop it?', '<a id="install"></a>\n\n'],
    ["of a span", '<span id="stop"></span>\n\n## How do I stop it?', '<span id="install"></span>\n\n'],
    ["in the heading", '## <a id="stop"></a>How do I stop it?', ""],
    ["of two kinds", '<a name="halt"></a>\n<a name="stop"></a>\n## How do I stop it?', '<a name="install"></a>\n'],
  ])("%s are what the lines lead to, and go with the entry", (_, stop, above) => {
    const before = `# FAQ\n\n${toc}\n${above}${install}`;
    const text = `${before}\n${stop}\n\nPress.\n`;
    expect(add(text)).toBe(text.replace(toc, `${toc}- [${question}](#how-do-i-rotate-logs)\n`) + added);
    const left = before.replace("- [How do I stop it?](#stop)\n", "");
    expect(textOf(removeEntry(text, { question: "How do I stop it?" }))).toBe(left);
    expect(textOf(removeEntry(text, { anchor: "stop" }))).toBe(left);
  });

  it("are made for a new entry where its file has no others", () => {
    const text = `# FAQ\n\n${toc}\n<a id="install"></a>\n\n**How do I install it?**\n\nRun it.\n\n<a id="stop"></a>\n\n**How do I stop it?**\n\nPress.\n`;
    const now = add(text);
    expect(now).toContain(`${toc}- [${question}](#how-do-i-rotate-logs)\n`);
    expect(now).toContain(`Press.\n\n<a id="how-do-i-rotate-logs"></a>\n\n**${question}**\n\nSet \`max_size\`.\n`);
    expect(textOf(removeEntry(now, { question }))).toBe(text);
  });

  it("with numbers count on, on the line of the question as well", () => {
    const text =
      '# FAQ\n\n- [Why?](#faq1)\n- [Who?](#faq2)\n\n<a name="faq1"></a>\n**(1) Why?**\n\nSo.\n\n<a name="faq2"></a>\n**(2) Who?**\n\nWe.\n';
    expect(add(text)).toContain(`- [Who?](#faq2)\n- [${question}](#faq3)\n`);
    expect(add(text)).toContain(`We.\n\n<a name="faq3"></a>\n**(3) ${question}**\n`);
  });

  it("of the next section stay with it", () => {
    const text =
      '# FAQ\n\n## Setup\n\n### Why?\n\nSo.\n\n## Money\n\nSoon.\n\n<a id="more"></a>\n\n## More\n\n### Who?\n\nWe.\n';
    expect(add(text, "Money")).toContain(`Soon.\n\n#${added.slice(1)}\n<a id="more"></a>\n\n## More`);
  });
});
