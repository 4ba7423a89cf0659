/**
 * The English Snowball stemmer ("Porter2"), written out: the packages at hand are either ten times slower, which would
 * be a third of the time that an index takes to build, or do not bring `connection` and `connecting` together.
 * In it a `y` that is a consonant is written `Y`.
 *
 * @see https://snowballstem.org/algorithms/english/stemmer.html
 */
export function englishStem(word: string): string {
  const known = exceptions.get(word);
  if (known !== undefined) return known;
  let stem = markConsonants(word);
  const r1 = startOfR1(stem);
  const r2 = regionAfter(stem, r1);
  stem = withoutPlural(stem);
  if (keptAfterPlural.has(stem)) return stem;
  stem = withoutPast(stem, r1);
  stem = stem.replace(/(?<=.[^aeiouy])[yY]$/u, "i");
  stem = replaceEnd(stem, doubleSuffixes, r1);
  stem = replaceEnd(stem, suffixes, r1, r2);
  stem = replaceEnd(stem, lastSuffixes, r2);
  return withoutLastLetter(stem, r1, r2).toLowerCase();
}

const exceptions = new Map([
  ...["sky", "news", "howe", "atlas", "cosmos", "bias", "andes"].map((word): [string, string] => [word, word]),
  ["skis", "ski"],
  ["skies", "sky"],
  ["dying", "die"],
  ["lying", "lie"],
  ["tying", "tie"],
  ["idly", "idl"],
  ["gently", "gentl"],
  ["ugly", "ugli"],
  ["early", "earli"],
  ["only", "onli"],
  ["singly", "singl"],
]);

const keptAfterPlural = new Set(["inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed"]);

/** A suffix, what becomes of it, and a condition on what stands before it. */
type Suffix = readonly [suffix: string, to: string, before?: RegExp | "r2"];

/** By the last letter, which tells at once that most words have none of them; the longest first. */
type Suffixes = ReadonlyMap<string | undefined, readonly Suffix[]>;

function byLastLetter(list: readonly Suffix[]): Suffixes {
  return Map.groupBy(list, ([suffix]) => suffix.at(-1));
}

const doubleSuffixes = byLastLetter([
  ["ational", "ate"],
  ["fulness", "ful"],
  ["iveness", "ive"],
  ["ization", "ize"],
  ["ousness", "ous"],
  ["biliti", "ble"],
  ["lessli", "less"],
  ["tional", "tion"],
  ["alism", "al"],
  ["aliti", "al"],
  ["ation", "ate"],
  ["entli", "ent"],
  ["fulli", "ful"],
  ["iviti", "ive"],
  ["ousli", "ous"],
  ["abli", "able"],
  ["alli", "al"],
  ["anci", "ance"],
  ["ator", "ate"],
  ["enci", "ence"],
  ["izer", "ize"],
  ["bli", "ble"],
  ["ogi", "og", /l$/u],
  ["li", "", /[cdeghkmnrt]$/u],
]);

const suffixes = byLastLetter([
  ["ational", "ate"],
  ["tional", "tion"],
  ["alize", "al"],
  ["ative", "", "r2"],
  ["icate", "ic"],
  ["iciti", "ic"],
  ["ical", "ic"],
  ["ness", ""],
  ["ful", ""],
]);

const lastSuffixes = byLastLetter([
  ["ement", ""],
  ["able", ""],
  ["ance", ""],
  ["ence", ""],
  ["ible", ""],
  ["ment", ""],
  ["ant", ""],
  ["ate", ""],
  ["ent", ""],
  ["ion", "", /[st]$/u],
  ["ism", ""],
  ["iti", ""],
  ["ive", ""],
  ["ize", ""],
  ["ous", ""],
  ["al", ""],
  ["er", ""],
  ["ic", ""],
]);

function markConsonants(word: string): string {
  return word.includes("y") ? word.replace(/^y/u, "Y").replace(/([aeiouy])y/gu, "$1Y") : word;
}

/** Where the part begins that may be cut: after the first consonant that follows a vowel. */
function startOfR1(word: string): number {
  const prefix = /^(?:gener|commun|arsen)/u.exec(word)?.[0];
  return prefix?.length ?? regionAfter(word, 0);
}

function regionAfter(word: string, start: number): number {
  for (let i = start + 1; i < word.length; i++) if (isVowel(word, i - 1) && !isVowel(word, i)) return i + 1;
  return word.length;
}

function isVowel(word: string, at: number): boolean {
  return "aeiouy".includes(word.charAt(at));
}

function withoutPlural(word: string): string {
  if (word.endsWith("sses")) return word.slice(0, -2);
  if (word.endsWith("ied") || word.endsWith("ies")) return word.slice(0, word.length > 4 ? -2 : -1);
  if (!word.endsWith("s") || word.endsWith("us") || word.endsWith("ss")) return word;
  return /[aeiouy]./u.test(word.slice(0, -1)) ? word.slice(0, -1) : word;
}

function withoutPast(word: string, r1: number): string {
  const past = /(?:eed|ed|ing)(?:ly)?$/u.exec(word);
  if (past === null) return word;
  const rest = word.slice(0, past.index);
  if (past[0].startsWith("ee")) return past.index >= r1 ? `${rest}ee` : word;
  if (!/[aeiouy]/u.test(rest)) return word;
  if (/(?:at|bl|iz)$/u.test(rest)) return `${rest}e`;
  if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/u.test(rest)) return rest.slice(0, -1);
  return rest.length <= r1 && shortEnd.test(rest) ? `${rest}e` : rest;
}

/** A short syllable at the end: `hop`, `at`. */
const shortEnd = /(?:[^aeiouy][aeiouy][^aeiouywxY]|^[aeiouy][^aeiouy])$/u;

/** Replaces the longest of these suffixes that the word has, if it lies behind `region` and its condition holds. */
function replaceEnd(word: string, list: Suffixes, region: number, r2 = 0): string {
  for (const [suffix, to, before] of list.get(word.at(-1)) ?? []) {
    if (!word.endsWith(suffix)) continue;
    const start = word.length - suffix.length;
    const rest = word.slice(0, start);
    const isFit = before === undefined || (before === "r2" ? start >= r2 : before.test(rest));
    return start >= region && isFit ? rest + to : word;
  }
  return word;
}

function withoutLastLetter(word: string, r1: number, r2: number): string {
  const last = word.length - 1;
  if (word.endsWith("e")) {
    const isCut = last >= r2 || (last >= r1 && !shortEnd.test(word.slice(0, last)));
    return isCut ? word.slice(0, last) : word;
  }
  return word.endsWith("ll") && last >= r2 ? word.slice(0, last) : word;
}
