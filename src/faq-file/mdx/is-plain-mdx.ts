import type { Node } from "mdast";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { gfm } from "../../text/gfm.ts";
import { childrenOf } from "../../text/plain-text.ts";
import { isSafeAttribute, isSafeElement } from "../move/safe-html.ts";

const bare = unified().use(remarkParse).use(remarkMdx).freeze();
const withGfm = unified().use(remarkParse).use(gfm).use(remarkMdx).freeze();

/**
 * Whether MDX reads a text, and finds Markdown and elements of HTML in it alone, whose attributes are strings: no
 * expression, no `import` or `export`, no component. With GitHub's Markdown and without: sites choose.
 */
export function isPlainMdx(text: string): boolean {
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
