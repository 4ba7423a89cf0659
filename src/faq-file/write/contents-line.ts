import type { SiteSyntax } from "../../core/faq-editor.ts";
import type { Edit } from "../edit/text-edit.ts";
import type { ContentsLine, Faq, FaqEntry } from "../faq-entry.ts";
import { linksInSource } from "../read/links-in-source.ts";
import { contentsOf } from "../read/read-contents.ts";
import { following, lastNumber, modelOf, withLastNumber } from "./entry-model.ts";
import { lineEndOf } from "./line-ends.ts";
import { htmlText, questionText } from "./question-text.ts";

interface Neighbour {
  readonly entry: FaqEntry;
  readonly side: "after" | "before";
}

/**
 * A file with a line for its new entry in the table of contents, in the style of the line of its neighbour `beside`:
 * behind it, or before it. Undefined where the table has no lines of its own for entries.
 */
export function addContentsLine(
  text: string,
  faq: Faq,
  entry: FaqEntry,
  { beside, question, syntax }: { readonly beside: Neighbour; readonly question: string; readonly syntax: SiteSyntax },
): string | undefined {
  const model = modelLine(faq, entry, beside);
  if (model === undefined) return undefined;
  const { line, side } = model;
  const numbers = { old: modelOf(text, model.entry)?.number, now: modelOf(text, entry)?.number };
  const added = inStyle(line, entry, { numbers, faq, side, question, syntax });
  if (added === undefined) return undefined;
  if (line.form === "link") return withLink(text, faq, line, added, side);
  const indent = indentOf(text, line.start);
  const eol = lineEndOf(text.slice(line.start, line.end + 2)) === "\n" ? lineEndOf(text) : "\r\n";
  const at = side === "after" ? endOfWhole(text, line) : line.start - indent.length;
  const whole = side === "after" ? `${eol}${indent}${added}` : `${indent}${added}${eol}`;
  return text.slice(0, at) + whole + text.slice(at);
}

/** The line of the neighbour, or of the nearest entry of its section that has one; in the longest table that does. */
function modelLine(
  faq: Faq,
  added: FaqEntry,
  { entry, side }: Neighbour,
): (Neighbour & { readonly line: ContentsLine }) | undefined {
  const own = faq.entries.filter(({ sections }) => sections.join("\n") === added.sections.join("\n"));
  const at = own.indexOf(added);
  const near = [
    ...(side === "before" ? own.slice(at + 1, at + 2).map((it): Neighbour => ({ entry: it, side: "before" })) : []),
    ...own
      .slice(0, Math.max(0, at))
      .toReversed()
      .map((it): Neighbour => ({ entry: it, side: "after" })),
    ...own.slice(at + 1).map((it): Neighbour => ({ entry: it, side: "before" })),
    ...(at === -1 ? [{ entry, side }] : []),
  ];
  const sizes = Map.groupBy(faq.contents, ({ table }) => table);
  for (const it of near) {
    const lines = contentsOf(faq, it.entry).toSorted(
      (a, b) => (sizes.get(b.table)?.length ?? 0) - (sizes.get(a.table)?.length ?? 0),
    );
    if (lines[0] !== undefined) return { ...it, line: lines[0] };
  }
  return undefined;
}

interface Around {
  readonly numbers: { readonly old: string | undefined; readonly now: string | undefined };
  readonly faq: Faq;
  readonly side: "after" | "before";
  /** As it was asked. */
  readonly question: string;
  readonly syntax: SiteSyntax;
}

/** `- [Old](#old)` becomes `- [New](#new)`; a number counts on. */
function inStyle(line: ContentsLine, entry: FaqEntry, around: Around): string | undefined {
  const link = linksInSource(line.line).find(({ url }) => url.includes("#"));
  const [fragment] = [entry.anchor, ...entry.ids].filter((it) => it !== "");
  if (link === undefined || fragment === undefined) return undefined;
  const { line: source } = line;
  const title = inTitle(link.title, source[link.start] === "<", around);
  const anchor = source.slice(link.urlStart, link.urlStart + link.url.indexOf("#") + 1) + fragment;
  const [titled, urled] = [
    { start: link.titleStart, end: link.titleEnd, text: title },
    { start: link.urlStart, end: link.urlStart + link.url.length, text: anchor },
  ];
  const [one, two] = titled.start < urled.start ? [titled, urled] : [urled, titled];
  const whole =
    source.slice(link.start, one.start) +
    one.text +
    source.slice(one.end, two.start) +
    two.text +
    source.slice(two.end, link.end);
  if (line.form === "link") return whole;
  return `${before(source.slice(0, link.start), line, around)}${whole}${behind(source.slice(link.end))}`;
}

const leadOfTitle = /^(?:\(?(?:Q(?:uestion)?\s?)?\d{1,4}(?:\.\d{1,4})*\s?[.):、：]\)?\s*|Q(?:uestion)?\s?[:.]\s*)/iu;

/** A number, or `Q:`, before the words of a link goes on as that of the entries does; bold letters stay bold. */
function inTitle(title: string, isHtml: boolean, { numbers, question, syntax }: Around): string {
  const [, mark = "", words = ""] = /^([*_]{0,3})(.*)$/su.exec(title) ?? [];
  const around = mark !== "" && title.endsWith(mark) ? mark : "";
  const lead = leadOfTitle.exec(words)?.[0] ?? "";
  const { old, now } = numbers;
  const number = lastNumber(lead);
  const next = old === undefined || now === undefined ? number && following(number) : now;
  const counted = next === undefined ? lead : withLastNumber(lead, next);
  return `${around}${counted}${isHtml ? htmlText(question, { syntax }) : questionText(question, syntax)}${around}`;
}

/** What stands before the link: a bullet, a number that counts on unless all of them are one, a cell of a table. */
function before(source: string, line: ContentsLine, { faq, side }: Around): string {
  if (!/^[\s|(]*\d/u.test(source)) return source;
  const numbers = faq.contents.flatMap((it) => {
    const number = it.table === line.table ? /^[\s|(]*(\d{1,9})/u.exec(it.line)?.[1] : undefined;
    return number === undefined ? [] : [number];
  });
  const areSame = numbers.length > 1 && numbers.every((it) => it === numbers[0]);
  return areSame || side === "before" ? source : source.replace(/\d{1,9}/u, following);
}

/** What stands behind the link without words of its own: a break, the end of a tag, the rest of a row. */
function behind(source: string): string {
  if (/^\s*\|/u.test(source)) {
    return source
      .split("|")
      .map((cell) => (cell.trim() === "" ? cell : " "))
      .join("|");
  }
  return /[\p{L}\p{N}]/u.test(source.replaceAll(/<[^<>]*>/gu, "")) ? "" : source;
}

/** Adds a link to a line of several, with their separator. */
function withLink(text: string, faq: Faq, line: ContentsLine, added: string, side: "after" | "before"): string {
  const others = faq.contents.filter((it) => it.table === line.table && it.form === "link");
  const at = others.indexOf(line);
  const [one, two] = at > 0 ? [others[at - 1], line] : [line, others[at + 1]];
  const between = one === undefined || two === undefined ? " | " : text.slice(one.end, two.start);
  const part = between.includes("\n") ? " | " : between;
  const place = side === "after" ? line.end : line.start;
  return `${text.slice(0, place)}${side === "after" ? part + added : added + part}${text.slice(place)}`;
}

/** A list item ends with its last words, a line with its line. */
function endOfWhole(text: string, { form, start, end }: ContentsLine): number {
  return form === "item" ? start + text.slice(start, end).trimEnd().length : end;
}

function indentOf(text: string, at: number): string {
  const lineStart = Math.max(text.lastIndexOf("\n", at - 1), text.lastIndexOf("\r", at - 1)) + 1;
  const lead = text.slice(lineStart, at);
  return /^[ \t]*$/u.test(lead) ? lead : "";
}

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

/** One of several links in a line is removed with the separator before it, the first with the one behind it. */
function linkCut(text: string, { contents }: Faq, line: ContentsLine): Edit[] {
  const others = contents.filter((it) => it.table === line.table && it.form === "link");
  const at = others.indexOf(line);
  const [previous, next] = [others[at - 1], others[at + 1]];
  if (previous !== undefined && !/[\r\n]/u.test(text.slice(previous.end, line.start))) {
    return [{ start: previous.end, end: line.end, text: "" }];
  }
  return next === undefined ? [] : [{ start: line.start, end: next.start, text: "" }];
}
