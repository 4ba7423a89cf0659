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
  { isMdx }: Pick<EntryStyle, "isMdx">,
): string | undefined {
  const { start, end, parts } = like;
  const opening = text.slice(start, parts.questionEnd).replaceAll("\r\n", "\n");
  const at = opening.lastIndexOf(like.question);
  if (at === -1) return undefined;
  const [before, after] = [opening.slice(0, at), opening.slice(at + like.question.length)];
  const under = underQuestion(entry, { shape: "details", lead: "\n\n", isMdx });
  const own = setIn(`${before}${titled(entry.question, before)}${after}${under}`, parts.indent);
  const closing = text.slice((parts.source ?? parts.answer).end, end).trim();
  return closing === "" ? own : `${own}\n\n${closing}`;
}

function titled(question: string, before: string): string {
  const title = question.replaceAll(/\s+/gu, " ").trim().slice(0, longestQuestion).toWellFormed();
  if (before.startsWith("<") && before.endsWith('"')) return htmlText(question, { isAttribute: true });
  const quote = /["'`]$/u.exec(before)?.[0];
  // The quotation mark that ends a title, and what means something to the generator, may not stand in it.
  const own = quote === undefined ? title : title.replaceAll(quote, quote === '"' ? "'" : "\u2019");
  return own.replaceAll(/[<>{}[\]\\]/gu, " ").replaceAll(/([@#])(?=\w)/gu, "$1\u200B");
}
