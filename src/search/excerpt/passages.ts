import type { KnowledgeItem, KnowledgeKind } from "../../core/knowledge.ts";
import { toCodeSpan } from "../../text/split-code.ts";
import { readLines } from "../question/read-lines.ts";
import { plainPost, withCode, withoutLinks } from "./plain-post.ts";
import { splitSentences } from "./split-sentences.ts";

/** Something of an item that can be shown by itself: a sentence, a list item, a row of a table, a line of code. */
export interface Passage {
  /** One line. Inline code of people's posts stands in backticks; of docs it is plain. */
  readonly text: string;
  /** A line of a long block of code is of a program, or a configuration: it says little by itself. */
  readonly kind: "prose" | "code" | "program";
  /** Passages of one paragraph, and of one block of code, have the same number. */
  readonly block: number;
}

/** Most passages that are weighed. */
const maxPassages = 1_000;

/** How far into a text passages are looked for, in characters. */
const maxCharacters = 20_000;

/** Longest lead that is no sentence: "Example for Linux:". */
export const maxLabel = 40;

/** Whether a passage ends with a colon, and leads to what stands behind it. */
export function isLead({ kind, text }: Passage): boolean {
  return kind === "prose" && /[:：]$/u.test(text);
}

/** A block of code of more lines is a program. */
const maxCommands = 4;

/** Longer lines of code are no setting and no command. */
const maxCodeLine = 200;

/** Longest sentence that is one passage; a longer one is cut between its clauses. */
const maxSentence = 220;

interface Line {
  readonly text: string;
  readonly kind: "prose" | "code";
  readonly block: number;
}

/** What people wrote on GitHub is Markdown still; docs are plain text, with their code apart. */
export function passagesOf(item: KnowledgeItem, part: "body" | "answer"): Passage[] {
  const codes: string[] = [];
  const lines = isDocs(item.kind) ? docsLines(item, part) : postLines(item[part], codes);
  const lengths = Map.groupBy(lines, ({ block }) => block);
  const passages: Passage[] = [];
  for (const { text, kind, block } of joined(lines)) {
    if (passages.length >= maxPassages) break;
    if (kind === "code") passages.push(...codePassage(text, block, (lengths.get(block)?.length ?? 0) > maxCommands));
    else for (const sentence of sentencesOf(text)) passages.push({ text: withCode(sentence, codes), kind, block });
  }
  return passages;
}

function isDocs(kind: KnowledgeKind): boolean {
  return kind === "docs" || kind === "faq";
}

/** What is opened or closed on other lines, and what holds no letter, is no setting and no command. */
const fragment = /[{([]$|=>$|^[\])}]|^[^\p{L}\p{N}]*$|^<\/[\w.-]+>$/u;

/** What the lines below belong to: a section of TOML and INI, a key of YAML. */
const heading = /^\[{1,2}[^[\]]+\]{1,2}$|^(?:- )?["']?[\w./-]+["']?:$/u;

const comment = /^(?:\/\/|#|--|\/\*|\*|;|<!--|rem )\s/iu;

function codePassage(line: string, block: number, isProgram: boolean): Passage[] {
  const code = line
    .replaceAll(/\s+/gu, " ")
    .trim()
    .replace(/^(?:\$|>>>|PS>|#>) /u, "");
  if (fragment.test(code) || heading.test(code) || comment.test(code)) return [];
  const shown = code.replace(/,$/u, "").slice(0, maxCodeLine).toWellFormed();
  return [{ text: toCodeSpan(shown), kind: isProgram ? "program" : "code", block }];
}

/** Prose with the blocks of code that follow it, where their places are known; else the code comes last. */
function docsLines({ body, code, codeAt }: KnowledgeItem, part: "body" | "answer"): Line[] {
  if (part === "answer") return [];
  const lines: Line[] = [];
  let block = 0;
  let [at, codeFrom] = [0, 0];
  const add = (text: string, kind: Line["kind"]): void => {
    for (const line of text.split("\n")) lines.push({ text: line, kind, block: kind === "code" ? block : block++ });
    block++;
  };
  const places = codeAt ?? (code === "" ? [] : [[body.length, 0] as const]);
  for (const [i, [after, from]] of places.entries()) {
    if (after > maxCharacters || from > maxCharacters) break;
    if (after > at) add(body.slice(at, after).toWellFormed(), "prose");
    codeFrom = places[i + 1]?.[1] ?? code.length;
    add(code.slice(from, Math.min(codeFrom, from + maxCharacters)).toWellFormed(), "code");
    at = Math.max(at, after);
  }
  add(body.slice(at, maxCharacters).toWellFormed(), "prose");
  return lines.flatMap((line) => (line.kind === "code" ? [line] : cleaned(line)));
}

/** Marks of containers, includes and attribute lists that generators of docs sites know and GitHub does not. */
const leftOver = /^(?::::|\/\/\/|!!!\s|===\s"|\[\[?toc\]|\[![a-z]{1,20}\]$|<!--|\{[%*:<#{][^{}]*\}\}?$)/iu;

function cleaned(line: Line): Line[] {
  if (leftOver.test(line.text.slice(0, 300).trim())) return [];
  const text = line.text.includes("]") ? withoutLinks(line.text) : line.text;
  return [{ ...line, text: text.replaceAll(/\{[%<{].{0,200}?[%>}]\}/gu, " ") }];
}

function postLines(markdown: string, codes: string[]): Line[] {
  const lines: Line[] = [];
  let block = 0;
  readLines(markdown.slice(0, maxCharacters).toWellFormed(), (role, text) => {
    if (role === "quote" || role === "aside") return;
    const kind = role === "prose" ? "prose" : "code";
    if (kind === "prose" || lines.at(-1)?.kind === "prose") block++;
    if (kind === "code") lines.push({ text, kind, block });
    else if (!/^#{1,6}\s/u.test(text)) lines.push({ text: plainPost(text, codes), kind, block });
  });
  return lines;
}

/** Whether a line goes on in the next one: somebody's editor broke a paragraph at its right edge. */
function goesOn(line: string, next: string): boolean {
  return line.length > 50 && !/[.!?:;。！？|]["')]*\s*$/u.test(line) && /^[\p{Ll}(]/u.test(next);
}

function joined(lines: readonly Line[]): Line[] {
  const found: Line[] = [];
  for (const line of lines) {
    const last = found.at(-1);
    const isOne = last?.kind === "prose" && line.kind === "prose" && last.text.length < 2_000;
    if (isOne && goesOn(last.text, line.text)) found.splice(-1, 1, { ...last, text: `${last.text} ${line.text}` });
    else found.push(line);
  }
  return found;
}

function sentencesOf(text: string): string[] {
  const line = text.replaceAll(/\s+/gu, " ").trim();
  // A row of a table is read as a whole.
  const sentences = line.includes(" | ") ? [line] : splitSentences(line);
  return sentences
    .filter((it) => /[\p{L}\p{N}]/u.test(it))
    .flatMap((it) => (it.length > maxSentence ? clausesOf(it) : [it]));
}

/** Ends of clauses, of which long sentences have many. */
const clauseEnds = /[,;:–—]\s+|[，、；：]/gu;

/** A long sentence in stretches that can be shown, cut between clauses where it has some, each cut marked by `…`. */
function clausesOf(sentence: string): string[] {
  const starts = clauseStarts(sentence);
  return starts.map((from, i) => {
    const part = sentence.slice(from, starts[i + 1]).trim();
    return `${i > 0 ? "… " : ""}${part}${i < starts.length - 1 ? "…" : ""}`;
  });
}

function clauseStarts(sentence: string): number[] {
  const ends = [...sentence.matchAll(clauseEnds)].map(({ 0: end, index }) => index + end.length);
  const starts = [0];
  let last = 0;
  for (const end of [...ends, sentence.length]) {
    const start = starts.at(-1) ?? 0;
    if (end - start > maxSentence && last > start) starts.push(last);
    for (let from = starts.at(-1) ?? 0; end - from > maxSentence;) starts.push((from = wordEnd(sentence, from)));
    last = end;
  }
  return starts;
}

/** The last space within reach; without one, within the word, but neither a character nor what stands for code is cut. */
function wordEnd(sentence: string, start: number): number {
  const stretch = sentence.slice(start, start + maxSentence);
  const space = stretch.lastIndexOf(" ");
  if (space > maxSentence / 2) return start + space + 1;
  return start + Math.max(1, stretch.replace(/(?:[\uD800-\uDBFF]|\uE000\d*)$/u, "").length);
}
