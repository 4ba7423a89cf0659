import type { Heading } from "mdast";
import type { Edit } from "./edits.ts";

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
