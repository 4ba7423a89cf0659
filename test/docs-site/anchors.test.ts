import { describe, expect, it } from "vitest";
import type { GeneratorName, SlugRule } from "../../src/core/docs-site.ts";
import { siteAnchors } from "../../src/docs-site/section-links.ts";
import { splitSections } from "../../src/text/split-sections.ts";

/** The anchor that we link to of each heading of a page. */
function anchorsOf(generator: GeneratorName, text: string, slugs?: SlugRule): readonly (string | undefined)[] {
  const outline = splitSections("a.md", text)[0]?.outline;
  const site = { url: "https://d.example", root: "", ending: "" as const, generator, ...(slugs && { slugs }) };
  return [...siteAnchors(site, outline).values()].map(([first]) => first);
}

const page = [
  "# The *title*: v1.2",
  "## What's new?",
  "## `npm run` -- and `--all`",
  "## 2 Steps & more",
  "## Café_Ünïcode",
  "## 日本語",
  "## What's new?",
  "## :tada: Done",
  "## Own {#own-id}",
  "<h2>As HTML</h2>",
].join("\n\n");

describe("anchors of a page", () => {
  it.each<[GeneratorName, readonly (string | undefined)[]]>([
    [
      "vitepress",
      [
        "the-title-v1-2",
        "what-s-new",
        "npm-run-and-all",
        "_2-steps-more",
        "cafe-unicode",
        "日本語",
        "what-s-new-1",
        "done",
        "own-id",
        undefined,
      ],
    ],
    [
      "docusaurus",
      [
        undefined,
        "whats-new",
        "npm-run----and---all",
        "2-steps--more",
        "café_ünïcode",
        "日本語",
        "whats-new-1",
        "tada-done",
        "own-id",
        undefined,
      ],
    ],
    [
      "starlight",
      [
        "the-title-v12",
        "whats-new",
        "npm-run----and---all",
        "2-steps--more",
        "café_ünïcode",
        "日本語",
        "whats-new-1",
        "tada-done",
        "own-id",
        undefined,
      ],
    ],
    [
      "nextra",
      [
        undefined,
        "whats-new",
        "npm-run----and---all",
        "2-steps--more",
        "café_ünïcode",
        "日本語",
        "whats-new-1",
        "tada-done",
        "own-id",
        undefined,
      ],
    ],
    [
      "mkdocs",
      [
        "the-title-v12",
        "whats-new",
        "npm-run-and-all",
        "2-steps-more",
        "cafe_unicode",
        "_1",
        "whats-new_1",
        "done",
        "own-id",
        undefined,
      ],
    ],
    [
      "jekyll",
      [
        "the-title-v12",
        "whats-new",
        "npm-run--and---all",
        "2-steps--more",
        "café_ünïcode",
        "日本語",
        "whats-new-1",
        "tada-done",
        "own-id",
        undefined,
      ],
    ],
    [
      "mdbook",
      [
        "the-title-v12",
        "whats-new",
        "npm-run--and---all",
        "2-steps--more",
        "café_ünïcode",
        "日本語",
        "whats-new-1",
        "tada-done",
        "own-id",
        undefined,
      ],
    ],
    [
      "sphinx",
      [
        "the-title-v1-2",
        "what-s-new",
        "npm-run-and-all",
        "steps-more",
        "cafe-unicode",
        "id1",
        "id2",
        "tada-done",
        "own-id",
        undefined,
      ],
    ],
    [
      "github",
      [
        "the-title-v12",
        "whats-new",
        "npm-run----and---all",
        "2-steps--more",
        "café_ünïcode",
        "日本語",
        "whats-new-1",
        "tada-done",
        "own-id",
        "as-html",
      ],
    ],
  ])("by %s", (generator, anchors) => {
    expect(anchorsOf(generator, page)).toEqual(anchors);
  });

  it.each<[SlugRule, GeneratorName, readonly string[]]>([
    ["unicode", "mkdocs", ["café_ünïcode", "a-b"]],
    ["pymdownx", "mkdocs", ["café_ünïcode", "a---b"]],
    ["kramdown", "jekyll", ["cafncode", "a---b"]],
  ])("by the rule %s of %s", (rule, generator, anchors) => {
    expect(anchorsOf(generator, "# Café_Ünïcode\n\n## A - B", rule)).toEqual(anchors);
  });
});

describe("equal headings", () => {
  it.each<[GeneratorName, readonly string[]]>([
    ["vitepress", ["a", "a-1", "a-2"]],
    ["docusaurus", ["a", "a-1", "a-2"]],
    ["starlight", ["a", "a-1", "a-2"]],
    ["nextra", ["a", "a-1", "a-2"]],
    ["mkdocs", ["a", "a_1", "a_2"]],
    ["jekyll", ["a", "a-1", "a-2"]],
    ["mdbook", ["a", "a-1", "a-2"]],
    ["sphinx", ["a", "id1", "id2"]],
  ])("of %s", (generator, anchors) => {
    expect(anchorsOf(generator, "## A\n\n## A\n\n## A")).toEqual(anchors);
  });

  it("of a page full of them take no more than their number in time", () => {
    const count = 20_000;
    const headings = Array.from({ length: count }, (_, i) => ({ depth: 2, text: "Same", anchor: `same-${i}` }));
    const site = { url: "", root: "", ending: "" as const, generator: "mkdocs" as const };
    expect(siteAnchors(site, { headings }).get(`same-${count - 1}`)).toEqual([`same_${count - 1}`]);
  });

  it("count one in a quote, which is no section", () => {
    expect(anchorsOf("mkdocs", "> ## A\n\n## A").at(-1)).toBe("a_1");
  });

  it("and an id that an author gave are told apart", () => {
    expect(anchorsOf("vitepress", "## X {#a}\n\n## A")).toEqual(["a", "a-1"]);
    expect(anchorsOf("mkdocs", "## A\n\n## X {#a}")).toEqual(["a_1", "a"]);
  });
});

it("an id comes before an anchor beside the heading, that before the slug, and an old one last", () => {
  const all = (text: string) => {
    const outline = splitSections("a.md", text)[0]?.outline;
    return [...siteAnchors({ url: "", root: "", ending: "", generator: "mdbook" }, outline).values()];
  };
  expect(all('<a id="b"></a>\n\n## C {#a}')).toEqual([["a", "b"]]);
  expect(all('<a id="b"></a>\n\n## C')).toEqual([["b", "c"]]);
  expect(all('<!-- old heading -->\n\n<a id="b"></a>\n\n## C')).toEqual([["c", "b"]]);
});

it("labels of MyST are ids as docutils writes them", () => {
  expect(anchorsOf("sphinx", "(syntax/my_label)=\n# Any")).toEqual(["syntax-my-label"]);
});
