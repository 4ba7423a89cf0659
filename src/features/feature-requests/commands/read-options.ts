import { UserError } from "../../../core/errors.ts";
import { noSuchOption, noValue, twice } from "../../../messages/feature-requests/refusals.ts";
import type { GivenOption } from "../../../text/command-arguments.ts";
import type { CommandLine } from "../../../text/find-commands.ts";
import { nearestFirst } from "../../../text/nearest-first.ts";

/** Longer than any name on GitHub, in UTF-16 units. */
const longestValue = 1_000;

/** What a command takes: options that may be given once, those that may be repeated, and whether others are fields of a board. */
export interface KnownOptions {
  readonly once: readonly string[];
  readonly often?: readonly string[];
  readonly othersAreFields?: boolean;
}

/** The options of a command by key, and those whose keys are fields of a board. */
export interface ReadOptions {
  one(key: string): string | undefined;
  all(key: string): readonly string[];
  readonly fields: readonly GivenOption[];
}

/** Check what was written before anything is done. Throws a `UserError` that names what is wrong and what is valid. */
export function readOptions({ name, given, words }: CommandLine, known: KnownOptions): ReadOptions {
  const keys = [...known.once, ...(known.often ?? [])];
  const empty = words.map((it) => /^([a-z][a-z-]*):$/iu.exec(it)?.[1]?.toLowerCase()).find((it) => it !== undefined);
  if (empty !== undefined && (keys.includes(empty) || known.othersAreFields)) throw new UserError(noValue(empty));
  for (const { key, value } of given) {
    if (!keys.includes(key) && !known.othersAreFields) {
      throw new UserError(noSuchOption(name, key, nearestFirst(keys, key, String)));
    }
    if (value.trim() === "") throw new UserError(noValue(key));
    if (value.length > longestValue)
      throw new UserError(`The value of \`${key}:\` is longer than ${longestValue} characters.`);
    const isRepeated = given.filter((it) => it.key === key).length > 1;
    if (isRepeated && !known.often?.includes(key)) throw new UserError(twice(key));
  }
  const all = (key: string) => given.filter((it) => it.key === key).map(({ value }) => value.trim());
  return { one: (key) => all(key)[0], all, fields: given.filter(({ key }) => !keys.includes(key)) };
}
