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
  /** Without its quotes; empty for `key:""`. Parts of a list are joined by `, `. */
  readonly value: string;
  /** The parts between commas that stand in no quotes. */
  readonly values: readonly string[];
  /** As it was written. */
  readonly written: string;
}

/** A key, or the beginning of an address. Forms of East Asian keyboards mean the same, and so does `=`. */
const keyAt = /([A-Za-z][A-Za-z-]{0,60})[:：=＝](?!\/\/)/uy;

/** Quotes as keyboards, phones and languages have them; without its closing mark a quote is an ordinary character. */
const quoteAt =
  /"([^"]{0,1000})"|[“”„‟]([^“”„‟]{0,1000})[“”„‟]|＂([^＂]{0,1000})＂|「([^」]{0,1000})」|『([^』]{0,1000})』/uy;

/** What people list with a space behind each comma; in other values that may be a sentence going on. */
const lists = /^(?:label|assignee)s?$/iu;

const comma = /[,，、]/u;
const commaAt = /[,，、]\s*/uy;
const endAt = /(?=\s|$)/uy;
const spaceAt = /\s+/uy;
const wordAt = /\S+/uy;
const bareAt = /[^\s,，、]+/uy;

/**
 * Split into words and `key:value` options. A value may be a list with commas: `label:docs, "good first issue"`. A URL is
 * a word, for all its colon.
 */
export function readArguments(rest: string): CommandArguments {
  const words: string[] = [];
  const given: GivenOption[] = [];
  for (let at = 0; at < rest.length;) {
    const space = match(spaceAt, rest, at);
    if (space) {
      at += space[0].length;
      continue;
    }
    const option = optionAt(rest, at);
    if (option) {
      given.push(option);
      at += option.written.length;
      continue;
    }
    const word = wholeQuote(rest, at) ?? { text: match(wordAt, rest, at)?.[0] ?? "", length: 0 };
    words.push(word.text);
    at += Math.max(1, word.length || word.text.length);
  }
  return { words, options: new Map(given.map(({ key, value }) => [key, value])), given };
}

/** A key with what stands right behind it; a key with nothing there is a word. */
function optionAt(text: string, start: number): GivenOption | undefined {
  const key = match(keyAt, text, start);
  if (!key) return undefined;
  const values: string[] = [];
  let end = start + key[0].length;
  for (let at = end; ;) {
    const part = partAt(text, at);
    if (!part) break;
    values.push(part.text);
    end = at + part.length;
    const next = match(commaAt, text, end);
    if (!next) break;
    at = end + next[0].length;
    const goesOn = next[0].length === 1 || lists.test(key[1] ?? "") || quotedAt(text, at) !== undefined;
    // A comma before the next option, or at the end, parts nothing.
    end += 1;
    if (!goesOn || match(keyAt, text, at)) break;
  }
  if (values.length === 0) return undefined;
  const written = text.slice(start, end);
  return { key: (key[1] ?? "").toLowerCase(), value: values.join(", "), values, written };
}

/** One part of a value: quoted up to a comma or space, or without any. */
function partAt(text: string, at: number): { readonly text: string; readonly length: number } | undefined {
  const quoted = quotedAt(text, at);
  const after = quoted && text[at + quoted.length];
  if (quoted && (after === undefined || after === "" || /\s/u.test(after) || comma.test(after))) return quoted;
  const bare = match(bareAt, text, at)?.[0];
  return bare === undefined ? undefined : { text: bare, length: bare.length };
}

/** A phrase that is a word, with the comma behind it. */
function wholeQuote(text: string, at: number) {
  const quoted = quotedAt(text, at);
  if (!quoted) return undefined;
  const end = at + quoted.length;
  if (match(endAt, text, end)) return quoted;
  return match(commaAt, text, end) ? { ...quoted, length: quoted.length + 1 } : undefined;
}

function quotedAt(text: string, at: number): { readonly text: string; readonly length: number } | undefined {
  const quoted = match(quoteAt, text, at);
  if (!quoted) return undefined;
  return { text: quoted.slice(1).find((it) => it !== undefined) ?? "", length: quoted[0].length };
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
