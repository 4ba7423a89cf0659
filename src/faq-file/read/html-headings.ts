import { attributeOf, htmlTokens } from "../../text/html-tokens.ts";

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
  let folded = 0;
  let open: { depth: number; id: string | undefined; start: number; title: string } | undefined;
  for (const token of htmlTokens(html)) {
    if (token.kind === "text") {
      if (open !== undefined) open.title += token.text;
      continue;
    }
    if (token.name === "details") folded += token.kind === "open" ? 1 : -1;
    const depth = Number(/^h([1-6])$/u.exec(token.name)?.[1] ?? 0);
    if (token.kind === "open") {
      const own = attributeOf(token.source, "id") ?? attributeOf(token.source, "name");
      if (depth > 0 && folded <= 0) open = { depth, id: own, start: token.offset, title: "" };
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
