import type { FaqEntry } from "../read/faq-entry.ts";
import type { NewEntry } from "./entry-content.ts";
import { setIn, type EntryStyle } from "./entry-text.ts";
import { htmlText } from "./html-text.ts";
import { longestQuestion } from "./question-text.ts";
import { underQuestion } from "./under-question.ts";

/**
 * A new entry in the container that its neighbour has: `::: details`, `??? question`, a shortcode, a component. Undefined
 * where the neighbour's title is not written as it reads.
 */
export function likeNeighbour(
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
  const under = underQuestion(entry, { shape: "details", lead: "\n\n", isMdx });
  // Four columns in a tag are code in Markdown, and nothing in MDX.
  const columns = before.startsWith("<") && syntax !== "mdx" ? Math.min(parts.indent, 3) : parts.indent;
  const own = setIn(`${before}${titled(entry.question, before, syntax)}${after}${under}`, columns);
  const closing = text.slice((parts.source ?? parts.answer).end, end).trim();
  const lead = closing.startsWith("<") ? blanksBefore(text, start) : "";
  return closing === "" ? own : `${own}\n\n${lead}${closing}`;
}

/** The columns that the first line of what begins at a place is set in by. */
export function blanksBefore(text: string, at: number): string {
  return /(?<![^\r\n])[ \t]*$/u.exec(text.slice(Math.max(0, at - 50), at))?.[0] ?? "";
}

function titled(question: string, before: string, syntax: EntryStyle["syntax"]): string {
  const title = question.replaceAll(/\s+/gu, " ").trim().slice(0, longestQuestion).toWellFormed();
  if (before.startsWith("<") && before.endsWith('"')) return htmlText(question, { isAttribute: true, syntax });
  const quote = /["'`]$/u.exec(before)?.[0];
  // The quotation mark that ends a title, and what means something to the generator, may not stand in it.
  const own = quote === undefined ? title : title.replaceAll(quote, quote === '"' ? "'" : "\u2019");
  return own.replaceAll(/[<>{}[\]\\]/gu, " ").replaceAll(/([@#])(?=\w)/gu, "$1\u200B");
}
