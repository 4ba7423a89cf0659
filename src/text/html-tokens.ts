/** A piece of HTML as it stands in Markdown; comments, processing instructions and doctypes are left out. */
export type HtmlToken =
  | { readonly kind: "text"; readonly text: string; readonly offset: number }
  | { readonly kind: "open"; readonly name: string; readonly source: string; readonly offset: number }
  | { readonly kind: "close"; readonly name: string; readonly offset: number };

/** Elements without content. */
export const voidElements: ReadonlySet<string> = new Set(
  "area base br col embed hr img input link meta source track wbr".split(" "),
);

/** Elements whose content is no text of the page. */
const unread = new Set(["script", "style", "template", "title"]);

/**
 * Read HTML from left to right. Forgiving: what is no tag is text, a comment without an end goes to the end.
 * Time grows with the length: the end of a comment or an unread element is looked for once.
 */
export function* htmlTokens(html: string): Iterable<HtmlToken> {
  const markup = /<!--|<[!?]|<(\/?)([a-z][a-z0-9-]*)(?![a-z0-9-])((?:"[^"]*"|'[^']*'|[^<>"'])*)>/gi;
  let lower: string | undefined;
  let at = 0;
  for (let found = markup.exec(html); found !== null; found = markup.exec(html)) {
    if (found.index > at) yield { kind: "text", text: decode(html.slice(at, found.index)), offset: at };
    const name = (found[2] ?? "").toLowerCase();
    const offset = found.index;
    at = markup.lastIndex;
    if (name === "") at = endOf(html, found[0] === "<!--" ? "-->" : ">", at);
    else if (found[1] === "/") yield { kind: "close", name, offset };
    else {
      if (unread.has(name)) at = endOf((lower ??= html.toLowerCase()), `</${name}`, at, ">");
      else yield { kind: "open", name, source: found[0], offset };
    }
    markup.lastIndex = at;
  }
  if (at < html.length) yield { kind: "text", text: decode(html.slice(at)), offset: at };
}

const attribute = /[\s"']([a-z][\w:-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/gi;

/** The value of an attribute of an open tag, as `href` in `<a href="x">`. The name is in lower case. */
export function attributeOf(source: string, name: string): string | undefined {
  for (const [, given = "", double, single, bare] of source.matchAll(attribute)) {
    const value = double ?? single ?? bare;
    if (given.toLowerCase() === name && value !== undefined) return decode(value);
  }
  return undefined;
}

function endOf(html: string, mark: string, from: number, then = ""): number {
  const start = html.indexOf(mark, from);
  if (start === -1) return html.length;
  const end = then === "" ? start : html.indexOf(then, start);
  return end === -1 ? html.length : end + (then === "" ? mark.length : then.length);
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00A0" };

/** Character references that people write by hand; others stay as they are. */
function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));/gi, (whole, decimal, hex, name: string) => {
    if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
    const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
    return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code).toWellFormed() : "\uFFFD";
  });
}
