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

/** Words in comments that speak to tools which leave the text as it is, or that only fold it or lay it out. */
const aboutPeopleText =
  /^\W*(?:prettier|markdownlint|textlint|remark|lint|vale|cspell|spell|dprint|deno-fmt|tabs?|tab|region|endregion|eslint|alex|panels?|cards?)\b/iu;

/** A comment that tells a tool where something begins or ends; `name` is what both have in common. */
interface BoundaryComment {
  readonly name: string;
  readonly opens: boolean;
  /** Whether a tool writes what is between, and not only reads it. */
  readonly isGenerated: boolean;
}

/**
 * What a comment begins or ends for a tool that writes what is between: doctoc (`START doctoc`), all-contributors
 * (`ALL-CONTRIBUTORS-LIST:START`), markdown-magic (`AUTO-GENERATED-CONTENT:START`, `docs x` and `/docs`), terraform-docs
 * (`BEGIN_TF_DOCS`), markdown-toc (`toc`, `tocstop`), gh-md-toc (`ts`, `te`), MarkdownSnippets (`endSnippet`). Each
 * tool's readme shows its pair.
 */
export function boundaryOf(comment: string): BoundaryComment | undefined {
  const words = comment.trim().slice(0, 300);
  const isGenerated = !aboutPeopleText.test(words);
  const fixed = fixedPairs.get(words.toLowerCase());
  if (fixed !== undefined) return { ...fixed, isGenerated: true };
  const ended = /^(?:\/\s*|end[-_ ]?)([\w.-]+)/iu.exec(words);
  const tokens = words.split(/\s+/u);
  for (const [i, token] of tokens.entries()) {
    const keyword = /(?<![a-z])(?:(start|begin)|end|stop)(?![a-z])/iu.exec(token);
    if (keyword === null) continue;
    const rest = bare(token.replace(keyword[0], ""));
    const name = rest === "" ? bare(tokens[i + 1] ?? tokens[i - 1] ?? "") : rest;
    return { name, opens: keyword[1] !== undefined, isGenerated };
  }
  if (!isGenerated) return undefined;
  if (ended !== null) return { name: bare(ended[1] ?? ""), opens: false, isGenerated: true };
  const [name = ""] = /^[\w.-]+/u.exec(words) ?? [];
  return name === "" || tokens.length > 6 ? undefined : { name: bare(name), opens: true, isGenerated: true };
}

const fixedPairs: ReadonlyMap<string, { readonly name: string; readonly opens: boolean }> = new Map([
  ["toc", { name: "toc", opens: true }],
  ["tocstop", { name: "toc", opens: false }],
  ["ts", { name: "ts", opens: true }],
  ["te", { name: "ts", opens: false }],
  ["vim-markdown-toc", { name: "vim-markdown-toc", opens: false }],
]);

function bare(name: string): string {
  return name
    .toLowerCase()
    .replace(/^[^a-z0-9]+/u, "")
    .replace(/(?<![^a-z0-9])[^a-z0-9]+$/u, "");
}
