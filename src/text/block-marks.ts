import { limits } from "./mask-excess.ts";

/**
 * Most marks of quotes, items, headings, code, tables and definitions, and most blank lines, that are parsed on the event loop. Each block
 * takes the parser about a tenth of a millisecond, however short; 1,000 are more than a person writes in one comment.
 */
export const maxBlockMarks = 1000;

/** Longest text that is parsed on the event loop, in UTF-16 units: the longest that GitHub lets people post. */
export const maxLength = 65_536;

/**
 * Whether parsing might keep the event loop from its other work for more than some tenths of a second.
 * Pages of docs, which may be longer, are parsed on a thread of their own.
 */
export function isTooLong(text: string): boolean {
  return text.length > maxLength || countBlockMarks(text) > maxBlockMarks;
}

/** What makes blocks and cells in a text. Not too few: marks inside code count as well, and any `|` may part two cells. A blank line ends a paragraph. */
export function countBlockMarks(text: string): number {
  let total = text.match(/(?:\n|\r\n?)[ \t]*(?=[\n\r])/g)?.length ?? 0;
  for (const line of text.split(/[\r\n]+/)) {
    const marks = /^[ \t]*(?:[-+*>#=~`<[]|\d{1,9}[.)])[-+*>#. \t\d)]*/.exec(line)?.[0] ?? "";
    const count = marks.match(/[^ \t\d]/g)?.length ?? 0;
    // What is above the limit is masked when it is parsed.
    total += Math.min(count, limits.markersPerLine) + (line.match(/\|/g)?.length ?? 0);
  }
  return total;
}
