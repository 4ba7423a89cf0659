/** Where a shape allows a new entry; undefined where the file has to be refused. */
export interface Shape {
  readonly name: string;
  readonly text: string;
  /** A section that exists, to put an entry into. */
  readonly section?: string;
  readonly isMdx?: boolean;
  /** Words of the refusal where nothing may be added. */
  readonly refused?: string;
}

const windows = (text: string): string => text.replaceAll("\n", "\r\n");

/** FAQ files in the shapes that are found in the wild, written anew. */
export const shapes: readonly Shape[] = [
  {
    name: "questions as headings",
    text: "# FAQ\n\nAsk.\n\n## Why?\n\nSo.\n\n## Who is it?\n\nIt is us.\n\n- a\n- b\n",
  },
  { name: "questions as top headings", text: "# Why is it dark?\n\nNight.\n\n# Where is the lamp?\n\nThere.\n" },
  { name: "deep headings", text: "# FAQ\n\n#### Why is it?\n\nSo.\n\n#### What now?\n\nNothing.\n" },
  { name: "headings with closing marks", text: "# FAQ #\n\n## Why? ##\n\nSo.\n\n## Where? ##\n\nThere.\n" },
  { name: "underlined headings", text: "FAQ\n===\n\nWhy?\n----\n\nSo.\n\nWhere?\n------\n\nThere.\n" },
  {
    name: "sections",
    text: "# FAQ\n\n## Setup\n\n### Why?\n\nSo.\n\n## Money\n\n### What does it cost?\n\nNothing.\n\n### Who pays?\n\nWe.\n",
    section: "Setup",
  },
  {
    name: "a section without entries",
    text: "# FAQ\n\n## Setup\n\n### Why?\n\nSo.\n\n## Money\n\nSoon.\n\n\n## More\n\n### Who?\n\nWe.\n",
    section: "money",
  },
  {
    name: "a general section",
    text: "# FAQ\n\n## General\n\n### Why?\n\nSo.\n\n## Money\n\n### What does it cost?\n\nNothing.\n",
  },
  {
    name: "details",
    text: "# FAQ\n\n<details>\n<summary>Why?</summary>\n\nSo.\n\n</details>\n\n<details>\n<summary><b>Who</b> is it?</summary>\n\nWe.\n\n</details>\n",
  },
  {
    name: "details on one line",
    text: "<details><summary>Why?</summary>So.</details>\n<details><summary>Who?</summary>We.</details>\n",
  },
  {
    name: "details in sections, with headings as summaries",
    text: "# FAQ\n\n## A\n\n<details id='why'>\n  <summary><h3>Why?</h3></summary>\n\n  So.\n\n</details>\n\n## B\n\n<details open>\n  <summary><h3>Who?</h3></summary>\n\n  We.\n\n</details>\n",
    section: "A",
  },
  { name: "bold questions", text: "# FAQ\n\n**Why?**\n\nSo.\n\nAnd so.\n\n**Who?**\n\nWe.\n" },
  { name: "bold questions in one paragraph", text: "**Why?**  \nSo.\n\n**Who?**\nWe.\n" },
  { name: "bold questions with marks", text: "**Q: Why?**\n\nA: So.\n\n**Q: Who?**\n\nA: We.\n" },
  {
    name: "a numbered list",
    text: "# FAQ\n\n1. **Why?**\n\n   So.\n\n2. **Who?**\n\n   We.\n\n   ```\n   code\n   ```\n",
  },
  { name: "a tight numbered list", text: "1. **Why?** So.\n2. **Who?** We.\n3. **Where is it?** There.\n" },
  { name: "a numbered list of plain questions", text: "1) Why?\n\n   So.\n\n2) Who?\n\n   We.\n" },
  { name: "a list of bullets", text: "- **Why?**\n\n  So.\n\n- **Who?**\n\n  We.\n" },
  { name: "Q and A", text: "# FAQ\n\nQ: Why?\nA: So.\n\nQ: Who?\nA: We.\n" },
  { name: "Q and A with numbers", text: "Q1. Why?\n\nA1. So.\n\nQ2. Who?\n\nA2. We.\n" },
  { name: "definitions", text: "Why?\n: So.\n\nWho?\n: We.\n" },
  { name: "Windows line ends", text: windows("# FAQ\n\n- [Why?](#why)\n\n## Why?\n\nSo.\n\n```sh\nx\n```\n") },
  { name: "line ends of both kinds", text: "# FAQ\r\n\r\n## Why?\r\n\r\nSo.\r\n\n## Who?\n\nWe.\n" },
  { name: "a byte order mark", text: "\uFEFF# FAQ\n\n## Why?\n\nSo.\n" },
  { name: "a byte order mark before the first question", text: "\uFEFF## Why?\n\nSo.\n" },
  { name: "no line end at the end", text: "# FAQ\n\n## Why?\n\nSo." },
  { name: "blank lines and blanks at the end", text: "# FAQ  \n\n## Why?  \n\nSo.  \n  \n\n\n" },
  { name: "tabs", text: "# FAQ\n\n## Why?\n\n\tcode\n\n-\tone\n\n\tmore\n\n## Who?\n\n1.\tWe.\n" },
  { name: "front matter", text: "---\ntitle: FAQ\naliases: [help]\n---\n\n## Why?\n\nSo.\n" },
  { name: "front matter of the other kind", text: "+++\ntitle = 'FAQ'\n+++\n\n## Why?\n\nSo.\n" },
  {
    name: "a table of contents",
    text: "# FAQ\n\n- [Why?](#why)\n- [Who?](#who)\n\n## Why?\n\nSo.\n\n## Who?\n\nWe.\n",
  },
  {
    name: "a numbered table of contents",
    text: "# FAQ\n\n1. [Why?](#why)\n2. [Who?](#who)\n\n## Why?\n\nSo.\n\n## Who?\n\nWe.\n",
  },
  {
    name: "a table of contents in sections, set in by tabs",
    text: "# FAQ\n\n* [A](#a)\n\t* [Why?](#why)\n* [B](#b)\n\t* [Who?](#who)\n\n## A\n\n### Why?\n\nSo.\n\n## B\n\n### Who?\n\nWe.\n",
    section: "A",
  },
  {
    name: "a table of contents with pictures",
    text: "# FAQ\n\n- 💡 [Why?](#why)\n- 🔦 **[Who?](#who)**\n\n## Why?\n\nSo.\n\n## Who?\n\nWe.\n",
  },
  {
    name: "a table of contents of sections alone",
    text: "# FAQ\n\n- [A](#a)\n- [B](#b)\n\n## A\n\n### Why?\n\nSo.\n\n## B\n\n### Who?\n\nWe.\n",
  },
  {
    name: "a table of contents at the end, without a line end",
    text: "## Why?\n\nSo.\n\n## Who?\n\nWe.\n\n---\n\n- [Why?](#why)\n- [Who?](#who)",
  },
  {
    name: "MDX",
    text: 'import { Tabs } from "./tabs";\n\n# FAQ\n\n## Why?\n\n<Tabs items={["a"]}>\n\nSo.\n\n</Tabs>\n\n## Who?\n\n{/* us */}\n\nWe.\n',
    isMdx: true,
  },
  {
    name: "by the alphabet",
    text: "## Can I?\n\nYes.\n\n## May I?\n\nYes.\n\n## Must I?\n\nNo.\n\n## Who?\n\nWe.\n\n## Will I?\n\nNo.\n",
  },
  {
    name: "by the alphabet, all later, with a table of contents",
    text: "# FAQ\n\n- [Is it?](#is-it)\n- [May I?](#may-i)\n- [Must I?](#must-i)\n- [Who?](#who)\n- [Will I?](#will-i)\n\n## Is it?\n\nYes.\n\n## May I?\n\nYes.\n\n## Must I?\n\nNo.\n\n## Who?\n\nWe.\n\n## Will I?\n\nNo.\n",
  },
  {
    name: "lines across between entries",
    text: "# FAQ\n\n## Why?\n\nSo.\n\n---\n\n## Who?\n\nWe.\n\n---\n\nContact us.\n",
  },
  {
    name: "lines across, by the alphabet, all later",
    text: "# FAQ\n\n## Is it?\n\nYes.\n\n***\n\n## May I?\n\nYes.\n\n***\n\n## Must I?\n\nNo.\n\n***\n\n## Who?\n\nWe.\n\n***\n\n## Will I?\n\nNo.\n",
  },
  {
    name: "anchors of HTML",
    text: '# FAQ\n\n<a name="why"></a>\n\n## Why?\n\nSo. [Up](#top)\n\n<a name="who"></a>\n\n**Who?**\n\nWe.\n',
  },
  {
    name: "questions that are there twice",
    text: "# FAQ\n\n## Why?\n\nSo.\n\n## Why?\n\nOr so.\n\n## How do I mend it?\n\nx\n",
  },
  { name: "comments", text: "# FAQ\n\n<!-- keep sorted -->\n\n## Why?\n\nSo.\n\n<!-- end -->\n" },
  { name: "definitions of links at the end", text: "# FAQ\n\n## Why?\n\n[So][a][^1].\n\n[a]: /b\n[^1]: Note.\n" },
  { name: "headings that ask nothing", text: "# Help\n\nSome.\n\n## Contact\n\nBy pigeon.\n\n## Licence\n\nFree.\n" },
  {
    name: "topics in sections",
    text: "# Troubleshooting\n\n## The lamp\n\n### It is dark\n\nPress.\n\n## The cord\n\n### It is short\n\nBuy.\n",
    section: "The lamp",
  },
  { name: "numbers in the headings", text: "# FAQ\n\n## 1. Why?\n\nSo.\n\n## 2. Who?\n\nWe.\n" },
  { name: "another language", text: "# よくある質問\n\n## 如何安装？\n\n运行。\n\n## ¿Es gratis?\n\nSí.\n" },
  {
    name: "answers with headings, tables and quotes",
    text: "# FAQ\n\n## Why?\n\n### On Linux\n\n| a |\n| - |\n| b |\n\n> x\n\n## Who?\n\nWe.\n",
  },
  { name: "headings in HTML", text: '# FAQ\n\n<h3 id="why">\nWhy?\n</h3>\n\nSo.\n\n<h3 id="who">Who?</h3>\n\nWe.\n' },
  { name: "headings in quotes", text: "# FAQ\n\n> ### Why?\n\nSo.\n\n> ### Who?\n\nWe.\n" },
  { name: "questions in quotes", text: "# FAQ\n\n> Q: Why?\n\nSo.\n\n> Q: Who is it\n\nWe.\n" },
  { name: "headings in a list", text: "# FAQ\n\n1. ### Why?\n\n   So.\n\n2. ### Who?\n\n   We.\n" },
  {
    name: "headings that name problems",
    text: "# FAQ\n\n## The lamp\n\n### It is dark\n\nPress.\n\n### It is hot\n\nWait.\n\n## Contact\n\nBy pigeon.\n",
  },
  {
    name: "questions of another language without a mark",
    text: "# 常见问题\n\n## 如何安装\n\n运行。\n\n## 怎么停止\n\n按键。\n",
  },
  { name: "ids behind headings", text: "# FAQ\n\n- [Why?](#a)\n\n## Why? {#a}\n\nSo.\n\n## Who? {#b}\n\nWe.\n" },
  { name: "answers behind bold questions", text: "# FAQ\n\n**Why?** So.\n\n**Who?** We.\n\nAnd they.\n" },
  { name: "questions in italics", text: "# FAQ\n\n*Why?*\n\nSo.\n\n_Who?_\nWe.\n" },
  { name: "signs in full width", text: "# 常见问题\n\nQ：怎么安装？\n\nA：运行脚本。\n\n问：怎么停止\n\n答：按键。\n" },
  { name: "bullets with Q and A", text: "# FAQ\n\n* **Q** Why?\n\n  **A** So.\n\n* **Q** Who?\n\n  **A** We.\n" },
  { name: "bullets with lists in them", text: "# FAQ\n\n- Why?\n  - So.\n- Who is it?\n  - We.\n  - They.\n" },
  {
    name: "numbers with code at the first column",
    text: "# FAQ\n\n1. **Why?**\n\n```sh\nx\n```\n\n2. **Who?**\n\n```sh\ny\n```\n",
  },
  {
    name: "questions over two lines",
    text: "**Q**. Why is it dark, and\nwhere is the lamp?\n\n**A**. There.\n\n**Q**. Who, and\nwhen?\n\n**A**. We.\n",
  },
  {
    name: "details in details",
    text: "# FAQ\n\n<details>\n<summary>Lamps</summary>\n\n<details>\n<summary>Why?</summary>\n\nSo.\n\n</details>\n\n<details>\n<summary>Who?</summary>\n\nWe.\n\n</details>\n\n</details>\n",
  },
  {
    name: "containers of VitePress",
    text: "# FAQ\n\n::: details Why?\nSo.\n:::\n\n::: details Who is it? {open}\nWe.\n:::\n",
  },
  { name: "dropdowns of MyST", text: "# FAQ\n\n:::{dropdown} Why?\nSo.\n:::\n\n:::{dropdown} Who is it?\nWe.\n:::\n" },
  {
    name: "admonitions of MkDocs",
    text: '# FAQ\n\n??? question "Why?"\n\n    So.\n\n    And so.\n\n??? question "Who?"\n    We.\n',
  },
  {
    name: "shortcodes of Hugo",
    text: '# FAQ\n\n{{< details "Why?" >}}\nSo.\n{{< /details >}}\n\n{{< details title="Who?" open=true >}}\nWe.\n{{< /details >}}\n',
  },
  {
    name: "components of MDX",
    text: '# FAQ\n\n<AccordionGroup>\n  <Accordion title="Why?">\n    So.\n  </Accordion>\n\n  <Accordion title="Who is it?">\n    We.\n  </Accordion>\n</AccordionGroup>\n',
    isMdx: true,
  },
  { name: "only a title", text: "# FAQ\n" },
  { name: "a title and a word of welcome", text: "# FAQ\n\nHello.  \n" },
  { name: "words without a title", text: "Ask us anything." },
  {
    name: "code left open in an item",
    text: "# FAQ\n\n## Why?\n\n1. So:\n\n   ```sh\n   x\n\n## Who?\n\n- We:\n\n  ```\n  y\n",
  },
  {
    name: "code left open in the last item, with blank lines behind",
    text: "# FAQ\n\n1. **Why?**\n\n   So.\n\n2. **Who?**\n\n   ```\n   y\n\n\n",
  },
  { name: "code left open in a quote", text: "# FAQ\n\n## Why?\n\n> ```\n> x\n\n## Who?\n\n> ~~~\n> y\n" },
  {
    name: "a wrapper, an include and a footer",
    text: '# FAQ\n\n<div align="center">\n\n## Why?\n\nSo.\n\n## Who?\n\nWe.\n\n</div>\n\n{% include footer.html %}\n\n---\n\nStill stuck? Ask.\n',
  },
  {
    name: "components around sections",
    text: "# FAQ\n\n## A\n\n<Box>\n\n### Why?\n\nSo.\n\n</Box>\n\n## B\n\n<Box>\n\n### Who?\n\nWe.\n</Box>\n",
    section: "A",
    isMdx: true,
  },
  {
    name: "blocks of other tools",
    text: "# FAQ\n\n<!-- START doctoc -->\n- [Why?](#why)\n- [Who?](#who)\n<!-- END doctoc -->\n\n## Why?\n\nSo.\n\n## Who?\n\nWe.\n\n<!-- LIST:START -->\n| a |\n| - |\n<!-- LIST:END -->\n",
  },
  {
    name: "a way to the top behind each answer",
    text: "# FAQ\n\n## Why?\n\nSo.\n\n[Top](#faq)\n\n## Who?\n\nWe.\n\n[Top](#faq)\n",
  },
  {
    name: "anchors of their own, in two tables of contents",
    text: '# FAQ\n\n[Why?](#w1) | [Who?](#w2)\n\n<details>\n<summary>All</summary>\n\n1. [Why?](#w1)\n2. [Who?](#w2)\n\n</details>\n\n<a id="w1"></a>\n\n**Why?**\n\nSo.\n\n<a id="w2"></a>\n\n**Who?**\n\nWe.\n',
  },
  { name: "Q and A in headings", text: "# FAQ\n\n### Q1: Why?\n\nA1: So.\n\n### Q2: Who?\n\nA2: We.\n" },
  { name: "carriage returns alone", text: "# FAQ\r\r## Why?\r\rSo.\r\r## Who?\r\rWe.\r" },
  { name: "an open code block", text: "## Why?\n\n```\nx\n", refused: "a code block that is not closed (line 3)" },
  { name: "an open comment", text: "# FAQ\n\n<!-- x\n", refused: "a comment that is not closed" },
  {
    name: "open details",
    text: "<details>\n<summary>Why?</summary>\n\nSo.\n",
    refused: "a <details> that is not closed",
  },
];
