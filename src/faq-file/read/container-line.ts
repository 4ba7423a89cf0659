/** A line, or a tag over several lines, that opens something collapsible. */
export interface OpeningLine {
  readonly kind: "open";
  /** What opens and closes by the same name belongs together. */
  readonly name: string;
  readonly title: string;
  /** Whether it is there to hide an answer until it is opened; else it may be anything with a title. */
  readonly isForQuestions: boolean;
  /** Colons of a container: it is closed by as many or more. */
  readonly colons?: number;
  /** Columns that its lines are indented by, where that and nothing else ends it. */
  readonly body?: number;
  /** Where it ends in its line, if not with it. */
  readonly length?: number;
  /** Where the tag begins and ends in the line that closes it again. */
  readonly closing?: readonly [start: number, end: number];
}

export interface ClosingLine {
  readonly kind: "close";
  readonly name: string;
  readonly colons?: number;
}

export type ContainerLine = OpeningLine | ClosingLine;

/** Names under which answers are collapsed. */
const collapsibleNames =
  /^(?:details?|dropdown|collaps(?:e|ible)(?:block|-?item|-?panel)?|accordion(?:-?item|-?panel)?|expan(?:d|dable|der|sion-panel)|toggle|disclosure|spoiler|faqs?(?:-?item)?|question|qa|q)$/iu;

/** Attributes that hold a title. */
const titleAttributes = ["title", "question", "summary", "label", "header", "heading", "name", "q"];

/** Reads a line, without its indentation. `indent`: columns of that. */
export function containerLine(line: string, indent: number): ContainerLine | undefined {
  if (line.length > 2_000) return undefined;
  const first = line[0];
  if (first === ":") return colons(line);
  if (first === "?" || first === "!") return admonition(line, indent);
  if (first === "{") return shortcode(line) ?? liquid(line);
  return first === "<" ? component(line) : undefined;
}

/**
 * `::: details Why?` of VitePress, `:::details[Why?]`, `:::{dropdown} Why?` of MyST.
 * @see https://vitepress.dev/guide/markdown#custom-containers
 * @see https://mystmd.org/guide/dropdowns-cards-and-tabs
 */
function colons(line: string): ContainerLine | undefined {
  const marks = /^:{3,}/u.exec(line)?.[0].length ?? 0;
  const rest = line.slice(marks).trim();
  if (marks === 0) return undefined;
  if (rest === "") return { kind: "close", name: ":", colons: marks };
  const head = /^\{?[\w-]+\}?/u.exec(rest)?.[0] ?? "";
  const title = titleBehind(rest.slice(head.length).trim());
  const isForQuestions = collapsibleNames.test(head.replaceAll(/[{}]/gu, "")) && title !== "";
  return { kind: "open", name: ":", title, isForQuestions, colons: marks };
}

/** `[Why?]`, `Why? {open}`. */
function titleBehind(written: string): string {
  if (written.startsWith("[") && written.includes("]")) return written.slice(1, written.lastIndexOf("]"));
  const attributes = written.endsWith("}") ? written.lastIndexOf("{") : -1;
  return attributes === -1 ? written : written.slice(0, attributes).trimEnd();
}

/**
 * `??? question "Why?"` of Material for MkDocs; `!!! question "Why?"` is always open and asks the same.
 * @see https://squidfunk.github.io/mkdocs-material/reference/admonitions/#collapsible-blocks
 */
function admonition(line: string, indent: number): ContainerLine | undefined {
  const mark = /^(?:\?\?\?\+?|!!!)(?=[ \t])/u.exec(line)?.[0];
  const rest = line.slice(mark?.length ?? 0).trim();
  const [from, to] = [rest.indexOf('"'), rest.lastIndexOf('"')];
  const kind = rest.slice(0, Math.max(0, from)).trim();
  if (mark === undefined || to <= from || !/^[\w: -]*$/u.test(kind) || !/^\\?$/u.test(rest.slice(to + 1).trim()))
    return undefined;
  if (mark === "!!!" && !/^(?:question|help|faq)\b/iu.test(kind)) return undefined;
  return {
    kind: "open",
    name: "???",
    title: unescaped(rest.slice(from + 1, to)),
    isForQuestions: true,
    body: indent + 4,
  };
}

/**
 * `{{< details "Why?" >}}` of Hugo's themes.
 * @see https://gohugo.io/content-management/shortcodes/
 */
function shortcode(line: string): ContainerLine | undefined {
  const written = line.trim();
  if (!/^\{\{[<%]/u.test(written) || !/[>%]\}\}$/u.test(written) || written.length < 7) return undefined;
  const inner = written.slice(3, -3).trim();
  const name = /^[\w./-]+/u.exec(inner.replace(/^\/\s*/u, ""))?.[0] ?? "";
  if (name === "" || inner.endsWith("/")) return undefined;
  if (inner.startsWith("/")) return { kind: "close", name: `{{${name.replace(/^\//u, "")}` };
  return opened(`{{${name}`, name, inner.slice(name.length));
}

/** `{% details Why? %}` of Jekyll's and Nunjucks' plugins. */
function liquid(line: string): ContainerLine | undefined {
  const written = line.trim();
  if (!written.startsWith("{%") || !written.endsWith("%}") || written.length < 5) return undefined;
  const inner = written.slice(2, -2).replace(/^-/u, "").replace(/-$/u, "").trim();
  const word = /^[a-z][\w-]*/u.exec(inner)?.[0] ?? "";
  const name = word.replace(/^end/u, "");
  if (!collapsibleNames.test(name)) return undefined;
  if (word !== name) return { kind: "close", name: `{%${name}` };
  const rest = inner.slice(word.length).trim();
  const open = opened(`{%${name}`, name, ` ${rest}`);
  return open.title === "" ? { ...open, title: rest, isForQuestions: rest !== "" } : open;
}

/**
 * `<Accordion title="Why?">` of Mintlify, Nextra, Fumadocs and others; names in capitals are components of MDX. Those of
 * Vue have a prefix in a page of VuePress or VitePress: `<a-collapse-panel header="Why?">`, `<el-collapse-item title="…">`.
 * @see https://mintlify.com/docs/components/accordions
 * @see https://antdv.com/components/collapse
 */
function component(line: string): ContainerLine | undefined {
  const name = /^<\/?([A-Z][\w.]*|[a-z]{1,3}-[a-z-]+)/u.exec(line)?.[1];
  if (name === undefined || (/^[a-z]/u.test(name) && !collapsibleNames.test(withoutPrefix(name)))) return undefined;
  if (line.startsWith("</")) return { kind: "close", name: `<${name}` };
  const end = endOfTag(line);
  const attributes = line.slice(name.length + 1, end);
  if (end === -1 || attributes.trimEnd().endsWith("/")) return undefined;
  const closing = line.lastIndexOf(`</${name}>`);
  const open = opened(`<${name}`, withoutPrefix(name.split(".").at(-1) ?? name), attributes);
  return { ...open, length: end + 1, ...(closing > end && { closing: [closing, closing + name.length + 3] as const }) };
}

function withoutPrefix(name: string): string {
  return name.replace(/^[a-z]{1,3}-/u, "");
}

/** Where the `>` of a tag stands that is in no attribute; -1 where it does not end. */
function endOfTag(line: string): number {
  let quote = "";
  let braces = 0;
  for (let at = 1; at < line.length; at++) {
    const unit = line[at] ?? "";
    if (quote !== "") quote = unit === quote ? "" : quote;
    else if (/["'`]/u.test(unit)) quote = unit;
    else if (unit === "{") braces++;
    else if (unit === "}") braces--;
    else if (unit === ">" && braces === 0) return at;
  }
  return -1;
}

function opened(name: string, kind: string, attributes: string): OpeningLine {
  const title = titleIn(attributes);
  return { kind: "open", name, title, isForQuestions: collapsibleNames.test(kind) && title !== "" };
}

/** The value of the first attribute that holds a title, else the first value without a name. */
function titleIn(attributes: string): string {
  const given = [
    ...attributes.matchAll(/(?:^|\s)(?:([\w-]+)\s*=\s*)?\{?(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|`([^`]*)`)/gu),
  ];
  const values = given.map(([, name, one, two, three]) => ({
    name: name?.toLowerCase(),
    value: one ?? two ?? three ?? "",
  }));
  const named = titleAttributes
    .map((title) => values.find(({ name }) => name === title))
    .find((it) => it !== undefined);
  return unescaped((named ?? values.find(({ name }) => name === undefined))?.value ?? "");
}

function unescaped(title: string): string {
  return title
    .replaceAll(/\\(["\\])/gu, "$1")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .trim();
}
