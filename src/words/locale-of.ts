import type { Locale, Overrides } from "../core/language.ts";
import { isChinese } from "./is-chinese.ts";

/** What a config says of language. */
export interface LanguageSettings {
  readonly language: "auto" | "en" | "zh-CN";
  readonly words: Overrides;
}

/** The opening post of a discussion. */
interface Post {
  readonly title: string;
  readonly body: string;
}

/**
 * In which language something is said. A thread's own follows from its opening post alone, so that each edit of our
 * comment is in the same one. Without a post it is that of the repository, for issues, pull requests and reports.
 */
export function localeOf({ language, words }: LanguageSettings, post?: Post): Locale {
  if (language !== "auto") return { language, overrides: words };
  return { language: post && isChinese(post) ? "zh-CN" : "en", overrides: words };
}
