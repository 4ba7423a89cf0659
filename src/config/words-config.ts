import { z } from "zod";
import { languages } from "../core/language.ts";
import { closest } from "../text/closest.ts";
import { catalogue } from "../words/catalogue.ts";
import { problemsOfOverride } from "../words/check-override.ts";

const texts = new Map(catalogue.map((it) => [it.key, it.texts]));

/** Messages in a maintainer's own words: a text for all languages, or one for each. Keys and placeholders are checked. */
export const WordsConfig = z
  .record(
    z.string(),
    z.union([
      z.string(),
      z.strictObject({
        en: z.string().optional().describe("What is said in English."),
        "zh-CN": z.string().optional().describe("What is said in Simplified Chinese."),
      }),
    ]),
  )
  .default({})
  .superRefine((words, { addIssue }) => {
    for (const [key, own] of Object.entries(words)) {
      const ours = texts.get(key);
      if (!ours) {
        const suggestion = closest(key, [...texts.keys()]);
        const message = `there is no such message${suggestion === undefined ? "; docs/reference/messages.md lists them" : ""}`;
        addIssue({ code: "custom", path: [key], message, params: { isKey: true, suggestion } });
        continue;
      }
      for (const language of [undefined, ...languages]) {
        const text = typeof own === "string" ? (language ? undefined : own) : language && own[language];
        const problems = text === undefined ? [] : problemsOfOverride(text, ours.en);
        for (const message of problems) addIssue({ code: "custom", path: language ? [key, language] : [key], message });
      }
    }
  });
