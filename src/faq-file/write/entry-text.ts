import type { SiteSyntax } from "../../core/faq-editor.ts";
import type { EntryShape, FaqEntry } from "../faq-entry.ts";
import { renderContent, type NewEntry } from "./entry-content.ts";
import type { EntryTemplate } from "./entry-template.ts";
import { htmlText, maxQuestion, questionText } from "./question-text.ts";
import { spacesForTabs } from "./tab-columns.ts";

/** How entries are written in a file. */
export interface EntryStyle {
  readonly shape: EntryShape;
  /** Of headings. */
  readonly depth: number;
  /** As the neighbours are; without one, as the shape usually is. */
  readonly template?: EntryTemplate | undefined;
  /** The fragment that leads to it where its file gives entries their own. */
  readonly id: string;
  /** Whether the file is MDX, where comments are written in another way. */
  readonly isMdx: boolean;
  /** What it is read as, whatever it is called. */
  readonly syntax: SiteSyntax;
}

/** An entry as Markdown in the style of its file, with `\n` as line ends and none at its end. */
export function renderEntry(entry: NewEntry, style: EntryStyle): string {
  const { isMdx, syntax, id } = style;
  const { shape, above, before, after, lead, tail, indent, ids, countedId } = style.template ?? usual(style);
  const question = isHtml(shape, before)
    ? htmlText(entry.question, { isAttribute: before.endsWith('"'), syntax })
    : questionText(entry.question, syntax);
  const [ownAbove, ownBefore] = [above, before].map((it) => withId(it, ids, countedId ?? id)) as [string, string];
  const isFirst = !isHtml(shape, before) && /(?<![^\n])[ \t]*$/u.test(ownBefore);
  const words = isFirst ? withoutBlockMark(question) : question;
  const head = `${ownAbove}${ownBefore}${words}${underlined(after, entry.question)}`;
  return `${head}${indentLines(`${renderContent(entry, { shape, lead, isMdx })}${tail}`, indent)}`;
}

/** A question that begins a line, which its first letters must make no heading, list, quote or line of. */
function withoutBlockMark(question: string): string {
  return question
    .replace(/^(\d{1,9})(?=[.)](?:\s|$))/u, "$1\\")
    .replace(/^(?=#{1,6}(?:\s|$)|>|[-+*](?:\s|$)|~{3}|[-=]{2})/u, "\\");
}

function usual({ shape, depth }: EntryStyle): Omit<EntryTemplate, "number"> {
  const plain = {
    shape,
    above: "",
    before: "",
    after: "",
    lead: "\n\n",
    tail: "",
    indent: 0,
    ids: [],
    countedId: undefined,
  };
  switch (shape) {
    case "heading":
      return { ...plain, before: `${"#".repeat(depth)} ` };
    case "html":
      return { ...plain, before: `<h${depth}>`, after: `</h${depth}>` };
    case "quote":
      return { ...plain, before: "> " };
    case "container":
    case "details":
      return { ...plain, before: "<details>\n<summary>", after: "</summary>", tail: "\n\n</details>" };
    case "bold":
      return { ...plain, before: "**", after: "**" };
    case "numbered":
      return { ...plain, before: "1. **", after: "**", indent: 3 };
    case "lines":
      return { ...plain, before: "Q: ", lead: "\n\nA: " };
  }
}

/** A fragment may lead to one entry only. */
function withId(source: string, ids: readonly string[], id: string): string {
  return ids.reduce(
    (text, old) =>
      text.replaceAll(/((?:id|name)\s*=\s*["']?|#|^\()([\w:.-]+)/giu, (whole, lead: string, name: string) =>
        name === old ? lead + id : whole,
      ),
    source,
  );
}

/** A line under a heading is as long as its words. */
function underlined(after: string, question: string): string {
  return after.replace(/\n(?:-+|=+)/u, (it) => `\n${it.charAt(1).repeat(Math.max(3, question.length))}`);
}

/** Whether a question stands where Markdown means nothing: in a block of HTML, or in an attribute. */
function isHtml(shape: EntryShape, before: string): boolean {
  return shape === "details" || before.endsWith('"') || /^<(?:h[1-6]|p|div|dt|summary|li|ol|ul|dl)\b/iu.test(before);
}

/** Lines as they stand inside of a list, but for the first one. */
export function indentLines(text: string, columns: number): string {
  return columns === 0 ? text : spacesForTabs(text).replaceAll(/\n(?=[^\n])/gu, `\n${" ".repeat(columns)}`);
}

/**
 * A new entry in the container that its neighbour has: `::: details`, `??? question`, a shortcode, a component. Undefined
 * where the neighbour's title is not written as it reads.
 */
export function renderLikeNeighbour(
  text: string,
  like: FaqEntry,
  entry: NewEntry,
  { isMdx, syntax }: Pick<EntryStyle, "isMdx" | "syntax">,
): string | undefined {
  const { start, end, parts } = like;
  const opening = text.slice(start, parts.questionEnd).replaceAll("\r\n", "\n");
  const at = opening.lastIndexOf(like.question);
  if (at === -1) return undefined;
  const [before, after] = [opening.slice(0, at), opening.slice(at + like.question.length)];
  const under = renderContent(entry, { shape: "details", lead: "\n\n", isMdx });
  // Four columns in a tag are code in Markdown, and nothing in MDX.
  const columns = before.startsWith("<") && syntax !== "mdx" ? Math.min(parts.indent, 3) : parts.indent;
  const own = indentLines(`${before}${titled(entry.question, before, syntax)}${after}${under}`, columns);
  const closing = text.slice((parts.source ?? parts.answer).end, end).trim();
  const lead = closing.startsWith("<") ? blanksBefore(text, start) : "";
  return closing === "" ? own : `${own}\n\n${lead}${closing}`;
}

/** The columns that the first line of what begins at a place is indented by. */
export function blanksBefore(text: string, at: number): string {
  return /(?<![^\r\n])[ \t]*$/u.exec(text.slice(Math.max(0, at - 50), at))?.[0] ?? "";
}

function titled(question: string, before: string, syntax: EntryStyle["syntax"]): string {
  const title = question.replaceAll(/\s+/gu, " ").trim().slice(0, maxQuestion).toWellFormed();
  if (before.startsWith("<") && before.endsWith('"')) return htmlText(question, { isAttribute: true, syntax });
  const quote = /["'`]$/u.exec(before)?.[0];
  // The quotation mark that ends a title, and what means something to the generator, may not stand in it.
  const own = quote === undefined ? title : title.replaceAll(quote, quote === '"' ? "'" : "\u2019");
  return own.replaceAll(/[<>{}[\]\\]/gu, " ").replaceAll(/([@#])(?=\w)/gu, "$1\u200B");
}
