/** What stands behind a command's name, taken apart. */
export interface CommandArguments {
  readonly words: readonly string[];
  /** By lower-case key; of those given several times the last one. */
  readonly options: ReadonlyMap<string, string>;
  /** All options in the order they were written, repeated ones too. */
  readonly given: readonly GivenOption[];
}

/** `key:value`. */
export interface GivenOption {
  /** In lower case. */
  readonly key: string;
  /** Without its quotes; empty for `key:""`. */
  readonly value: string;
}

/**
 * One word or option. `"…"` or `“…”`, as phones type it, is a phrase; without its closing mark, and a curly one that is
 * longer than any option may be, a quote is an ordinary character.
 */
const part = /(?:([A-Za-z][A-Za-z-]{0,60}):(?!\/\/))?(?:"([^"]*)"(?=\s|$)|“([^”]{0,500})”(?=\s|$)|(\S+))/g;

/** Split into words and `key:value` options. A URL is a word, for all its colon. */
export function readArguments(rest: string): CommandArguments {
  const words: string[] = [];
  const given: GivenOption[] = [];
  for (const match of rest.matchAll(part)) {
    const [, key, plainQuoted, curlyQuoted, bare] = match;
    const value = plainQuoted ?? curlyQuoted ?? bare ?? "";
    if (key === undefined) words.push(value);
    else given.push({ key: key.toLowerCase(), value });
  }
  return { words, options: new Map(given.map(({ key, value }) => [key, value])), given };
}
