import { attributeOf, htmlTokens } from "../../text/html-tokens.ts";

/** A link as it stands in one line of a file. */
export interface SourceLink {
  readonly start: number;
  readonly end: number;
  readonly url: string;
  /** Its words as they are written. */
  readonly title: string;
  /** Where its words stand. */
  readonly titleStart: number;
  readonly titleEnd: number;
  /** Where its address stands. */
  readonly urlStart: number;
}

const inlineLink =
  /\[((?:[^[\]\\\r\n]|\\.|\[[^[\]\r\n]{0,100}\]){0,1000})\]\(\s{0,9}<?([^\s()<>]{1,1000})>?(?:\s+"[^"\r\n]{0,300}")?\s{0,9}\)/gu;
/** The links in one line, in Markdown and in HTML, in order. */
export function linksInSource(line: string): SourceLink[] {
  const short = line.slice(0, 20_000);
  const markdown = [...short.matchAll(inlineLink)].map(({ 0: whole, 1: title = "", 2: url = "", index }) => {
    const titleStart = index + 1;
    const titleEnd = titleStart + title.length;
    const urlStart = titleEnd + whole.slice(title.length + 1).indexOf(url);
    return { start: index, end: index + whole.length, url, title, titleStart, titleEnd, urlStart };
  });
  return [...markdown, ...htmlLinks(short)].toSorted((a, b) => a.start - b.start);
}

function htmlLinks(line: string): SourceLink[] {
  const links: SourceLink[] = [];
  let open: { readonly start: number; readonly url: string; readonly source: string } | undefined;
  for (const token of htmlTokens(line)) {
    if (token.kind === "text" || token.name !== "a") continue;
    if (token.kind === "open") {
      const url = attributeOf(token.source, "href");
      open = url === undefined ? undefined : { start: token.offset, url, source: token.source };
    } else if (open !== undefined) {
      const { start, url, source } = open;
      const [titleStart, titleEnd] = [start + source.length, token.offset];
      const title = line.slice(titleStart, titleEnd);
      links.push({
        start,
        end: titleEnd + "</a>".length,
        url,
        title,
        titleStart,
        titleEnd,
        urlStart: start + source.indexOf(url),
      });
      open = undefined;
    }
  }
  return links;
}
