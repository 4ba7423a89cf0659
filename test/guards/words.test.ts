import { parse, TYPE, type MessageFormatElement } from "@formatjs/icu-messageformat-parser";
import type { Node } from "mdast";
import { globSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { languages } from "../../src/core/language.ts";
import { parseMarkdown } from "../../src/text/parse-markdown.ts";
import { childrenOf, valueOf } from "../../src/text/plain-text.ts";
import { callsIn, placeholdersOf } from "../../src/words/check-override.ts";
import { catalogue, rooms } from "../../src/words/catalogue.ts";
import { githubFinds } from "../helpers/github-finds.ts";

const read = (file: string) => readFileSync(file, "utf8");

/** What speaks English to everybody for now, each with the reason. Nothing is added here without one. */
const english: Readonly<Record<string, string>> = {
  "src/features/watch/messages/explain-clocks.ts": "`/why` diagnoses, for the team, in the terms of the docs",
  "src/features/watch/messages/explain-suggestion.ts": "`/why` diagnoses, for the team, in the terms of the docs",
  "src/features/feature-requests/messages/not-set.ts": "noted when it could not be set, where the thread is not known",
  "src/features/feature-requests/planning/checklist.ts": "the planning questions are found again by their words",
  "src/features/reports/decide.ts": "reports have definitions, which are English",
  "src/features/interviews/messages/say-reason.ts": "a part of reports, whose definitions are English",
  "src/features/faq/messages/pull-request.ts": "a commit's message is English, as commits are",
};

const listed = catalogue.flatMap(({ key, texts }) => languages.map((it) => [`${key} (${it})`, texts[it]] as const));

describe("each message", () => {
  it("is of a room in the catalogue", () => {
    const there = globSync("src/**/messages/en.ts").map((it) => dirname(it).split("/").at(-2));
    const named = rooms.map(({ name }) => ({ commands: "pipeline", shared: "words" })[name] ?? name);
    expect(new Set(there)).toEqual(new Set(named));
    expect(there).toHaveLength(named.length);
  });

  it("is there in every language, and no other is", () => {
    for (const { texts } of rooms) {
      for (const it of languages) expect(Object.keys(texts[it]).toSorted()).toEqual(Object.keys(texts.en).toSorted());
    }
    expect(listed.filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  it.each(catalogue)("$key has the same placeholders in every language", ({ texts }) => {
    for (const it of languages) expect(placeholdersOf(texts[it])).toEqual(placeholdersOf(texts.en));
  });

  it("is short enough to be read", () => {
    expect(listed.filter(([, text]) => text.length > 450)).toEqual([]);
  });

  it("gives GitHub nothing to notice: no mention, no reference, no closing keyword", () => {
    expect(listed.filter(([, text]) => callsIn(text).length > 0)).toEqual([]);
    // Addresses are put in where they belong.
    expect(
      listed.filter(([, text]) => githubFinds(text.replaceAll("{url}", "https://example.com")).length > 0),
    ).toEqual([]);
  });

  it("has arms that the compiler tells from placeholders: none is a word alone", () => {
    const bare = (it: MessageFormatElement): readonly string[] => {
      if (it.type !== TYPE.plural && it.type !== TYPE.select) return [];
      return Object.values(it.options).flatMap(({ value }) => {
        const [only, ...more] = value;
        const isBare = only?.type === TYPE.literal && more.length === 0 && !/[ #.，。]/u.test(only.value);
        return [...(isBare ? [only.value] : []), ...value.flatMap(bare)];
      });
    };
    expect(catalogue.flatMap(({ texts }) => parse(texts.en, { ignoreTag: true }).flatMap(bare))).toEqual([]);
  });

  it("is said somewhere", () => {
    const unsaid = rooms.flatMap(({ name, texts }) => {
      const folder = { commands: "src/pipeline", shared: "src", issues: "src/issues" }[name] ?? `src/features/${name}`;
      const sources = globSync(`${folder}/**/*.ts`).filter((it) => !/\/(?:en|zh-cn)\.ts$/u.test(it));
      const code = sources.map(read).join("\n");
      // `say(`news.${change}`)` says each that begins so.
      const begun = [...code.matchAll(/`([\w.-]{2,})\$\{/gu)].map(([, start = ""]) => start);
      const ended = [...code.matchAll(/\}([\w.-]{2,})`/gu)].map(([, end = ""]) => end);
      const isQuoted = (key: string) => code.includes(`"${key}"`) || code.includes(`"${key.split(".").at(-1) ?? ""}"`);
      return Object.keys(texts.en).filter(
        (key) => !isQuoted(key) && !begun.some((it) => key.startsWith(it)) && !ended.some((it) => key.endsWith(it)),
      );
    });
    expect(unsaid).toEqual([]);
  });
});

describe("a message in Chinese", () => {
  const chinese = catalogue.map(({ key, texts }) => [key, withoutCode(texts["zh-CN"])] as const);
  /** Words that Chinese developers use as they are, and GitHub's interface does. */
  const kept =
    /\b(?:issue|pull request|triage|write|bot|UTC|FAQ|GitHub|Frontdesk|Markdown|IP|Copy link|Mark as answer|Assignees|Q&A|Question \/ Answer|UTF-8|promote-faq|sub|select|plural|other|near|one|isOne|count|cut|is|yes)\b/gu;

  it("leaves no English in it", () => {
    const left = chinese.filter(([, text]) =>
      /[A-Za-z]{2,}/u.test(text.replaceAll(kept, " ").replaceAll(/=\d/gu, " ")),
    );
    expect(left).toEqual([]);
  });

  it("has full-width marks between its characters, and a space beside Latin letters", () => {
    const marks = /[\p{Script=Han}][,;:?!]|[\p{Script=Han}]\.(?:\s|$)/u;
    expect(chinese.filter(([, text]) => marks.test(text))).toEqual([]);
    const tight = /\p{Script=Han}[A-Za-z0-9`]|[A-Za-z0-9`]\p{Script=Han}/u;
    const spaced = catalogue.filter(({ texts }) =>
      tight.test(texts["zh-CN"].replaceAll(/\{[^{}]*\}/gu, "").replaceAll(/`[^`]*`/gu, "``")),
    );
    expect(spaced.map(({ key, texts }) => [key, texts["zh-CN"]])).toEqual([]);
  });

  /**
   * Emphasis does not end between a full-width mark and a character: https://spec.commonmark.org/0.31.2/#right-flanking-delimiter-run.
   * Sentences follow each other without a space, so the mark stands behind the emphasis.
   */
  it("shows no asterisks: emphasis ends before the mark, whatever follows", () => {
    const shown = (node: Node): string => {
      const { length } = childrenOf(node);
      return length > 0 ? childrenOf(node).map(shown).join("") : node.type === "text" ? valueOf(node) : "";
    };
    const left = catalogue
      .map(({ key, texts }) => [key, `${texts["zh-CN"].replaceAll(/\{\w+\}/gu, "字")}字`] as const)
      .filter(([, text]) => text.includes("**") && shown(parseMarkdown(text)).includes("*"));
    expect(left).toEqual([]);
  });

  function withoutCode(text: string): string {
    return text
      .replaceAll(/`[^`]*`/gu, " ")
      .replaceAll(/\{\w+\}/gu, " ")
      .replaceAll(/\{\w+(?=,)/gu, "{");
  }
});

describe("product code", () => {
  const sources = globSync("src/{features,pipeline,issues,words}/**/*.ts").filter(
    (it) => !/\/(?:en|zh-cn)\.ts$/u.test(it),
  );
  /** Three words of letters in a row, as a sentence has them. */
  const sentence = /[A-Za-z]{2,}(?: [a-z']{1,}){2,}/u;

  /** String literals of a file, without imports, comments and what stands in the braces of templates. */
  function literals(code: string): readonly string[] {
    const bare = code.replaceAll(/\/\*[^]*?\*\/|(?<!:)\/\/[^\n]*|^import [^;]*;/gmu, "");
    return [...bare.matchAll(/"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/gu)].map(([, text, template]) =>
      (text ?? template ?? "").replaceAll(/\$\{[^{}]*\}/gu, "…"),
    );
  }

  it("says nothing to people in a literal, where messages are made", () => {
    const spoken = sources
      .filter((it) => it.includes("/messages/") || it in english)
      .filter((it) => literals(read(it)).some((text) => sentence.test(text)));
    expect(new Set(spoken)).toEqual(new Set(Object.keys(english)));
  });

  it("says nothing to people in a literal, where they are refused or answered", () => {
    const direct = sources.flatMap((file) =>
      [...read(file).matchAll(/(?:new UserError\(\s*|\bbody[:=]\s*|answerTo\([^;]*?,\s*)(["`][^"`]{3,})/gu)]
        .filter(([, text = ""]) => sentence.test(text))
        .map(([found]) => `${file}: ${found}`),
    );
    expect(direct).toEqual([]);
  });
});
