import type { Refusal } from "../../core/faq-editor.ts";
import type { OpenFaq } from "./open-faq.ts";
import { noMetadata, readMetadata, writeMetadata } from "../entry-metadata.ts";
import type { Faq, FaqEntry, Span } from "../faq-entry.ts";
import { lostAnchor, startWithAnchor } from "../read/anchors.ts";
import { withoutSign } from "../read/looks-like-question.ts";
import { answerSign } from "../read/question-sign.ts";
import type { NewEntry } from "../write/entry-content.ts";
import { withoutNumber } from "../write/entry-model.ts";

/** The text of a file with a new entry, and what it parses to. */
export interface ValidEdit {
  readonly text: string;
  readonly entry: FaqEntry;
  readonly faq: Faq;
}

/** Parses a file with a new entry: all old entries must be unchanged, and the new one must read as intended. */
export function validateEdit(file: OpenFaq, text: string, wanted: NewEntry): ValidEdit | Refusal {
  const faq = file.read(text);
  const at = indexOfNew(file.faq, faq);
  const entry = faq.entries[at];
  if (entry !== undefined && entry.start > (faq.openDetails ?? text.length)) {
    return { refused: "the file has a <details> that is not closed, which would swallow the entry" };
  }
  const isAlone = othersUnchanged({ faq: file.faq, at: undefined }, { faq, at });
  if (isAlone && entry !== undefined && readsAsIntended(entry, wanted)) {
    const [before, after] = [file.anchors(file.text), file.anchors(text)];
    const own = { start: startWithAnchor(text, entry), end: entry.end };
    const lost = lostAnchor({ anchors: before, inside: undefined }, { anchors: after, inside: own });
    if (lost === undefined) return { text, entry, faq };
    return { refused: `the entry would take the anchor #${lost}, by which people find what stands further down` };
  }
  const open = unclosedBlock(file.text);
  if (open !== undefined) return { refused: `the file has ${open}, which would swallow the entry` };
  return { refused: "the entry would not read as one entry in this file" };
}

/** A file read before and after a change of one entry. */
export interface FaqVersion {
  readonly faq: Faq;
  /** Index of the changed entry; undefined where this version does not have it. */
  readonly at: number | undefined;
}

/** Whether all entries but the changed one, and all headings outside of entries, are unchanged. */
export function othersUnchanged(before: FaqVersion, after: FaqVersion): boolean {
  return areAlike(others(before), others(after)) && areAlike(headings(before), headings(after));
}

function areAlike(old: readonly string[], now: readonly string[]): boolean {
  return old.length === now.length && old.every((it, i) => it === now[i]);
}

function headings({ faq }: FaqVersion): string[] {
  return faq.sections.map(({ depth, title }) => `${depth} ${title}`);
}

function others({ faq, at }: FaqVersion): string[] {
  return faq.entries.flatMap((entry, i) => (i === at ? [] : [contentKey(entry)]));
}

function contentKey({ question, answer, metadata }: FaqEntry): string {
  return JSON.stringify([question, answer, metadata]);
}

/** Index of the entry that the file did not have before; the last index where no entry is new. */
function indexOfNew(before: Faq, after: Faq): number {
  const at = before.entries.findIndex((entry, i) => {
    const now = after.entries[i];
    return now === undefined || contentKey(entry) !== contentKey(now);
  });
  return at === -1 ? after.entries.length - 1 : at;
}

/** A label that an entry defined and that the rest of the file uses. */
export function lostLabel(before: Faq, after: Faq, text: string): Refusal | undefined {
  for (const label of before.labels.keys()) {
    if (after.labels.has(label)) continue;
    const isUsed = text.toLowerCase().includes(`[${label}]`);
    if (isUsed) return { refused: `the file uses the label [${label}], which this entry defines` };
  }
  return undefined;
}

/** Whether an entry reads as it was intended when it was written. */
export function readsAsIntended(entry: FaqEntry, { question, answer, source, metadata }: NewEntry): boolean {
  return (
    [entry.question, withoutNumber(entry.question)].map(bare).includes(bare(withoutSign(question))) &&
    // The parser drops a sign (`A:`) at the start of an answer, whoever wrote it.
    [answer, answer.slice(answerSign(answer))].map(plainLines).includes(plainLines(entry.answer)) &&
    (entry.parts.source !== undefined) === (source !== undefined) &&
    JSON.stringify(entry.metadata) === JSON.stringify(readMetadata(writeMetadata(metadata ?? noMetadata, false)))
  );
}

/** Letters and digits alone: a written question has escapes that its plain text has not. */
function bare(question: string): string {
  return question.slice(0, 200).replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** Lines without their indentation, with single spaces. */
function plainLines(text: string): string {
  return text
    .replaceAll(/\r\n?/gu, "\n")
    .replaceAll(/[ \t]+/gu, " ")
    .replaceAll(/^ /gmu, "")
    .trim();
}

/** Whether a span can be removed: no pair of tags or markers has one half inside of it and one outside. */
export function isSelfContained({ enclosing }: Pick<Faq, "enclosing">, { start, end }: Span): boolean {
  return enclosing.every((it) => isInside(it.start, start, end) === isInside(it.closing, start, end));
}

function isInside(at: number, start: number, end: number): boolean {
  return at >= start && at < end;
}

/** A code block or comment that a file opens and never closes, in words; undefined where there is none. */
function unclosedBlock(text: string): string | undefined {
  let open: { readonly mark: string; readonly line: number } | undefined;
  for (const [i, line] of text.split(/\r\n|\n|\r/u).entries()) {
    const mark = /^ {0,3}(`{3,}|~{3,})/u.exec(line)?.[1];
    if (mark === undefined) continue;
    if (open === undefined) open = { mark, line: i + 1 };
    else if (mark.startsWith(open.mark) && line.trim() === mark) open = undefined;
  }
  if (open !== undefined) return `a code block that is not closed (line ${open.line})`;
  return text.lastIndexOf("<!--") > text.lastIndexOf("-->") ? "a comment that is not closed" : undefined;
}
