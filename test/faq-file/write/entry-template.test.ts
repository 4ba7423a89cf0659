import { describe, expect, it } from "vitest";
import { isRefusal } from "../../../src/core/faq-editor.ts";
import { addEntry } from "../../../src/faq-file/edit/add-entry.ts";

const question = "How do I rotate logs?";

const add = (text: string, entry: { readonly question?: string; readonly answer?: string } = {}): string => {
  const added = addEntry(text, { question, answer: "Set `max_size`.", ...entry });
  return isRefusal(added) ? `refused: ${added.refused}` : added.text;
};

/** How a file writes its entries, `n` being their numbers. */
const styles: readonly (readonly [string, (n: number, question: string, answer: string) => string])[] = [
  ["bold Q and A in one paragraph", (_, asked, answer) => `**Q: ${asked}**  \nA: ${answer}\n\n`],
  ["Q and A, of which the letter is bold", (_, asked, answer) => `**Q:** ${asked}\n\n**A:** ${answer}\n\n`],
  ["Q and A, bold, with a full stop behind", (_, asked, answer) => `**Q**. ${asked}\n\n**A**. ${answer}\n\n`],
  ["Q and A in headings", (_, asked, answer) => `### Q: ${asked}\n\nA: ${answer}\n\n`],
  ["Q and a bold A in headings", (_, asked, answer) => `### Q: ${asked}\n\n**A:** ${answer}\n\n`],
  ["Q and A in lines", (_, asked, answer) => `Q: ${asked}\n\nA: ${answer}\n\n`],
  ["Q and A in lines of one paragraph", (_, asked, answer) => `Q: ${asked}\nA: ${answer}\n\n`],
  ["Q and A with numbers", (n, asked, answer) => `Q${n}. ${asked}\n\nA${n}. ${answer}\n\n`],
  ["definitions", (_, asked, answer) => `${asked}\n: ${answer}\n\n`],
  ["numbered Q in headings", (n, asked, answer) => `### Q${n}. ${asked}\n\n${answer}\n\n`],
  ["numbers in headings", (n, asked, answer) => `### ${n}. ${asked}\n\n${answer}\n\n`],
  [
    "numbers of two digits in headings",
    (n, asked, answer) => `## ${String(n).padStart(2, "0")}. ${asked}\n\n${answer}\n\n`,
  ],
  ["numbers within a section in headings", (n, asked, answer) => `### 2.${n}. ${asked}\n\n${answer}\n\n`],
  ["numbers in bold lines", (n, asked, answer) => `**${n}. ${asked}**\n\n${answer}\n\n`],
  ["a list with parentheses", (n, asked, answer) => `${n}) **${asked}**\n\n   ${answer}\n\n`],
  ["a list with plain questions", (n, asked, answer) => `${n}. ${asked}\n\n   ${answer}\n\n`],
  ["a list set in by four columns", (n, asked, answer) => `${n}. **${asked}**\n\n    ${answer}\n\n`],
  ["a tight list", (n, asked, answer) => `${n}. **${asked}** ${answer}\n`],
  ["a tight list with a break", (n, asked, answer) => `${n}. **${asked}**  \n   ${answer}\n`],
  ["bullets", (_, asked, answer) => `* **${asked}**\n\n  ${answer}\n\n`],
  ["bold headings", (_, asked, answer) => `### **${asked}**\n\n${answer}\n\n`],
  ["headings with a picture", (_, asked, answer) => `### ❓ ${asked}\n\n${answer}\n\n`],
  ["headings with closing marks", (_, asked, answer) => `## ${asked} ##\n\n${answer}\n\n`],
  ["headings right above their answers", (_, asked, answer) => `## ${asked}\n${answer}\n\n`],
  ["underlined headings", (_, asked, answer) => `${asked}\n${"-".repeat(asked.length)}\n\n${answer}\n\n`],
  ["two blank lines between entries", (_, asked, answer) => `## ${asked}\n\n${answer}\n\n\n`],
  ["lines across between entries", (_, asked, answer) => `## ${asked}\n\n${answer}\n\n---\n\n`],
  [
    "details with emphasis",
    (_, asked, answer) => `<details>\n  <summary><b>${asked}</b></summary>\n\n${answer}\n\n</details>\n\n`,
  ],
];

describe.each(styles)("in a file with %s", (name, write) => {
  const text = (...entries: readonly (readonly [string, string])[]): string =>
    `# FAQ\n\n${entries.map(([asked, answer], i) => write(i + 1, asked, answer)).join("")}`.replace(
      /(?:\n+---)?\n+$/u,
      "\n",
    );
  const old = [
    ["How do I install it?", "Run it."],
    ["How do I stop it?", "Press."],
  ] as const;

  it("a new entry is written like its neighbours", () => {
    expect(add(text(...old))).toBe(text(...old, [question, "Set `max_size`."]));
  });

  it("an answer that is no paragraph stands below, and reads as one entry", () => {
    // Without a paragraph there is nothing to put the colon of a definition before.
    if (name === "definitions") return;
    expect(add(text(...old), { answer: "- one\n- two" })).toContain(question);
  });
});

describe("numbers", () => {
  it("go on over the ends of sections where they do", () => {
    const text = "# FAQ\n\n## A\n\n### 1. Why?\n\nSo.\n\n### 2. Who?\n\nWe.\n\n## B\n\n### 3. What for?\n\nIt.\n";
    expect(add(text)).toBe(`${text}\n### 4. ${question}\n\nSet \`max_size\`.\n`);
  });

  it("of a list that counts by ones stay one", () => {
    const text = "1. **Why?** So.\n1. **Who?** We.\n";
    expect(add(text)).toBe(`${text}1. **${question}** Set \`max_size\`.\n`);
  });

  it("in brackets and of other languages go on", () => {
    const text = "**(19) Why?**\n\nSo.\n\n**(20) Who?**\n\nWe.\n";
    expect(add(text)).toBe(`${text}\n**(21) ${question}**\n\nSet \`max_size\`.\n`);
    const chinese = "### 1、如何安装？\n\n运行。\n\n### 2、如何停止？\n\n按。\n";
    expect(add(chinese)).toBe(`${chinese}\n### 3、${question}\n\nSet \`max_size\`.\n`);
  });
});

it("a component stands in by as much as its neighbours do, and its answer is no code", () => {
  const file = (tag: string, title: string, inside: string) =>
    `# FAQ\n\n<${tag}s>\n  <${tag} ${title}="Why?">\n    So.\n  </${tag}>\n${inside}</${tag}s>\n`;
  const added = (tag: string, title: string, columns: string) =>
    `\n  <${tag} ${title}="${question}">\n\n${columns}Set \`max_size\`.\n\n  </${tag}>\n`;
  expect(add(file("a-collapse-panel", "header", ""))).toBe(
    file("a-collapse-panel", "header", added("a-collapse-panel", "header", "   ")),
  );
  const mdx = addEntry(file("Accordion", "title", ""), { question, answer: "Set `max_size`." }, { isMdx: true });
  expect(mdx).toMatchObject({ text: file("Accordion", "title", added("Accordion", "title", "    ")) });
});

it("an answer that cannot stand as its neighbours do stands below, in a file of bullets in bullets", () => {
  const text = "- Why?\n  - So.\n- Who?\n  - We.\n";
  expect(add(text)).toBe(`${text}- ${question}\n\n  Set \`max_size\`.\n`);
});

describe("a question", () => {
  it.each([
    ["Why is `max_size` ignored in C++ and C#?", "Why is `max_size` ignored in C++ and C#?"],
    ["Does it cost $5 (or 5%) - really?", "Does it cost $5 (or 5%) - really?"],
    ["Is a_b_c + d = e & f fine?", "Is a_b_c + d = e & f fine?"],
    ["Why *this* and _that_?", "Why \\*this\\* and \\_that\\_?"],
    ["What is <Box> for?", "What is \\<Box\\> for?"],
    ["Is `<Box>` one?", "Is `<Box>` one?"],
    ["What is [this](there)?", "What is \\[this\\]\\(there\\)?"],
    ["Why &lt; here?", "Why \\&lt; here?"],
  ])("%s is escaped as little as serves", (asked, written) => {
    expect(add("# FAQ\n\n## Why?\n\nSo.\n", { question: asked })).toContain(`\n## ${written}\n`);
  });

  it("mentions nobody, and refers to nothing", () => {
    const text = add("# FAQ\n\n## Why?\n\nSo.\n", { question: "Who is @octocat in #12?" });
    expect(text).not.toMatch(/@octocat|#12/u);
  });

  it("keeps its code in a summary", () => {
    const text = "<details>\n<summary>Why?</summary>\n\nSo.\n\n</details>\n";
    expect(add(text, { question: "Is `a<b` code?" })).toContain("<summary>Is <code>a&lt;b</code> code?</summary>");
  });
});
