import { readLines } from "./read-lines.ts";

/** The parts of a question's body. */
export interface QuestionParts {
  /** Sentences the asker wrote, in order, as plain text. */
  readonly sentences: readonly string[];
  /** Code, logs and stack traces. */
  readonly code: readonly string[];
  /** Words of others: quotes. */
  readonly quotes: readonly string[];
  /** What the asker's machine and versions are. */
  readonly asides: readonly string[];
}

/** The start of a long body says what it is about; the rest is mostly a pasted log. */
const maxCharacters = 20_000;

/** Splits the start of a question's Markdown into its parts, by {@link readLines}. */
export function splitQuestion(markdown: string): QuestionParts {
  const sentences: string[] = [];
  const code: string[] = [];
  const lines = { code, log: code, quote: [] as string[], aside: [] as string[] };
  readLines(markdown.slice(0, maxCharacters), (role, text) => {
    if (role === "prose") addSentences(plainLine(text), sentences);
    else lines[role].push(role === "quote" ? plainLine(text) : text);
  });
  return { sentences, code, quotes: lines.quote, asides: lines.aside };
}

function addSentences(line: string, sentences: string[]): void {
  for (const sentence of line.split(/(?<=[.!?。！？])\s+|(?<=[。！？])/u)) {
    if (/[\p{L}\p{N}]/u.test(sentence)) sentences.push(sentence);
  }
}

/**
 * A line of Markdown without its inline marks. Addresses go, since they name a place and not a topic; the words of a
 * link stay. Most lines have no such mark, which is checked first.
 */
function plainLine(line: string): string {
  let plain = line;
  if (plain.includes("](") || plain.includes("][") || plain.includes("]:")) plain = withoutLinks(plain);
  if (plain.includes("://")) plain = plain.replace(/<?\b(?:https?|ftp|file):\/\/[^\s>)]+>?/giu, " ");
  if (plain.includes("<")) plain = plain.replace(/<\/?[a-z][^<>]{0,200}>/giu, " ");
  return plain;
}

/** The bounds keep the time linear: an open bracket is searched no further than a link is long. */
function withoutLinks(line: string): string {
  return line
    .replace(/^ {0,3}\[[^\][]{1,300}\]:\s.*$/u, " ")
    .replace(/!\[[^\][]{0,300}\](?:\([^()]{0,500}\)|\[[^\][]{0,300}\])/gu, " ")
    .replace(/\[([^\][]{1,300})\](?:\([^()]{0,500}\)|\[[^\][]{0,300}\])/gu, "$1");
}
