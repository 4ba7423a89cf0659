import type { Node } from "mdast";
import rehypeRaw from "rehype-raw";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";

const asGitHub = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw)
  .freeze();

/** The words of a page, however it is written; without `*` and `_`, which mean something between some tags only. */
export function saidIn(page: string): string {
  return textOf(asGitHub.runSync(asGitHub.parse(page)));
}

function textOf(node: Node): string {
  if (node.type === "text" && "value" in node) return String(node.value).replaceAll(/[\s\u200B*_]/gu, "");
  return "children" in node ? (node.children as Node[]).map(textOf).join("") : "";
}
