import { UserError } from "../core/errors.ts";
import type { GivenOption } from "./command-arguments.ts";
import type { CommandLine } from "./find-commands.ts";
import { isSlip } from "./is-slip.ts";
import type { Text } from "../core/language.ts";
import { enumerated, sentences } from "../words/compose-text.ts";
import { say } from "../words/messages/words.ts";
import { inlineText } from "./neutralise.ts";
import { nearestFirst } from "./nearest-first.ts";

/** Longer than any name on GitHub, in UTF-16 units. */
const maxValueLength = 1_000;

/** What a command takes: options that may be given once, those that may be repeated, and whether others are fields of a board. */
export interface KnownOptions {
  readonly once: readonly string[];
  readonly often?: readonly string[];
  readonly othersAreFields?: boolean;
}

/** The options of a command by key, those whose keys are fields of a board, and what is no option. */
export interface ReadOptions {
  one(key: string): string | undefined;
  /** Each part of a list is one. */
  all(key: string): readonly string[];
  readonly fields: readonly { readonly key: string; readonly value: string }[];
  readonly words: readonly string[];
}

type Option = Pick<GivenOption, "key" | "value" | "values">;

/**
 * The one reader of options, of every command. With or without a space behind the colon. Throws a `UserError` that
 * names what is wrong and what is valid.
 */
export function readOptions(line: CommandLine, known: KnownOptions): ReadOptions {
  const { name } = line;
  const keys = [...known.once, ...(known.often ?? [])];
  const { words, given } = withSpaces(line, (key) => keys.includes(key) || known.othersAreFields === true);
  for (const { key, value } of given) {
    if (!keys.includes(key) && !known.othersAreFields) throw new UserError(noSuchOption(name, key, keys));
    if (value.trim() === "") throw new UserError(noValue(key));
    if (value.length > maxValueLength)
      throw new UserError(say("options.too-long", { option: key, max: maxValueLength }));
    const isRepeated = given.filter((it) => it.key === key).length > 1;
    if (isRepeated && !known.often?.includes(key)) throw new UserError(twice(key));
  }
  const of = (key: string) => given.filter((it) => it.key === key);
  return {
    one: (key) => of(key)[0]?.value.trim(),
    all: (key) => of(key).flatMap(({ values }) => values.map((it) => it.trim()).filter((it) => it !== "")),
    fields: given.filter(({ key }) => !keys.includes(key)),
    words,
  };
}

/** An option that a command does not know; one that was meant comes first. */
export function noSuchOption(command: string, key: string, keys: readonly string[]): Text {
  const nearest = nearestFirst(keys, key, String);
  const meant = nearest.find((it) => isSlip(key, it));
  const options = enumerated(nearest.map((it) => `\`${it}:\``));
  const known = nearest.length === 0 ? say("options.none") : say("options.known", { options });
  const hint = meant === undefined ? known : say("options.meant", { option: meant });
  return sentences([say("options.unknown", { command, option: inlineText(key, 40) }), hint]);
}

function noValue(key: string): Text {
  return say("options.no-value", { option: key });
}

function twice(key: string): Text {
  return say("options.twice", { option: key });
}

/** A key that stands alone takes the word behind it. */
function withSpaces(
  { words: all, given }: CommandLine,
  isKey: (key: string) => boolean,
): { readonly words: readonly string[]; readonly given: readonly Option[] } {
  const words: string[] = [];
  const found: Option[] = [...given];
  let open: string | undefined;
  for (const word of all) {
    const key = /^([a-z][a-z-]*)[:：=＝]$/iu.exec(word)?.[1]?.toLowerCase();
    if (open !== undefined) {
      found.push({ key: open, value: word, values: [word] });
      open = undefined;
    } else if (key !== undefined && isKey(key)) open = key;
    else words.push(word);
  }
  if (open !== undefined) throw new UserError(noValue(open));
  return { words, given: found };
}
