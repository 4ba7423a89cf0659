import { fnv1a } from "./fnv.ts";

/** Shortest piece, and the length from which on the next place for a split is taken, in UTF-16 units. */
const [shortest, longest] = [2_000, 24_000];

/** One place in so many begins a piece. */
const oneIn = 8;

/**
 * Where a Markdown text may be split to be parsed piece by piece: offsets of lines behind a blank one that begin a block
 * of their own whatever was before (a heading, `<details>`, bold words), outside of what looks like code, comments and
 * other HTML that goes on over blank lines. Which of them are taken depends on their own words, so that a change of the
 * text moves the splits around it only.
 */
export function splitPieces(text: string): readonly number[] {
  const splits: number[] = [];
  let offset = 0;
  let last = 0;
  let isBehindBlank = false;
  let closes: ((line: string) => boolean) | undefined;
  for (const line of text.match(/[^\n]+\n?|\n/g) ?? []) {
    if (closes !== undefined) closes = closes(line) ? undefined : closes;
    else if (isBehindBlank && offset - last > shortest && isCut(line, offset - last)) {
      splits.push(offset);
      last = offset;
    } else closes = endOfOpen(line);
    isBehindBlank = line.trim() === "";
    offset += line.length;
  }
  return splits;
}

function isCut(line: string, length: number): boolean {
  if (!/^(?:#{1,6}[ \t]|<details|\*\*|Q\d{0,4}[:.])/.test(line)) return false;
  return length > longest || hashOf(line) % oneIn === 0;
}

/** What ends that which a line opens; undefined where it opens nothing. */
function endOfOpen(line: string): ((line: string) => boolean) | undefined {
  const fence = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1];
  if (fence !== undefined) return (it) => closesFence(it, fence);
  const [, tag] = /^ {0,3}<(!--|script|pre|style|textarea)/i.exec(line) ?? [];
  const end = tag === "!--" ? /-->/ : /<\/(?:script|pre|style|textarea)>/i;
  return tag === undefined || end.test(line) ? undefined : (it) => end.test(it);
}

/** Whether a line holds nothing but as many marks as opened the code, or more. */
function closesFence(line: string, fence: string): boolean {
  const marks = line.trim();
  return /^ {0,3}[`~]/.test(line) && marks.startsWith(fence) && /^(?:`+|~+)$/.test(marks);
}

/** With the high bits mixed in. */
function hashOf(line: string): number {
  const hash = fnv1a(line);
  return (hash ^ (hash >>> 15)) >>> 0;
}
