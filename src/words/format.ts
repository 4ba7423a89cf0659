import { IntlMessageFormat } from "intl-messageformat";
import type { Locale, Text } from "../core/language.ts";

/** What stands in the place of a placeholder. A text is said in the same language. */
export type Value = string | number | Text;

/** Parsed messages by language and text: all of ours, and the overrides of a few hundred repositories. */
const parsed = new Map<string, IntlMessageFormat>();
const maxParsed = 5_000;

/** A message with its values. Tags are text: Markdown and HTML stand in messages as they are. */
export function format(text: string, locale: Locale, values: Readonly<Record<string, Value>>): string {
  const { language } = locale;
  const said = Object.entries(values).map(([name, it]) => [name, typeof it === "function" ? it(locale) : it] as const);
  return String(messageOf(text, language).format(Object.fromEntries(said)));
}

function messageOf(text: string, language: string): IntlMessageFormat {
  const key = `${language} ${text}`;
  const known = parsed.get(key);
  if (known) return known;
  if (parsed.size >= maxParsed) parsed.clear();
  const message = new IntlMessageFormat(text, language, undefined, { ignoreTag: true });
  parsed.set(key, message);
  return message;
}
