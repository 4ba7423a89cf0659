import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { splitPage } from "../../src/section-thread/split-page.ts";
import { toDocsItems } from "../../src/docs-site/docs-items.ts";
import { inlineTextWithCode } from "../../src/text/neutralise.ts";
import { excerpt } from "../../src/search/excerpt/excerpt.ts";
import { tokenize } from "../../src/search/words/tokenize.ts";

const folder = "demo/content/repository/docs";
const home = { webUrl: "https://github.com", owner: "acme", name: "demo", site: undefined };
const items = readdirSync(folder)
  .filter((name) => name.endsWith(".md"))
  .flatMap((name) => toDocsItems(home, splitPage(`docs/${name}`, readFileSync(join(folder, name)))));

/** What a comment quotes of each section of the demo's docs for a question of the section's own words. */
const quotes = items.map((item) => {
  const asked = new Map(tokenize(item.title).map((term) => [term, 1]));
  return { item, quote: inlineTextWithCode(excerpt(item, asked), 240) };
});

describe("excerpts of the demo's docs", () => {
  it("show no backtick as a letter", () => {
    expect(quotes.filter(({ quote }) => quote.includes("\\`"))).toEqual([]);
  });

  it("show the names of settings as code", () => {
    const withCode = quotes.filter(({ quote }) => quote.includes("`"));
    expect(withCode.length).toBeGreaterThan(10);
    const bare = quotes.filter(({ item, quote }) => {
      const names = (item.inlineCode ?? []).filter((it) => /^[A-Z]+_[A-Z_]+$/u.test(it));
      return names.some((name) => quote.includes(name.replaceAll("_", "\\_")));
    });
    expect(bare).toEqual([]);
  });
});
