import { ExportError } from "./export-error.ts";

/** The text ends within a value. */
export class CutShortError extends Error {
  override name = "CutShortError";
}

/** Behind a JSON value, whatever is in it: it is not read. Throws `CutShortError`, or `ExportError` where no value begins. */
export function endOfValue(text: string, start: number): number {
  const first = text[start];
  if (first === undefined) throw new CutShortError();
  if (first === '"') return endOfString(text, start);
  if (first === "{" || first === "[") return endOfBrackets(text, start);
  scalar.lastIndex = start;
  const found = scalar.exec(text)?.[0];
  if (found === undefined) throw new ExportError(text, start, "here should be a value");
  return start + found.length;
}

const scalar = /[\w.+-]+/y;

/** Behind the quote that ends the string at `start`. */
export function endOfString(text: string, start: number): number {
  for (let at = start + 1; ;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) throw new CutShortError();
    let slashes = 0;
    while (text[quote - 1 - slashes] === "\\") slashes += 1;
    if (slashes % 2 === 0) return quote + 1;
    at = quote + 1;
  }
}

/** At what is no white space, from there on. */
export function skipBlank(text: string, at: number): number {
  blank.lastIndex = at;
  return at + (blank.exec(text)?.[0].length ?? 0);
}

const blank = /[ \t\r\n]*/y;

/** Behind the bracket that closes the one at `start`. Brackets in strings do not count. */
function endOfBrackets(text: string, start: number): number {
  let depth = 0;
  const marks = /["{}[\]]/gu;
  marks.lastIndex = start;
  for (let mark = marks.exec(text); mark !== null; mark = marks.exec(text)) {
    if (mark[0] === '"') marks.lastIndex = endOfString(text, mark.index);
    else depth += mark[0] === "{" || mark[0] === "[" ? 1 : -1;
    if (depth === 0) return marks.lastIndex;
  }
  throw new CutShortError();
}
