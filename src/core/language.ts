/** The languages in which the bot speaks, each complete. */
export const languages = ["en", "zh-CN"] as const;
export type Language = (typeof languages)[number];

/** In which language something is said, and where a repository's maintainers have put it into words of their own. */
export interface Locale {
  readonly language: Language;
  readonly overrides: Overrides;
}

/** A maintainer's own words by the key of the message: one text for all languages, or one for some of them. */
export type Overrides = Readonly<Record<string, string | Readonly<Partial<Record<Language, string | undefined>>>>>;

/**
 * Something that is said to people, before it is known in which language: whoever knows the thread calls it. What does
 * not know it, such as a refusal deep inside of a command, throws or returns it as it is.
 */
export type Text = (locale: Locale) => string;

/** What logs, the command line and tests read. */
export const english: Locale = { language: "en", overrides: {} };
