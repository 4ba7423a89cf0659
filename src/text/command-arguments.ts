/** What stands behind a command's name, taken apart. */
export interface CommandArguments {
  readonly words: readonly string[];
  readonly options: ReadonlyMap<string, string>;
}

/** `"…"` or `“…”`, as phones type it; without its closing mark a quote is an ordinary character. */
const quoted = `"([^"]*)"|“([^”]*)”`;
const part = new RegExp(`(?:([A-Za-z][A-Za-z-]*):(?!//)(?:${quoted}|(\\S+))|(?:${quoted})|(\\S+))(?=\\s|$)|\\S+`, "g");

/** Split into words and `key:value` options. A URL is a word, for all its colon. */
export function readArguments(rest: string): CommandArguments {
  const words: string[] = [];
  const options = new Map<string, string>();
  for (const match of rest.matchAll(part)) {
    const [whole, key, plainQuoted, curlyQuoted, bare, plainWord, curlyWord] = match;
    if (key !== undefined) options.set(key.toLowerCase(), plainQuoted ?? curlyQuoted ?? bare ?? "");
    else words.push(plainWord ?? curlyWord ?? whole);
  }
  return { words, options };
}
