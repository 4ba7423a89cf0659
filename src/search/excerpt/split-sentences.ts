/** Full stops with what closes with them, and the space behind; East Asian ones need none. A run is looked at once. */
const ends = /(?<![.!?…])[.!?…]+["'”’»)\]]*\s+|(?<![。！？｡])[。！？｡]+[」』”）)]*\s*/gu;

/** Never the end of a sentence. A letter alone is an initial, or half of `z. B.`. */
const abbreviation =
  /(?:^|[\s(„"'])(?:\p{L}|e\.g|i\.e|cf|vs|viz|resp|approx|incl|esp|Mr|Mrs|Ms|Dr|Prof|St|Fig|No|Nr|Vol|ca|bzw|bspw|evtl|ggf|inkl|sog|vgl|z\.\s?B|d\.\s?h|u\.\s?a|o\.\s?ä|p\. ?ex|c\.-à-d|p\. ?ej|т\.\s?е|т\.\s?д|напр)\.$/u;

/** Ends a sentence only before a capital. */
const mayEnd = /(?:^|[\s(])(?:etc|usw|et al|Inc|Ltd|Co|p\.m|a\.m|St)\.$/u;

/** `1.` and `a)` before the words of a step. */
const listNumber = /^\s*(?:\d{1,3}|[a-z])[.)]$/u;

/** As far back as an abbreviation is looked for. */
const reach = 12;

/**
 * The sentences of a line. A dot within a word (`1.2.3`, `file.name.ts`) is none of its ends. `Intl.Segmenter` would
 * split behind every abbreviation before a capital, "e.g. Linux" or "z. B. Mails".
 */
export function splitSentences(line: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const { 0: end, index } of line.matchAll(ends)) {
    const behind = index + end.length;
    if (end.startsWith(".") && !isEnd(line, start, index, behind)) continue;
    sentences.push(line.slice(start, behind).trim());
    start = behind;
  }
  sentences.push(line.slice(start).trim());
  return sentences.filter((it) => it !== "");
}

function isEnd(line: string, start: number, dot: number, behind: number): boolean {
  const before = line.slice(Math.max(start, dot - reach), dot + 1);
  if (abbreviation.test(before) || listNumber.test(line.slice(start, dot + 1).slice(0, reach))) return false;
  return !mayEnd.test(before) || !/^\p{Ll}/u.test(line.slice(behind, behind + 2));
}
