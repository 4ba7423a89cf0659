import { visit } from "unist-util-visit";
import { parseMarkdown } from "../../text/parse-markdown.ts";

/** https://spec.commonmark.org/0.31.2/#tabs */
const tabStop = 4;

/**
 * Markdown with spaces in place of the tabs by which its lines are set in, so that it can be set in further: a tab goes
 * to the next of fixed columns, however far that is, and what it made code or part of an item would be so no more. Tabs
 * within code stay.
 */
export function spacesForTabs(text: string): string {
  if (!text.includes("\t")) return text;
  const inCode = codeColumns(text);
  const lines = text.split("\n");
  return lines.map((line, i) => expanded(line, inCode.get(i) ?? structure.exec(line)?.[0].length ?? 0)).join("\n");
}

/** What may stand before the words of a line: marks of quotes and of items. */
const structure = /^(?:[ \t>]|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))*/u;

/** Of lines of code by number: how many units at their beginning are no code. */
function codeColumns(text: string): ReadonlyMap<number, number> {
  const lines = text.split("\n");
  const found = new Map<number, number>();
  visit(parseMarkdown(text), "code", ({ position }) => {
    const [start, end] = [position?.start.offset ?? 0, position?.end.offset ?? 0];
    const lineStart = text.lastIndexOf("\n", start - 1) + 1;
    const isFenced = /^(?:`{3}|~{3})/u.test(text.slice(start, start + 3));
    const column = widthOf(text.slice(lineStart, start)) + (isFenced ? 0 : tabStop);
    const first = text.slice(0, start).split("\n").length - 1;
    // Code that begins on the line of its item's mark is indented by the structure before it.
    const isBehindMark = /[^\s>]/u.test(text.slice(lineStart, start));
    const last = text.slice(0, end).split("\n").length - 1;
    for (let i = isFenced || isBehindMark ? first + 1 : first; i <= last; i++)
      found.set(i, unitsUpTo(lines[i] ?? "", column));
  });
  return found;
}

/** How many units of a line lie before a column; a tab over it is one of them. */
function unitsUpTo(line: string, column: number): number {
  const units = /^[ \t>]*/u.exec(line)?.[0].length ?? 0;
  let at = 0;
  while (at < units && widthOf(line.slice(0, at)) < column) at++;
  return at;
}

function widthOf(text: string): number {
  let width = 0;
  for (const unit of text) width += unit === "\t" ? tabStop - (width % tabStop) : 1;
  return width;
}

function expanded(line: string, units: number): string {
  let out = "";
  for (const unit of line.slice(0, units)) out += unit === "\t" ? " ".repeat(tabStop - (out.length % tabStop)) : unit;
  return out + line.slice(units);
}
