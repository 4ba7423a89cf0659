import type { Chance } from "./chance.ts";

/** Characters that parsers of text look at, and ones that few think of. */
const special = Array.from(
  "\0\t\n\r \"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~\u0085\u00A0\u00AD\u0130\u017F\u200B\u200D\u202E\u2028\u212A\u3000\uFEFF\uFFFD\uFFFF",
);
const ends = ["\n", "\r\n", "\r", "\n\n", "\u2028"];

/** What a text can become by one change. */
type Change = (text: string, from: Sources) => string;

interface Sources {
  readonly chance: Chance;
  readonly words: readonly string[];
  readonly others: readonly string[];
  readonly maxLength: number;
}

/** Long texts take long, and most failures are in short ones. */
const usualLength = 700;

/** The text with one to four changes; one in sixteen may be as long as is wanted at most. */
export function mutate(text: string, from: Sources): string {
  const most = from.chance.below(16) === 0 ? from.maxLength : Math.min(usualLength, from.maxLength);
  let changed = text;
  for (let left = 1 + from.chance.below(4); left > 0; left -= 1) {
    changed = from.chance.pick(changes)(changed, from).slice(0, most);
  }
  return changed;
}

const changes: readonly Change[] = [
  put(({ chance, words }) => chance.pick(words)),
  put(({ chance, words }) => chance.pick(words)),
  put(({ chance }) => chance.pick(special)),
  put(({ chance }) => String.fromCharCode(chance.below(2 ** 16))),
  put(({ chance, others }) => sliceOf(chance.pick(others), chance)),
  // Pieces again and again find what takes more than linear time.
  put(({ chance, words }) => chance.pick(words).repeat(1 << chance.below(12))),
  (text, { chance }) => {
    const { start, end } = spanIn(text, chance);
    const piece = text.slice(start, Math.min(end, start + 200));
    return text.slice(0, start) + piece.repeat(2 + chance.below(1 << chance.below(10))) + text.slice(end);
  },
  (text, { chance }) => {
    const { start, end } = spanIn(text, chance);
    return text.slice(0, start) + text.slice(end);
  },
  (text, { chance }) => text.slice(0, chance.below(text.length + 1)),
  (text, { chance }) => text.replaceAll(/\r\n?|\n/gu, chance.pick(ends)),
  (text, { chance }) => {
    const lines = text.split("\n");
    const [one, two] = [chance.below(lines.length), chance.below(lines.length)];
    [lines[one], lines[two]] = [lines[two] ?? "", lines[one] ?? ""];
    return lines.join("\n");
  },
  (text, { chance }) => {
    const before = chance.pick(["> ", "- ", "\t", "    ", "1. ", "# ", " "]);
    return text
      .split("\n")
      .map((line) => before + line)
      .join("\n");
  },
];

function put(piece: (from: Sources) => string): Change {
  return (text, from) => {
    const at = from.chance.below(text.length + 1);
    const dropped = from.chance.below(3) === 0 ? from.chance.below(8) : 0;
    return text.slice(0, at) + piece(from) + text.slice(at + dropped);
  };
}

function sliceOf(text: string, chance: Chance): string {
  const { start, end } = spanIn(text, chance);
  return text.slice(start, end);
}

function spanIn(text: string, chance: Chance): { readonly start: number; readonly end: number } {
  const start = chance.below(text.length + 1);
  return { start, end: start + chance.below(Math.min(text.length - start, 400) + 1) };
}
