import type { EntryShape, FaqEntry } from "../faq-entry.ts";
import { startWithAnchor } from "../read/anchors.ts";
import { withoutComments } from "../read/html-comments.ts";
import { answerSign } from "../read/question-sign.ts";
import { isPlainStart } from "./entry-content.ts";

/** The style of one entry of a file: the text around its question and its answer, with `\n` as line ends. */
export interface EntryModel {
  readonly shape: EntryShape;
  /** The lines of anchors above it. */
  readonly above: string;
  /** Before the question's words: `### Q2. `, `**(20) `, `<summary><b>`. */
  readonly before: string;
  /** Behind them, up to the end of the question: `**`, `</b></summary>`, the line under a heading. */
  readonly after: string;
  /** Between question and answer. */
  readonly lead: string;
  /** Behind the answer, what still belongs to the entry: `</details>`. */
  readonly tail: string;
  /** The number in `before`, as it is written; undefined where it has none. */
  readonly number: string | undefined;
  /** Columns that its lines are indented by. */
  readonly indent: number;
}

/** Signs and numbers before a question, which are no words of it. */
const signs = /^(?:(?:q|question|frage|pregunta|问|問|质问|質問)\.?\s*)?(?:\(?\d{1,4}(?:\.\d{1,4}){0,3}\)?)?$/iu;

/** The style of an entry; undefined where its question is not found in the source as plain text. */
export function modelOf(text: string, entry: FaqEntry): EntryModel | undefined {
  const { shape, parts, start, end } = entry;
  const head = unix(text.slice(start, parts.questionEnd));
  const question = withoutNumber(entry.question);
  const at = head.lastIndexOf(question);
  if (question === "" || at === -1) return undefined;
  const before = head.slice(0, at);
  const after = head
    .slice(at + question.length)
    .replace(/(?:(?<![ \t])[ \t]*\{:? ?#[\w:.-]+ ?\}|<a\s[^<>]*>\s*<\/a>)/giu, "");
  if (!signs.test(wordsIn(before)) || wordsIn(after) !== "" || after.includes("](")) return undefined;
  return {
    shape,
    above: unix(text.slice(startWithAnchor(text, entry), start)),
    before: withoutComments(shape === "heading" ? before.replaceAll(/<a\s[^<>]*>\s*<\/a>\s*/giu, "") : before),
    after,
    lead: signedLead(text, entry),
    tail: shape === "details" ? tailOf(unix(text.slice((parts.source ?? parts.answer).end, end))) : "",
    number: lastNumber(withoutTags(withoutComments(before))),
    indent: indentOf(text, entry),
  };
}

/** A key that two entries of the same style have in common, whatever their numbers. */
export function signatureOf({ above, before, after, lead, tail }: EntryModel): string {
  const underline = after.replace(/\n[-=]+/u, "\n-");
  const ids = (it: string): string => it.replaceAll(/\b(id|name)=(?:"[^"]*"|'[^']*'|[\w-]+)/giu, "$1=");
  return JSON.stringify([ids(above), ids(before), underline, lead, tail].map((it) => it.replaceAll(/\d+/gu, "1")));
}

/** What the reader leaves at the front of a question and is no word of it: `(20) How?`, `1、How?`, `❓ How?`. */
export function withoutNumber(question: string): string {
  return question
    .replace(/^\p{Extended_Pictographic}\uFE0F?\s*/u, "")
    .replace(/^(?:\(\d{1,4}\)|\d{1,4}[、.)．）:：])\s*/u, "");
}

/** `A:` that the reader counts to the answer is part of the lead. */
function signedLead(text: string, entry: FaqEntry): string {
  const lead = leadOf(text, entry);
  const written = text.slice(entry.parts.answer.start, entry.parts.answer.end);
  if (lead.trim() !== "") return lead;
  // A list right under a question is a block of its own; words there would be one paragraph with the question.
  if (lead.startsWith("\n") && !isPlainStart(written)) return "\n\n";
  // In emphasis that goes on over the answer, the sign alone is the style.
  const inEmphasis = /^[*_]{1,2}(A(?:nswer)?: ?)/u.exec(written)?.[1] ?? "";
  return lead + (answerSign(written) > 0 ? unix(written.slice(0, answerSign(written))) : inEmphasis);
}

function tailOf(tail: string): string {
  return /\n[ \t]*\n/u.test(tail) ? tail : `\n\n${tail.trimStart()}`;
}

function wordsIn(source: string): string {
  return withoutTags(source)
    .replaceAll(/&\w+;/gu, "")
    .replaceAll(/[^\p{L}\p{N}().]/gu, "")
    .replace(/\.$/u, "");
}

function withoutTags(source: string): string {
  return source.replaceAll(/<[^<>]*>/gu, "");
}

function unix(source: string): string {
  return source.replaceAll(/\r\n?/gu, "\n");
}

/**
 * The text between a question (or its metadata comment) and its answer: blank lines, a blank, `A:`, the colon of a
 * definition; without the indentation of the answer.
 */
export function leadOf(text: string, { parts }: Pick<FaqEntry, "parts">): string {
  const from = parts.metadata?.end ?? parts.questionEnd;
  const lead = text.slice(from, parts.answer.start);
  const isSameLine = !/[\r\n]/u.test(lead);
  const blanks = isSameLine ? (/^[ \t]*/u.exec(text.slice(parts.answer.start, parts.answer.end))?.[0] ?? "") : "";
  const written = `${lead}${blanks}`.replaceAll(/\r\n?/gu, "\n");
  // White space of other kinds is the answer's.
  const whole = written.trim() === "" ? (/^[ \t\n]*/u.exec(written)?.[0] ?? "") : written;
  if (parts.indent === 0) return whole.replace(/\n[ \t]+$/u, "\n");
  const inItem = whole.replaceAll(/\n[ \t]+/gu, "\n");
  // What only a list may do: a paragraph right below the question would go on in its line.
  return inItem === "\n" && beginsList(text.slice(parts.answer.start, parts.answer.start + 20)) ? "\n\n" : inItem;
}

function beginsList(answer: string): boolean {
  return /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/u.test(answer);
}

/** Columns that all lines of an entry in a list are indented by, as they are written: a few more than they need, maybe. */
export function indentOf(
  text: string,
  { parts: { questionEnd, answer, source, indent } }: Pick<FaqEntry, "parts">,
): number {
  if (indent === 0) return 0;
  const lines = text.slice(questionEnd, (source ?? answer).end).matchAll(/[\r\n]( *)[^\s]/gu);
  const columns = [...lines].reduce((least, [, blanks = ""]) => Math.min(least, blanks.length), Infinity);
  return columns >= indent && columns < indent + 4 ? columns : indent;
}

/** The last number in a text, as it is written; undefined where there is none. */
export function lastNumber(text: string): string | undefined {
  return [...text.matchAll(/\d{1,9}/gu)].at(-1)?.[0];
}

/** A text with another number in place of the last one. */
export function withLastNumber(text: string, other: string): string {
  const number = lastNumber(text);
  if (number === undefined) return text;
  const at = text.lastIndexOf(number);
  return text.slice(0, at) + other + text.slice(at + number.length);
}

/** The next number, padded to the same width. */
export function following(number: string): string {
  return String(Number(number) + 1).padStart(number.length, "0");
}
