import type { Node } from "mdast";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import { unified } from "unified";
import type { Refusal } from "../../core/faq-editor.ts";
import { isSafeAttribute, isSafeElement } from "../relocate/safe-html.ts";
import { formulasAsCode, keepFormulas } from "./formulas.ts";
import { htmlToJsx } from "./html-to-jsx.ts";
import { keepAddresses } from "./plain-addresses.ts";
import { serialize } from "./serialize.ts";
import { gfm } from "../../text/gfm.ts";
import { parseMarkdown } from "../../text/parse-markdown.ts";
import { childrenOf } from "../../text/plain-text.ts";

/**
 * GitHub's Markdown, with harmless HTML alone in it (see `relocate`), as MDX that says the same. In MDX, braces hold
 * programs, `import` and `export` at the start of a line do as well, `<` opens an element, indented code is none, and
 * there are no `<https://…>` and no comments: https://mdxjs.com/docs/what-is-mdx/#markdown. Written anew from the tree,
 * and read again as MDX: it holds text, Markdown and elements of HTML, and nothing that runs.
 */
export function toMdx(markdown: string): string | Refusal {
  // A first line of `---` opens front matter in a file, and is a line across in an answer.
  const tree = parseMarkdown(formulasAsCode(`\n${markdown}`));
  htmlToJsx(tree);
  keepFormulas(tree);
  keepAddresses(tree);
  const text = serialize(tree);
  return isPlainMdx(text) ? text : { refused: "the answer cannot be written as MDX that holds nothing but text" };
}

const bare = unified().use(remarkParse).use(remarkMdx).freeze();

const withGfm = unified().use(remarkParse).use(gfm).use(remarkMdx).freeze();

/**
 * Whether MDX reads a text, and finds Markdown and elements of HTML in it alone, whose attributes are strings: no
 * expression, no `import` or `export`, no component. With GitHub's Markdown and without: sites choose.
 */
function isPlainMdx(text: string): boolean {
  return [bare, withGfm].every((parser) => {
    try {
      return isPlain(parser.parse(text));
    } catch {
      // What MDX does not read stops the whole page from being built.
      return false;
    }
  });
}

function isPlain(node: Node): boolean {
  if (/^mdx(?!Jsx)/u.test(node.type)) return false;
  if (node.type.startsWith("mdxJsx") && !isPlainElement(node as JsxNode)) return false;
  return childrenOf(node).every(isPlain);
}

/** What `remark-mdx` makes of an element: https://github.com/syntax-tree/mdast-util-mdx-jsx#syntax-tree */
interface JsxNode extends Node {
  readonly name: string | null;
  readonly attributes: readonly { readonly type: string; readonly name?: string; readonly value?: unknown }[];
}

function isPlainElement({ name, attributes }: JsxNode): boolean {
  const arePlain = attributes.every(
    (it) => it.type === "mdxJsxAttribute" && isSafeAttribute(it.name ?? "") && typeof (it.value ?? "") === "string",
  );
  return name !== null && isSafeElement(name) && arePlain;
}
