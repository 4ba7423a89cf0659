import type { Language, Text } from "../core/language.ts";
import { format, type Value } from "./format.ts";

/** Texts by key, in ICU MessageFormat: https://unicode-org.github.io/icu/userguide/format_parse/messages/ */
export type Messages = Readonly<Record<string, string>>;

/** All that is said in one place of the program, in each language. */
export interface Room<Said extends Messages = Messages> {
  /** The first part of its keys in the config and in the docs: `related-answers`. */
  readonly name: string;
  readonly texts: Readonly<Record<Language, Readonly<Record<keyof Said & string, string>>>>;
}

/** Says a message of a room: by its key, with a value for each of its placeholders. */
export type Say<Said extends Messages> = <Key extends keyof Said & string>(
  key: Key,
  ...values: [Placeholders<Said[Key]>] extends [never] ? [] : [Readonly<Record<Placeholders<Said[Key]>, Value>>]
) => Text;

/** A room with what says its messages. A language that lacks one does not compile. */
export function room<const Said extends Messages>(
  name: string,
  en: Said,
  zhCn: Readonly<Record<keyof Said & string, string>>,
): { readonly room: Room<Said>; readonly say: Say<Said> } {
  const texts = { en, "zh-CN": zhCn };
  const say: Say<Said> = (key, ...[values]) => {
    const whole = `${name}.${key}`;
    return (locale) => {
      const own = locale.overrides[whole];
      const text = (typeof own === "string" ? own : own?.[locale.language]) ?? texts[locale.language][key];
      return format(text, locale, values ?? {});
    };
  };
  return { room: { name, texts }, say };
}

/**
 * The names of a text's placeholders, as the compiler reads them. An arm of a plural or a choice is told from a
 * placeholder by its form: it is never one word alone (the guard of the words sees to it).
 */
type Placeholders<Said extends string> = Said extends `${string}{${infer Inside}}${infer Rest}`
  ? NamesIn<Inside> | Placeholders<Rest>
  : never;

type NamesIn<Inside extends string> = Inside extends `${infer Before}{${infer Deeper}`
  ? NameOf<Before> | NamesIn<Deeper>
  : Inside extends `${string}${" " | "#" | "." | "，" | "。"}${string}`
    ? NameOf<Inside>
    : Inside extends ""
      ? never
      : Inside;

type NameOf<Head extends string> = Head extends `${infer Name}, ${"plural" | "select" | "selectordinal"},${string}`
  ? Name
  : never;
