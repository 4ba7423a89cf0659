import type { Heading } from "mdast";
import type { Edit } from "./edits.ts";

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
