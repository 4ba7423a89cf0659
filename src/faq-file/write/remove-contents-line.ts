import type { Edit } from "../move/edits.ts";
import type { ContentsLine, Faq, FaqEntry } from "../read/faq-entry.ts";
import { contentsOf } from "./contents-of.ts";

/** The lines of an entry in the tables of contents, each with one line end: the one that came with it. */
export function contentsCuts(text: string, faq: Faq, entry: FaqEntry, isFirst: boolean): Edit[] {
  return contentsOf(faq, entry).flatMap((line) =>
    line.form === "link" ? linkCut(text, faq, line) : lineCut(text, line, isFirst),
  );
}

function lineCut(text: string, line: ContentsLine, isFirst: boolean): Edit[] {
  const written = text.slice(line.start, line.end);
  if (written.trimEnd() !== line.line.trimEnd()) return [];
  const lead = /(?<![ \t])[ \t]*$/u.exec(text.slice(0, line.start).slice(-200))?.[0].length ?? 0;
  const lineStart = line.start - lead;
  if (!/(?:^\uFEFF?|[\r\n])$/u.test(text.slice(0, lineStart).slice(-2))) return [];
  const end = line.form === "item" ? line.start + written.trimEnd().length : line.end;
  const before = /(?:\r\n|\n|\r)$/u.exec(text.slice(Math.max(0, lineStart - 2), lineStart))?.[0].length ?? 0;
  const after = /^[ \t]*(?:\r\n|\n|\r)/u.exec(text.slice(end, end + 300))?.[0].length ?? 0;
  if (isFirst || before === 0) return [{ start: lineStart, end: end + after, text: "" }];
  return [{ start: lineStart - before, end, text: "" }];
}

/** One of several links in a line goes with what parts it from the one before, the first with what parts it from the next. */
function linkCut(text: string, { contents }: Faq, line: ContentsLine): Edit[] {
  const others = contents.filter((it) => it.table === line.table && it.form === "link");
  const at = others.indexOf(line);
  const [previous, next] = [others[at - 1], others[at + 1]];
  if (previous !== undefined && !/[\r\n]/u.test(text.slice(previous.end, line.start))) {
    return [{ start: previous.end, end: line.end, text: "" }];
  }
  return next === undefined ? [] : [{ start: line.start, end: next.start, text: "" }];
}
