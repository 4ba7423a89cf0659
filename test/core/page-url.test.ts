import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pageUrl } from "../../src/core/page-url.ts";

const home = { webUrl: "https://github.com", owner: "acme", name: "widgets", site: undefined };

describe("a page without a site", () => {
  it.each([
    ["README.md", "", "https://github.com/acme/widgets/blob/HEAD/README.md"],
    ["docs/a.md", "install-1", "https://github.com/acme/widgets/blob/HEAD/docs/a.md#install-1"],
    ["docs/what is it?.md", "", "https://github.com/acme/widgets/blob/HEAD/docs/what%20is%20it%3F.md"],
    ["docs/c#/100%.md", "", "https://github.com/acme/widgets/blob/HEAD/docs/c%23/100%25.md"],
    ["docs/a).md", "b)", "https://github.com/acme/widgets/blob/HEAD/docs/a%29.md#b%29"],
    [
      "docs/日本.md",
      "はじめに",
      `https://github.com/acme/widgets/blob/HEAD/docs/${encodeURI("日本")}.md#${encodeURI("はじめに")}`,
    ],
    ["docs/\ud800.md", "\ud800", "https://github.com/acme/widgets/blob/HEAD/docs/%EF%BF%BD.md#%EF%BF%BD"],
  ])("%j at %j is read on GitHub", (path, anchor, url) => {
    expect(pageUrl(home, path, anchor)).toBe(url);
  });
});

describe("a page of a site", () => {
  const site = { url: "https://d.example", root: "docs", ending: "" };

  it.each([
    [site, "docs/guide/x.md", "https://d.example/guide/x#top"],
    [site, "docs/guide/x.mdx", "https://d.example/guide/x#top"],
    [site, "docs/guide/x.markdown", "https://d.example/guide/x#top"],
    [site, "docs/guide/x.v2.md", "https://d.example/guide/x.v2#top"],
    [site, "docs/guide/index.md", "https://d.example/guide/#top"],
    [site, "docs/guide/README.md", "https://d.example/guide/#top"],
    [site, "docs/index.md", "https://d.example/#top"],
    [site, "docs/guide/my-index.md", "https://d.example/guide/my-index#top"],
    [site, "README.md", "https://github.com/acme/widgets/blob/HEAD/README.md#top"],
    [site, "docs-old/x.md", "https://github.com/acme/widgets/blob/HEAD/docs-old/x.md#top"],
    [{ ...site, url: "https://d.example/base/" }, "docs/x.md", "https://d.example/base/x#top"],
    [{ ...site, ending: ".html" }, "docs/x.md", "https://d.example/x.html#top"],
    [{ ...site, ending: "/" }, "docs/x.md", "https://d.example/x/#top"],
    [{ ...site, ending: ".html" }, "docs/guide/index.md", "https://d.example/guide/#top"],
    [{ ...site, root: "./docs/" }, "docs/x.md", "https://d.example/x#top"],
    [{ ...site, root: "website/docs" }, "website/docs/a b.md", "https://d.example/a%20b#top"],
    [{ ...site, root: "" }, "x.md", "https://d.example/x#top"],
    [{ ...site, root: "." }, "README.md", "https://d.example/#top"],
  ])("of %j: %j", (published, path, url) => {
    expect(pageUrl({ ...home, site: published }, path, "top")).toBe(url);
  });
});

it("makes a URL that a Markdown link can hold of any path and anchor", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (path, anchor) => {
      const url = pageUrl(home, path, anchor);
      expect(url).toMatch(/^https:\/\/github\.com\/acme\/widgets\/blob\/HEAD\/[\w%~.\-/]*(#[\w%~.-]+)?$/);
      expect(() => new URL(url)).not.toThrow();
    }),
  );
});
