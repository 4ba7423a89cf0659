/** The text ends within a value. */
export class CutShortError extends Error {
  override name = "CutShortError";
}

/** Behind the bracket that closes the one at `start`. Brackets in strings do not count. Throws `CutShortError`. */
export function endOfBrackets(text: string, start: number): number {
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
