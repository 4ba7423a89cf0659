/** Behind the blanks that follow on the line. */
export function endOfLine(text: string, at: number): number {
  let end = at;
  while (text[end] === " " || text[end] === "\t") end++;
  return end;
}

/** Behind the line end that follows, with blanks before it; undefined where something else follows, or nothing. */
export function behindLineEnd(text: string, at: number): number | undefined {
  const end = endOfLine(text, at);
  const lineEnd = /^(?:\r\n|\n|\r)/u.exec(text.slice(end, end + 2))?.[0];
  return lineEnd === undefined ? undefined : end + lineEnd.length;
}

/** Behind the last line that holds something, and behind a byte order mark. */
export function endOfContent(text: string, until: number): number {
  const held = text.slice(0, until).trimEnd().length;
  return Math.min(until, endOfLine(text, held === 0 && text.startsWith("\uFEFF") ? 1 : held));
}

/**
 * A text with a block behind `at`, `gap` between them: behind the line end that is there, so that no old line changes,
 * whichever line ends the block has.
 */
export function insertBehind(text: string, at: number, gap: string, block: string): string {
  const behind = behindLineEnd(text, at);
  const [, lead = "", lineEnd] = /^([ \t]*(\r\n|\n|\r))/u.exec(gap) ?? [];
  if (behind === undefined || lineEnd === undefined) return `${text.slice(0, at)}${gap}${block}${text.slice(at)}`;
  return `${text.slice(0, behind)}${gap.slice(lead.length)}${block}${lineEnd}${text.slice(behind)}`;
}

/** What `insertBehind` put in behind `at` and that ends at `end`. */
export function insertedBehind(
  text: string,
  at: number,
  end: number,
): { readonly start: number; readonly end: number } {
  const [start, until] = [behindLineEnd(text, at), behindLineEnd(text, end)];
  return start === undefined || until === undefined ? { start: at, end } : { start, end: until };
}

/** How most lines of a text end. */
export function lineEndOf(text: string): string {
  const windows = text.match(/\r\n/gu)?.length ?? 0;
  const all = text.match(/\n/gu)?.length ?? 0;
  if (all === 0 && text.includes("\r")) return "\r";
  return windows * 2 > all ? "\r\n" : "\n";
}
