import type { Node, Root } from "mdast";
import { endOfOwnText } from "../text/own-text.ts";
import { parseMarkdown } from "../text/parse-markdown.ts";
import { childrenOf, plainText } from "../text/plain-text.ts";

/** The author's own text, without what is quoted, code, pictures, or added by an e-mail program. */
export function ownWords(body: string): string {
  const all = parseMarkdown(body);
  const own = body.slice(0, endOfOwnText(body, all));
  const tree: Root = own === body ? all : parseMarkdown(own);
  return plainText({ type: "root", children: tree.children.filter(isSaid) } as Root)
    .replaceAll(/https?:\/\/\S+/gu, " ")
    .replaceAll(/@[\w-]+/gu, " ");
}

function isSaid(node: Node): boolean {
  if (node.type === "blockquote" || node.type === "html") return false;
  if (node.type === "code") return false;
  return !(
    node.type === "paragraph" && childrenOf(node).every(({ type }) => type === "image" || type === "imageReference")
  );
}
