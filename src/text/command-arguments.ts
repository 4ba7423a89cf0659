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

/** `"…"` or `“…”`, as phones type it; without its closing mark a quote is an ordinary character. */
const quoted = `"([^"]*)"|“([^”]*)”`;
const part = new RegExp(`(?:([A-Za-z][A-Za-z-]*):(?!//)(?:${quoted}|(\\S+))|(?:${quoted})|(\\S+))(?=\\s|$)|\\S+`, "g");

/** Split into words and `key:value` options. A URL is a word, for all its colon. */
export function readArguments(rest: string): CommandArguments {
  const words: string[] = [];
  const given: GivenOption[] = [];
  for (const match of rest.matchAll(part)) {
    const [whole, key, plainQuoted, curlyQuoted, bare, plainWord, curlyWord] = match;
    if (key !== undefined) given.push({ key: key.toLowerCase(), value: plainQuoted ?? curlyQuoted ?? bare ?? "" });
    else words.push(plainWord ?? curlyWord ?? whole);
  }
  return { words, options: new Map(given.map(({ key, value }) => [key, value])), given };
}
