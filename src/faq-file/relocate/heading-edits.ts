import type { Heading } from "mdast";
import type { Edit } from "../edit/text-edit.ts";

/**
 * Edits that put headings `shift` deeper, as far as six depths allow. Underlined headings become ones with `#`: there
 * are underlines for two depths only.
 */
export function demoteHeadings(headings: readonly Heading[], text: string, shift: number): Edit[] {
  if (shift === 0) return [];
  return headings.flatMap((heading) => {
    // An underlined heading may be given the place of definitions right before it.
    const first = heading.children[0]?.position?.start.offset ?? 0;
    const start = text.startsWith("#", heading.position?.start.offset) ? (heading.position?.start.offset ?? 0) : first;
    const end = heading.position?.end.offset ?? 0;
    const marks = "#".repeat(Math.min(6, heading.depth + shift));
    const source = text.slice(start, end);
    if (source.startsWith("#")) return [{ start, end: start + heading.depth, text: marks }];
    return [
      { start, end: start, text: `${marks} ` },
      ...joinLines(heading, text, start),
      ...underline(source, start, end),
    ];
  });
}

/** The line under an underlined heading goes. A `#` that ended its text would now be taken for a mark. */
function underline(source: string, start: number, end: number): Edit[] {
  const lineEnd = source.lastIndexOf("\n");
  if (lineEnd === -1) return [];
  const title = source.slice(0, lineEnd).replace(/(?<![ \t\r])[ \t\r]+$/u, "");
  const hashes = /(?<!#)#+$/u.exec(title)?.[0] ?? "";
  return [{ start: start + title.length - hashes.length, end, text: hashes === "" ? "" : `${hashes.slice(1)}\\#` }];
}

/** A heading with `#` has one line: line ends within the text become spaces, forced ones `<br>`. */
function joinLines(heading: Heading, text: string, start: number): Edit[] {
  const last = heading.children.at(-1)?.position?.end.offset ?? 0;
  const edits: Edit[] = [];
  // The marks of the quotes and lists around stand at the start of each line.
  for (const found of text.slice(start, last).matchAll(/(\\?)(?<![ \t])([ \t]*)\r?\n[\s>]*/gu)) {
    const at = start + found.index;
    const isForced = found[1] === "\\" || found[2]?.startsWith("  ") === true;
    edits.push({ start: at, end: at + found[0].length, text: isForced ? "<br>" : " " });
  }
  return edits;
}

/** Edits that make paragraphs in bold letters of headings, which then have no anchors. */
export function boldHeadings(headings: readonly Heading[], text: string): Edit[] {
  return headings.flatMap((heading): Edit[] => {
    const [start, end] = [heading.position?.start.offset ?? 0, heading.position?.end.offset ?? 0];
    const [first, last] = [heading.children[0], heading.children.at(-1)];
    const from = first?.position?.start.offset ?? end;
    const to = last?.position?.end.offset ?? end;
    const [open, close] = signs(heading, text.slice(from, to));
    // An underlined heading may be given the place of definitions right before it.
    const begin = text.startsWith("#", start) ? start : from;
    return [
      { start: begin, end: from, text: `${blankBefore(text, begin)}${open}` },
      { start: to, end, text: `${close}${blankBehind(text, begin, end)}` },
    ];
  });
}

function signs({ children }: Heading, written: string): readonly [string, string] {
  const isBold = children.length === 1 && children[0]?.type === "strong";
  if (isBold || written.trim() === "") return ["", ""];
  return /[*_]/u.test(written) ? ["<strong>", "</strong>"] : ["**", "**"];
}

/** A heading may stand right below a paragraph; a paragraph may not. */
function blankBefore(text: string, start: number): string {
  const prefix = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  const above =
    text
      .slice(0, start - prefix.length)
      .split("\n")
      .at(-2) ?? "";
  return /^[\s>]*$/u.test(prefix) && /[^\s>]/u.test(above) ? `\n${prefix}` : "";
}

/** A blank line with the marks of the quotes around, where something follows on the next line. */
export function blankBehind(text: string, start: number, end: number): string {
  if (!/^[^\S\n]*\n[^\n]*[^\s>]/u.test(text.slice(end))) return "";
  const before = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  // Those of items stand at their first lines alone.
  return `\n${before.replaceAll(/[^>\s]/gu, " ").trimEnd()}`;
}
