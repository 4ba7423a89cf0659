import { CutShortError, endOfBrackets, endOfString } from "../text/json-ends.ts";
import { ExportError } from "./export-error.ts";

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

/** At what is no white space, from there on. */
export function skipBlank(text: string, at: number): number {
  blank.lastIndex = at;
  return at + (blank.exec(text)?.[0].length ?? 0);
}

const blank = /[ \t\r\n]*/y;
