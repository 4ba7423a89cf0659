/** A comment of HTML; `end` is where the text ends for one that nobody closed. */
interface Comment {
  readonly start: number;
  readonly end: number;
  /** What is between `<!--` and `-->`. */
  readonly words: string;
}

/** The comments in a piece of HTML, in order. */
export function* commentsIn(html: string): Iterable<Comment> {
  for (let start = html.indexOf("<!--"); start !== -1;) {
    const closing = html.indexOf("-->", start + 4);
    const end = closing === -1 ? html.length : closing + 3;
    yield { start, end, words: html.slice(start + 4, closing === -1 ? html.length : closing) };
    start = html.indexOf("<!--", end);
  }
}

/** The same without its comments. */
export function withoutComments(html: string): string {
  let at = 0;
  let out = "";
  for (const { start, end } of commentsIn(html)) {
    out += html.slice(at, start);
    at = end;
  }
  return out + html.slice(at);
}
