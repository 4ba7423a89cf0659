import type { EntrySource } from "../core/faq-editor.ts";
import { inlineText } from "../text/neutralise.ts";

/** What an entry keeps of itself, hidden from readers. */
export interface EntryMetadata {
  /** The thread it was promoted from, with the node id of the answer. */
  readonly source?: { readonly thread: number; readonly answer: string };
  /** Day on which a person last found it right: `2026-11-26`. */
  readonly verified?: string;
  /** Other titles under which the same was asked. Plain text of other people. */
  readonly aliases: readonly string[];
}

/** Nothing is known of an entry that people wrote by hand. */
export const noMetadata: EntryMetadata = { aliases: [] };

/** Most other titles that an entry keeps, and the longest of them in UTF-16 units: GitHub's limit for titles. */
const max = { aliases: 20, length: 256 } as const;

/** What every metadata comment begins with, so that a text without it holds none. */
export const metadataPrefix = "frontdesk:faq:";

/**
 * The metadata comment in Markdown, and in MDX, which knows no HTML comments. Its text is what a form sends, so that
 * nothing in it can end the comment, mention anybody or mean anything to Markdown.
 */
const commentBehindQuestion =
  /^([\s:?]*)(<!-- frontdesk:faq:[\w%+=&.-]{0,20000} -->|\{\/\* frontdesk:faq:[\w%+=&.-]{0,20000} \*\/\})/u;
const anyComment = /<!-- frontdesk:faq:[\w%+=&.-]{0,20000} -->|\{\/\* frontdesk:faq:[\w%+=&.-]{0,20000} \*\/\}/u;

/**
 * The metadata comment as it is written into a file; empty where there is nothing to keep, unless it is `wanted` all
 * the same.
 */
export function writeMetadata({ source, verified, aliases }: EntryMetadata, isMdx: boolean, wanted = false): string {
  const fields = new URLSearchParams();
  if (source !== undefined) {
    fields.set("thread", String(source.thread));
    fields.set("answer", source.answer);
  }
  if (verified !== undefined) fields.set("verified", verified);
  for (const alias of keptAliases(aliases)) fields.append("alias", alias);
  const text = String(fields)
    .replaceAll("*", "%2A")
    // Two hyphens may not stand in a comment everywhere.
    .replaceAll("--", "-%2D")
    .replace(/-$/u, "%2D");
  if (text === "" && !wanted) return "";
  return isMdx ? `{/* frontdesk:faq:${text} */}` : `<!-- frontdesk:faq:${text} -->`;
}

/** The metadata in a comment; what somebody broke in it by hand is left out. */
export function readMetadata(comment: string): EntryMetadata {
  const fields = new URLSearchParams(/frontdesk:faq:(\S*)/u.exec(comment)?.[1] ?? "");
  const [thread, answer, verified] = ["thread", "answer", "verified"].map((name) => fields.get(name) ?? "");
  const isKnown = /^[1-9]\d{0,14}$/u.test(thread ?? "") && answer !== "";
  return {
    ...(isKnown && { source: { thread: Number(thread), answer: answer ?? "" } }),
    ...(isDay(verified ?? "") && { verified }),
    aliases: keptAliases(fields.getAll("alias")),
  };
}

/** Whether a text holds the metadata comment of a thread, wherever it stands. Far cheaper than reading its entries. */
export function hasMetadataOf(text: string, thread: number): boolean {
  return text.includes(`${metadataPrefix}thread=${thread}&`);
}

/** Whether it may hold one, somebody having turned round what stands in it: a text without is not worth reading. */
export function mayHaveMetadataOf(text: string, thread: number): boolean {
  return text.includes(`thread=${thread}`);
}

/** A day as metadata and source lines have it. */
export function isDay(text: string): boolean {
  return /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u.test(text);
}

function keptAliases(aliases: readonly string[]): readonly string[] {
  const lines = aliases.map((it) => it.toWellFormed().replaceAll(/\s+/gu, " ").trim().slice(0, max.length).trim());
  return [...new Set(lines.map((it) => it.toWellFormed()))].filter((it) => it !== "").slice(-max.aliases);
}

/**
 * The place of the metadata comment of an entry whose question ends at `questionEnd`: it counts right behind the question
 * only, so that no answer can hold one. `indent`: columns that the entry is indented by; four more would make it code.
 */
export function findMetadata(
  text: string,
  questionEnd: number,
  until: number,
  indent: number,
): { readonly start: number; readonly end: number } | undefined {
  const found = commentBehindQuestion.exec(text.slice(questionEnd, Math.min(until, questionEnd + 21_000)));
  if (found === null) return undefined;
  const [, before = "", comment = ""] = found;
  const ownLine = /\n([ \t]*)$/u.exec(before)?.[1];
  if (ownLine !== undefined && ownLine.replaceAll("\t", "    ").length > indent + 3) return undefined;
  const start = questionEnd + before.length;
  return { start, end: start + comment.length };
}

/** Where a metadata comment stands in a line, the white space before it aside; undefined where none does. */
export function metadataInLine(line: string): number | undefined {
  return anyComment.exec(line)?.index;
}

/** Breaks what could be read as a metadata comment in the words of other people, in either form. */
export function withoutMetadata(text: string): string {
  return text.replaceAll(/(<!--|\{\/\*)(\s*)frontdesk(\s*):/giu, "$1$2frontdesk$3");
}

/** Longest login that GitHub gives, with room for those of apps and companies. */
const maxLogin = 60;

/** Most logins mean nothing to Markdown as they are. */
function loginText(login: string): string {
  return /^[a-z\d]+(?:-[a-z\d]+)*$/iu.test(login) ? login.slice(0, maxLogin) : inlineText(login, maxLogin);
}

/**
 * The last line of an entry, for its readers: where it comes from, who answered (credited in plain words, which
 * notifies nobody), and when it was verified.
 */
export function sourceLine({ number, url, answerer, verified }: EntrySource): string {
  const credit = answerer === undefined ? "" : `, answered by ${loginText(answerer)}`;
  const address = url.replaceAll(
    /[<>(){}\\\s"]/gu,
    (it) => `%${it.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
  return `_From [discussion ${number}](${address})${credit}, verified on ${verified}._`;
}

/**
 * Where the source line begins in the text of an answer; undefined where it does not end in one. Only an entry with a
 * source has one.
 */
export function findSourceLine(answer: string, thread: number): number | undefined {
  const start = Math.max(answer.lastIndexOf("\n"), answer.lastIndexOf("\r")) + 1;
  const line = answer.slice(start).trimStart();
  const isOne = line.length < 3_000 && line.startsWith(`_From [discussion ${thread}](`) && line.endsWith("._");
  return isOne ? answer.length - line.length : undefined;
}

/** The same line with another day; as it is where somebody took the day out. */
export function withDay(line: string, verified: string): string {
  return line.replace(/(?<=, verified on )\d{4}-\d{2}-\d{2}(?=\._$)/u, verified);
}
