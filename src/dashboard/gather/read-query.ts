import { UserError } from "../../core/errors.ts";

const maxTextLength = 200;

/** A text of a query, without space around it; undefined where it is empty or missing. Throws a `UserError` for a long one. */
export function readText(query: URLSearchParams, name: string, max = maxTextLength): string | undefined {
  const text = query.get(name)?.trim() ?? "";
  if (text.length > max) throw new UserError(`\`${name}\` is too long: it may have ${max} characters.`);
  return text === "" ? undefined : text.toWellFormed();
}

/** One of these words; undefined where it is empty or missing. */
export function readWord<Word extends string>(
  query: URLSearchParams,
  name: string,
  words: readonly Word[],
): Word | undefined {
  const text = readText(query, name);
  if (text === undefined) return undefined;
  const word = words.find((it) => it === text);
  if (word === undefined) throw new UserError(`\`${name}\` must be one of: ${words.join(", ")}.`);
  return word;
}

/** A whole number from 1 on; undefined where it is empty or missing. */
export function readCount(query: URLSearchParams, name: string): number | undefined {
  const text = readText(query, name);
  if (text === undefined) return undefined;
  const count = toCount(text);
  if (count === undefined) throw new UserError(`\`${name}\` must be a whole number from 1 on.`);
  return count;
}

/** A number of a discussion or a page as it stands in an address. */
export function toCount(text: string): number | undefined {
  return /^[1-9]\d{0,8}$/u.test(text) ? Number(text) : undefined;
}
