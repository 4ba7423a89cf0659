/** What kinds of ASCII characters a word has, as bits. */
export const lower = 1;
export const upper = 2;
export const digit = 4;
/** Punctuation between the parts of a compound: dots, dashes, slashes, underscores. */
export const joint = 8;
export const beyondAscii = 16;

/** The kind of one UTF-16 code unit. */
export function kindOf(code: number): number {
  if (code >= 97 && code <= 122) return lower;
  if (code >= 65 && code <= 90) return upper;
  if (code >= 48 && code <= 57) return digit;
  return code > 127 ? beyondAscii : joint;
}

/** The kinds of all characters of a word from `start` on. Much faster than one regular expression after the other. */
export function kindsOf(word: string, start = 0): number {
  let kinds = 0;
  for (let i = start; i < word.length; i++) kinds |= kindOf(word.charCodeAt(i));
  return kinds;
}
