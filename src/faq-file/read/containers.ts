import { parseMarkdown } from "../../text/parse-markdown.ts";
import { plainText } from "../../text/plain-text.ts";
import type { Block } from "./blocks.ts";
import { containerLine, type ClosingLine, type OpeningLine } from "./container-line.ts";
import type { Collapsible } from "./draft.ts";

/** Most lines that a tag with its attributes goes over, and most containers inside of each other that are looked at. */
const maxTagLines = 20;
const maxDepth = 50;

interface Line {
  readonly start: number;
  readonly end: number;
  /** Columns before its first letter. */
  readonly indent: number;
  /** Without its indentation. */
  readonly words: string;
}

interface Open {
  readonly line: OpeningLine;
  readonly start: number;
  readonly questionEnd: number;
  readonly inner: Collapsible[];
  /** Behind the last line indented by enough columns. */
  bodyEnd: number;
  /** Fewest columns that a line of it is indented by. */
  indent: number;
}

/** Collapsible parts in the syntax of site generators, outside of code and HTML comments. */
export function containersIn(blocks: readonly Block[], text: string): readonly Collapsible[] {
  if (!/^[ \t]*(?::::|\?\?\?|!!!|\{\{[<%]|\{%|<[A-Z]|<[a-z]{1,3}-)/mu.test(text)) return [];
  const found: Collapsible[] = [];
  const open: Open[] = [];
  const close = (until: number, end: (it: Open) => number, after: (it: Open) => number): void => {
    while (open.length > until) {
      const it = open.pop();
      if (it !== undefined) (open.at(-1)?.inner ?? found).push(...toCollapsible(it, end(it), after(it), text));
    }
  };
  for (const line of linesOf(blocks, text)) {
    const left = open.findIndex((it) => it.line.body !== undefined && line.indent < it.line.body);
    if (left !== -1)
      close(
        left,
        (it) => it.bodyEnd,
        (it) => it.bodyEnd,
      );
    const read = containerLine(line.words, line.indent);
    const at = read?.kind === "close" ? open.findLastIndex((it) => closes(read, it)) : -1;
    for (const it of at === -1 ? open : open.slice(0, at)) note(it, line);
    if (read?.kind === "open" && open.length < maxDepth) open.push(opened(read, line));
    if (read?.kind === "open" && read.closing !== undefined) {
      const [from, to] = read.closing;
      close(
        open.length - 1,
        () => line.start + line.indent + from,
        () => line.start + line.indent + to,
      );
    }
    if (at === -1) continue;
    // A container that is left open in another one has no end, and is dropped.
    for (const it of open.splice(at + 1)) open.at(-1)?.inner.push(...it.inner);
    close(
      at,
      () => line.start,
      () => line.end,
    );
  }
  const body = open.findIndex((it) => it.line.body !== undefined);
  if (body !== -1)
    close(
      body,
      (it) => it.bodyEnd,
      (it) => it.bodyEnd,
    );
  for (const it of open) found.push(...it.inner);
  return found;
}

function closes(read: ClosingLine, { line }: Open): boolean {
  return line.name === read.name && (line.colons ?? 0) <= (read.colons ?? Infinity);
}

function opened(line: OpeningLine, { start, end, indent }: Line): Open {
  const questionEnd = line.length === undefined ? end : start + indent + line.length;
  return { line, start: start + indent, questionEnd, inner: [], bodyEnd: end, indent: Infinity };
}

function note(it: Open, { end, indent }: Line): void {
  if (it.line.body !== undefined) it.bodyEnd = end;
  it.indent = Math.min(it.indent, indent);
}

function toCollapsible(
  { line, start, questionEnd, inner, indent }: Open,
  answerEnd: number,
  end: number,
  text: string,
): Collapsible[] {
  const question = line.title === "" ? "" : plainText(parseMarkdown(line.title)).replaceAll(/\s+/gu, " ");
  if (question === "" || text.slice(questionEnd, answerEnd).trim() === "") return [...inner];
  const setIn = line.body ?? (Number.isFinite(indent) ? indent : 0);
  const place = {
    anchor: "",
    start,
    end,
    questionEnd,
    answerStart: questionEnd,
    answerEnd,
    ...(setIn > 0 && { indent: setIn }),
  };
  return [{ draft: { shape: "container", question, ...place }, inner, isForQuestions: line.isForQuestions }];
}

/** The lines of a text that are neither blank nor code; a tag over several lines is one. */
function* linesOf(blocks: readonly Block[], text: string): Iterable<Line> {
  const comments = blocks.filter(({ node }) => node.type === "html" && node.value.startsWith("<!--"));
  let at = 0;
  let fence: string | undefined;
  const found = [...text.matchAll(/[^\r\n]+/gu)];
  for (let i = 0; i < found.length; i++) {
    const index = found[i]?.index ?? 0;
    const source = found[i]?.[0] ?? "";
    while ((comments[at]?.end ?? Infinity) <= index) at++;
    if ((comments[at]?.start ?? Infinity) <= index) continue;
    const indent = source.length - source.trimStart().length;
    const words = source.slice(indent);
    const marks = /^(?:`{3,}|~{3,})/u.exec(words)?.[0];
    if (fence !== undefined) {
      if (marks?.startsWith(fence) === true && words.trimEnd() === marks) fence = undefined;
    } else if (marks !== undefined) fence = marks;
    else if (words !== "") {
      const more = /^<(?:[A-Z]|[a-z]{1,3}-)[^<>]*$/u.test(words) ? linesOfTag(found.slice(i, i + maxTagLines)) : 0;
      i += more;
      const last = found[i];
      const end = (last?.index ?? 0) + (last?.[0].length ?? 0);
      yield { start: index, end, indent, words: text.slice(index + indent, end) };
    }
  }
}

/** How many lines more it takes until a tag ends; 0 where it does not. */
function linesOfTag(lines: readonly RegExpExecArray[]): number {
  const at = lines.findIndex(([line], i) => i > 0 && /^[^<>]*\/?>[ \t]*$/u.test(line));
  return Math.max(0, at);
}
