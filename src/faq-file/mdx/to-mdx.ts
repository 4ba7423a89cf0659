import { parseMarkdown } from "../../text/parse-markdown.ts";
import type { Refusal } from "../refusal.ts";
import { formulasAsCode, keepFormulas } from "./formulas.ts";
import { htmlToJsx } from "./html-to-jsx.ts";
import { isPlainMdx } from "./is-plain-mdx.ts";
import { keepAddresses } from "./plain-addresses.ts";
import { writeAnew } from "./write-anew.ts";

/**
 * GitHub's Markdown, with harmless HTML alone in it (see `rehome`), as MDX that says the same. In MDX, braces hold
 * programs, `import` and `export` at the start of a line do as well, `<` opens an element, indented code is none, and
 * there are no `<https://…>` and no comments: https://mdxjs.com/docs/what-is-mdx/#markdown. Written anew from the tree,
 * and read again as MDX: it holds text, Markdown and elements of HTML, and nothing that runs.
 */
export function toMdx(markdown: string): string | Refusal {
  const tree = parseMarkdown(formulasAsCode(markdown));
  htmlToJsx(tree);
  keepFormulas(tree);
  keepAddresses(tree);
  const text = writeAnew(tree);
  return isPlainMdx(text) ? text : { refused: "the answer cannot be written as MDX that holds nothing but text" };
}
