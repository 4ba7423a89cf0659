import type { Text } from "../core/language.ts";

/** Part of a text: as it stands, or said in the language of the whole. */
export type Part = string | number | Text;

/** A template whose parts are said in one language: for the Markdown around messages. */
export function md(strings: TemplateStringsArray, ...parts: readonly Part[]): Text {
  return (locale) => String.raw({ raw: strings }, ...parts.map((it) => (typeof it === "function" ? it(locale) : it)));
}

/** Parts one after the other. */
export function joined(parts: readonly Part[], by: string): Text {
  return (locale) => parts.map((it) => (typeof it === "function" ? it(locale) : it)).join(by);
}

/** Things as a sentence lists them: `a, b and c`, `a、b和c`. */
export function listed(things: readonly Part[]): Text {
  return (locale) => {
    const said = things.map((it) => String(typeof it === "function" ? it(locale) : it));
    if (locale.language === "en") {
      return said.length < 2 ? said.join("") : `${said.slice(0, -1).join(", ")} and ${said.at(-1) ?? ""}`;
    }
    return new Intl.ListFormat(locale.language, { type: "conjunction" }).format(said);
  };
}

/** The same with nothing before the last: `a, b, c`, `a、b、c`. */
export function enumerated(things: readonly Part[]): Text {
  return (locale) => joined(things, locale.language === "en" ? ", " : "、")(locale);
}

/** Sentences one after the other: with a space between them, where the language has one. */
export function sentences(parts: readonly Part[]): Text {
  return (locale) => joined(parts, locale.language === "en" ? " " : "")(locale);
}
