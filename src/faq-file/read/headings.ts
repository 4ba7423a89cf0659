import type { Heading } from "mdast";
import { attributeOf, htmlTokens } from "../../text/html-tokens.ts";
import { plainText } from "../../text/plain-text.ts";
import { anchorIn } from "./anchors.ts";

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

/** A heading in a block of HTML. Offsets count from the beginning of the block. */
export interface HtmlHeading {
  readonly heading: { readonly depth: number; readonly title: string };
  /** The fragment that people gave it: GitHub gives none to headings in HTML. */
  readonly id: string | undefined;
  readonly start: number;
  /** Behind its end tag. */
  readonly end: number;
}

/** The headings in a block of HTML that stand on their own: not in `<details>`, where they are the words of a summary. */
export function htmlHeadings(html: string): readonly HtmlHeading[] {
  if (!/<h[1-6]/iu.test(html)) return [];
  const found: HtmlHeading[] = [];
  let openDetails = 0;
  let open: { depth: number; id: string | undefined; start: number; title: string } | undefined;
  for (const token of htmlTokens(html)) {
    if (token.kind === "text") {
      if (open !== undefined) open.title += token.text;
      continue;
    }
    if (token.name === "details") openDetails += token.kind === "open" ? 1 : -1;
    const depth = Number(/^h([1-6])$/u.exec(token.name)?.[1] ?? 0);
    if (token.kind === "open") {
      const own = attributeOf(token.source, "id") ?? attributeOf(token.source, "name");
      if (depth > 0 && openDetails <= 0) open = { depth, id: own, start: token.offset, title: "" };
      else if (open !== undefined) open.id ??= own;
    } else if (open !== undefined && depth === open.depth) {
      const { id, start, title } = open;
      const heading = { depth, title: title.replaceAll(/\s+/gu, " ").trim() };
      found.push({ heading, id, start, end: html.indexOf(">", token.offset) + 1 });
      open = undefined;
    }
  }
  return found;
}
