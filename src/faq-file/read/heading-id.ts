import type { Heading } from "mdast";
import { plainText } from "../../text/plain-text.ts";
import { anchorIn } from "./block-anchor.ts";

/** What a heading says, and the fragment that people gave it, if they did. */
export interface HeadingText {
  readonly title: string;
  readonly id: string | undefined;
}

/** The text of a heading without its id, and the id: written behind it, or as an anchor in it. */
export function headingText(node: Heading): HeadingText {
  const written = plainText(node).replaceAll(/\s+/gu, " ");
  const at = written.endsWith("}") ? written.lastIndexOf("{") : -1;
  const id = at === -1 ? undefined : idIn(written.slice(at + 1, -1));
  const title = id === undefined ? written : written.slice(0, at).trim();
  return { title, id: id ?? node.children.map((it) => anchorOf(it)).find((it) => it !== undefined) };
}

/**
 * `## Title {#id}` (kramdown, Docusaurus, VitePress), `{: #id}` and `{ #id .class }` (Python-Markdown), and
 * `{/* #id *\/}` (Docusaurus in MDX).
 * @see https://docusaurus.io/docs/markdown-features/toc#heading-ids
 * @see https://python-markdown.github.io/extensions/attr_list/
 */
function idIn(attributes: string): string | undefined {
  const words = attributes.split(/[\s:]+/u).filter((it) => !/^(?:|\/\*|\*\/)$/u.test(it));
  const areAttributes = words.every((it) => /^(?:#[\w.-]{1,200}|\.[\w-]+|[\w-]+=\S*)$/u.test(it));
  return areAttributes ? words.find((it) => it.startsWith("#"))?.slice(1) : undefined;
}

function anchorOf(node: Heading["children"][number]): string | undefined {
  return node.type === "html" ? anchorIn(node.value) : undefined;
}
