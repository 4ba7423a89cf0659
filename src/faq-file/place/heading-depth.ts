import type { FaqEntry } from "../read/faq-entry.ts";

/** How deep the heading of an entry is, from 1 to 6. */
export function headingDepth({ start }: Pick<FaqEntry, "start">, text: string): number {
  const marks = /^ {0,3}(#{1,6})/u.exec(text.slice(start, start + 10))?.[1];
  if (marks !== undefined) return marks.length;
  const html = /^(?:<a\b[^<>]*>(?:<\/a>)?\s*)?<h([1-6])\b/iu.exec(text.slice(start, start + 500))?.[1];
  if (html !== undefined) return Number(html);
  return /^[^\n]*\n {0,3}=/u.test(text.slice(start, start + 1_000)) ? 1 : 2;
}
