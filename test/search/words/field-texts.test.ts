import { describe, expect, it } from "vitest";
import type { KnowledgeItem, KnowledgeKind } from "../../../src/core/knowledge.ts";
import { fieldTexts } from "../../../src/search/words/field-texts.ts";
import { tokenize } from "../../../src/search/words/tokenize.ts";

const body = [
  "### What happened",
  "",
  "> you wrote about glaciers",
  "",
  "The build stops.",
  "",
  "```",
  "const volcano = 1",
  "```",
  "",
  "2026-01-01T10:00:00Z ERROR tsunami",
  "",
  "<!-- do not write here -->",
  "### Environment",
  "",
  "Windows 11",
].join("\n");

function item(kind: KnowledgeKind, change: Partial<KnowledgeItem> = {}): KnowledgeItem {
  const answer = "> volcano?\n\nUpgrade it:\n\n```\nnpm update island\n```";
  return {
    id: "x",
    group: "x",
    kind,
    title: "Build stops",
    context: ["Q&A"],
    aliases: ["halt", "end"],
    body,
    code: "",
    answer,
    links: [],
    url: "https://example.com",
    ...change,
  };
}

function words(kind: KnowledgeKind): Record<string, string[]> {
  return Object.fromEntries(Object.entries(fieldTexts(item(kind))).map(([field, text]) => [field, tokenize(text)]));
}

describe.each<KnowledgeKind>(["thread", "issue", "feature-request"])("of a %s", (kind) => {
  const { body: prose, code, answer } = words(kind);

  it("prose and logs are the body", () => {
    expect(prose).toEqual(["build", "stop", "error", "tsunami"]);
  });

  it("marked code and remarks on the machine are code", () => {
    expect(code).toEqual(["const", "volcano", "1", "window", "11"]);
  });

  it("an answer keeps its code, and not what it quotes", () => {
    expect(answer).toEqual(["upgrad", "npm", "updat", "island"]);
  });
});

describe.each<KnowledgeKind>(["docs", "faq"])("of %s", (kind) => {
  it("all texts stay as the page splitter left them", () => {
    const source = item(kind);
    expect(fieldTexts(source)).toEqual({
      title: "Build stops",
      context: "Q&A",
      aliases: "halt\nend",
      body,
      code: "",
      answer: source.answer,
    });
  });
});

it("has bounded texts, whatever an item holds", () => {
  const long = "word ".repeat(100_000);
  const huge = item("thread", {
    title: long,
    body: `${long}\n\`\`\`\n${long}`,
    code: long,
    answer: long,
    aliases: [long],
  });
  for (const text of Object.values(fieldTexts(huge))) expect(text.length).toBeLessThanOrEqual(60_001);
  expect(fieldTexts(huge).title.length).toBeGreaterThan(1_000);
});

it("never joins words of two lines", () => {
  const split = fieldTexts(item("thread", { code: "alpha", body: "```\nbeta\n```\ngamma" }));
  expect(tokenize(split.code)).toEqual(["alpha", "beta"]);
});
