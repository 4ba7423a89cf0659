import { LineReader, type TakeLine } from "./line-reader.ts";

/**
 * Reads Markdown line by line and tells what each line is, in linear time: a question is read while somebody waits and
 * may be a megabyte of log, for which a syntax tree would block for seconds. What is cut wrong only weighs a little
 * differently. Comments, images, link targets, boxes to tick and the labels of question forms are left out.
 */
export function readLines(markdown: string, take: TakeLine): void {
  const text = markdown.includes("\r") ? markdown.replace(/\r\n?/gu, "\n") : markdown;
  const reader = new LineReader(take);
  for (let start = 0; start <= text.length;) {
    const end = text.indexOf("\n", start);
    reader.read(text.slice(start, end < 0 ? text.length : end));
    if (end < 0) return;
    start = end + 1;
  }
}
