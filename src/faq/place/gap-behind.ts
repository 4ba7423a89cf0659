import type { Span } from "../read/faq-entry.ts";

/** A line across, with the blank lines around it. */
const across = /^(\s*\n[ \t]*(?:-{3,}|\*{3,}|_{3,})[ \t]*\r?\n\s*?)(?=\S)/u;

/** What stands between two entries: blank lines, and a line across where the file draws them behind this one. */
export function gapBehind(text: string, { end }: Pick<Span, "end">, eol: string): string {
  const at = endOfLine(text, end);
  return across.exec(text.slice(at, at + 200))?.[1] ?? `${eol}${eol}`;
}

/** Whether a text is nothing but what stands between two entries. */
export function isGap(text: string): boolean {
  return text.trim() === "" || (text.length < 200 && across.exec(`${text}x`)?.[1] === text);
}

/** Behind the blanks that follow on the line. */
export function endOfLine(text: string, at: number): number {
  let end = at;
  while (text[end] === " " || text[end] === "\t") end++;
  return end;
}

/** Behind the last line that holds something, and behind a byte order mark. */
export function endOfContent(text: string, until: number): number {
  const held = text.slice(0, until).trimEnd().length;
  return Math.min(until, endOfLine(text, held === 0 && text.startsWith("\uFEFF") ? 1 : held));
}

/** Where an entry begins with the bare anchor above it: `<a name="why"></a>`. */
export function startWithAnchor(text: string, { start }: Pick<Span, "start">): number {
  const above = text.slice(Math.max(0, start - 300), start);
  const anchor = /<a\s+(?:name|id)=["']?[\w-]+["']?\s*(?:\/>|><\/a>)[ \t]*\r?\n\s*$/iu.exec(above);
  const isAlone = anchor !== null && /(?:^|\n)[ \t]*$/u.test(above.slice(0, anchor.index));
  return isAlone ? start - (above.length - anchor.index) : start;
}
