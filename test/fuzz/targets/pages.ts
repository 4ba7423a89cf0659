import assert from "node:assert/strict";
import type { Section } from "../../../src/core/knowledge.ts";
import { splitFaq } from "../../../src/faq-file/split-faq.ts";
import { maxSectionLength, splitSections } from "../../../src/text/split-sections.ts";
import { plainTarget } from "../target.ts";
import { markdownOf, markdownWords } from "./markdown-pieces.ts";

const oracle = "sections have lines of the page in rising order, titles, anchors that differ, and well-formed text";

function mustBeSections(sections: readonly Section[], input: string): void {
  const lines = input.split(/\r\n|\r|\n/u).length;
  let last = 1;
  for (const { line, title, headings, text, code, links } of sections) {
    assert.ok(line >= last && line <= lines, `line ${line} behind ${last} of ${lines}`);
    last = line;
    assert.ok(headings.length > 0 && title.trim() === title, "a section has a title");
    assert.ok(text.length <= maxSectionLength && code.length <= maxSectionLength, "a section has a bound");
    for (const link of links) assert.ok(!/^(?:javascript|data|vbscript):/iu.test(link), `leads to ${link}`);
  }
}

/** By path, since Markdown and MDX have grammars of their own. */
const cut = (path: string) => (input: string) => {
  const sections = splitSections(path, input);
  mustBeSections(sections, input);
  const anchors = sections.map(({ anchor }) => anchor).filter((it) => it !== "");
  assert.equal(new Set(anchors).size, anchors.length, "an anchor leads to one section");
  mustBeSections(splitFaq(path.replace("page", "faq"), input), input);
};

const shared = { oracle, words: markdownWords, inputs: markdownOf(markdownWords), maxLength: 60_000, boundMs: 3_000 };

export const markdownPages = plainTarget({ name: "markdown-pages", ...shared, check: cut("docs/page.md") });

export const mdxPages = plainTarget({ name: "mdx-pages", ...shared, check: cut("docs/page.mdx") });
