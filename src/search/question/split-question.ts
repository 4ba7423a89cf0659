import { formLabel } from "../words/stop-words.ts";

/** A question's body, taken apart. */
export interface QuestionParts {
  /** Sentences the asker wrote, in order, as plain text. */
  readonly sentences: readonly string[];
  /** Code, logs and stack traces. */
  readonly code: readonly string[];
  /** Words of others: quotes. */
  readonly quotes: readonly string[];
}

/** The start of a long body says what it is about; the rest is mostly a pasted log. */
const mostCharacters = 20_000;
const longestLine = 2_000;

const fence = /^ {0,3}(`{3,}|~{3,})/u;

/** Lines that programs write: timestamps, levels, stack frames, shell prompts, assignments of data. */
const logLine =
  /^\s*(?:\[?\d{4}-\d\d-\d\d[T ]|\[?\d\d:\d\d:\d\d|at [\w$.<>[\] ]+\(|File ".*", line \d+|(?:\[\w+\] ?)?(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL)\b[:\] ]|npm (?:ERR!|WARN|error|warn)|\$ |>>> |[{}[\]();,]+\s*$)/u;

/**
 * Takes a question's Markdown apart, line by line and in linear time: a question is read while somebody waits and may
 * be a megabyte of log, for which a syntax tree would block for seconds. What is cut wrong only weighs a little differently.
 * Comments, images, link targets, ticked boxes and the labels of question forms are left out.
 */
export function splitQuestion(markdown: string): QuestionParts {
  const prose: string[] = [];
  const code: string[] = [];
  const quotes: string[] = [];
  let open: string | undefined;
  for (const whole of withoutComments(markdown.slice(0, mostCharacters)).split(/\r\n?|\n/u)) {
    const line = whole.slice(0, longestLine);
    const mark = fence.exec(line)?.[1];
    if (open !== undefined) {
      if (mark?.startsWith(open) === true) open = undefined;
      else code.push(line);
    } else if (mark !== undefined) open = mark;
    else if (/^(?: {4}|\t)/u.test(line) || logLine.test(line)) code.push(line);
    else if (/^ {0,3}>/u.test(line)) quotes.push(plain(line.replace(/^[\s>]+/u, "")));
    else if (!isFormLine(line)) prose.push(plain(line));
  }
  return { sentences: prose.flatMap(sentencesOf), code, quotes };
}

function withoutComments(markdown: string): string {
  return markdown.replace(/<!--[^]*?(?:-->|$)/gu, " ");
}

function isFormLine(line: string): boolean {
  const heading = /^ {0,3}(?:#{1,6}\s+|\*\*)(.*)/u.exec(line)?.[1];
  return /^\s*[-*] \[[ xX]\]/u.test(line) || /^_no response_\s*$/iu.test(line) || formLabel.test(heading ?? "-");
}

/** Markdown's inline marks removed; addresses dropped, since they name a place and not a topic. */
function plain(line: string): string {
  return line
    .replace(/!\[[^\][]{0,300}\]\([^()]{0,500}\)/gu, " ")
    .replace(/\[([^\][]{1,300})\]\([^()]{0,500}\)/gu, "$1")
    .replace(/<?https?:\/\/[^\s>)]+>?/gu, " ")
    .replace(/<\/?[a-z][^<>]{0,200}>/giu, " ");
}

function sentencesOf(line: string): string[] {
  return line.split(/(?<=[.!?。！？])\s+|(?<=[。！？])/u).filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}
