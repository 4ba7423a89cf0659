import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { KnowledgeItem, KnowledgeKind } from "../../src/core/knowledge.ts";
import { excerpt } from "../../src/search/excerpt.ts";
import { tokenize } from "../../src/search/words/tokenize.ts";

function item(over: Partial<KnowledgeItem>): KnowledgeItem {
  const nothing = { context: [], aliases: [], body: "", code: "", answer: "", links: [] };
  return { id: "x", group: "x", kind: "docs", title: "Title", url: "https://example.com/", ...nothing, ...over };
}

function weights(words: string): ReadonlyMap<string, number> {
  return new Map(tokenize(words).map((term) => [term, 1]));
}

const prose = "Lantern builds pages. Set HTTPS_PROXY before you install. It runs on Windows.";

describe("an excerpt", () => {
  it.each<[string, Partial<KnowledgeItem>, string, string]>([
    [
      "begins at the sentence that matches",
      { body: prose },
      "proxy installation",
      "Set HTTPS_PROXY before you install. It runs on Windows.",
    ],
    [
      "takes the sentence that names the setting before one that only speaks of it",
      {
        body: `The log level says how much is written, ${"and where it goes, ".repeat(11)}always. Set LOG_LEVEL=debug for more. Done.`,
      },
      "change log level",
      "Set LOG_LEVEL=debug for more. Done.",
    ],
    [
      "takes the sentence that names the command, as the code that it is",
      {
        kind: "thread",
        body: "How do I clear the cache?",
        answer: `The cache of a project is kept for long, ${"and it may grow and grow, ".repeat(9)}sadly. Run \`lantern clean\` to clear the cache.`,
      },
      "clear cache",
      "Run `lantern clean` to clear the cache.",
    ],
    [
      "takes no setting that was not asked for",
      { body: "Pages are cached. Set LOG_LEVEL=debug for more." },
      "page cache",
      "Pages are cached. Set LOG_LEVEL=debug for more.",
    ],
    ["is the beginning where nothing matches", { body: prose }, "carburettor", prose],
    [
      "takes the answer of a thread as plain text, without quotes and code",
      {
        kind: "thread",
        body: "I want a sidebar.",
        answer: "> a sidebar\n\nSee [the Toc component](https://t.example) ![](x.png)\n\n```\nToc\n```",
      },
      "toc component",
      "See the Toc component",
    ],
    [
      "takes the question of a thread where that matches better",
      { kind: "thread", body: "The sidebar flickers.", answer: "Fixed." },
      "sidebar flickers",
      "The sidebar flickers.",
    ],
    [
      "takes what settled an issue, and not the trouble",
      { kind: "issue", body: "The sidebar flickers.", answer: "Shipped in 2.1." },
      "sidebar flickers",
      "Shipped in 2.1.",
    ],
    [
      "takes the trouble of an issue that is not settled",
      { kind: "issue", body: "The sidebar flickers." },
      "sidebar flickers",
      "The sidebar flickers.",
    ],
    [
      "leaves Markdown of docs as it is: they are plain text already",
      { body: "Use *.md files." },
      "files",
      "Use *.md files.",
    ],
    ["reads text without spaces", { body: "首先安装。然后设置代理服务器。" }, "代理服务器", "然后设置代理服务器。"],
    ["is empty for an item without texts", {}, "anything", ""],
  ])("%s", (_, over, asked, expected) => {
    expect(excerpt(item(over), weights(asked))).toBe(expected);
  });

  it("is cut at a word when a sentence is too long", () => {
    const long = excerpt(item({ body: "word ".repeat(200) }), weights("word"));
    expect(long).toMatch(/^(word )+word…$/u);
    expect(long.length).toBeLessThanOrEqual(240);
  });

  it("is one short, well-formed line of any text", () => {
    const kinds: readonly KnowledgeKind[] = ["docs", "faq", "thread", "issue", "feature-request"];
    const text = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 2_000 }),
      fc.array(fc.constantFrom("👩‍👩‍👧", "a", "\n", "> ", "```", " ", ". "), { maxLength: 600 }).map((it) => it.join("")),
    );
    fc.assert(
      fc.property(text, text, fc.constantFrom(...kinds), (body, answer, kind) => {
        const found = excerpt(item({ kind, body, answer }), weights("a"));
        expect(found.length).toBeLessThanOrEqual(240);
        expect(found).not.toMatch(/[\r\n]/u);
        if (body.isWellFormed() && answer.isWellFormed()) expect(found.isWellFormed()).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
