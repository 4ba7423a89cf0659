import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { githubUrl } from "../../src/core/page-url.ts";

const home = { webUrl: "https://github.com", owner: "acme", name: "widgets" };

describe("a page on GitHub", () => {
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
  ])("%j at %j", (path, anchor, url) => {
    expect(githubUrl(home, path, anchor)).toBe(url);
  });
});

it("makes a URL that a Markdown link can hold of any path and anchor", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (path, anchor) => {
      const url = githubUrl(home, path, anchor);
      expect(url).toMatch(/^https:\/\/github\.com\/acme\/widgets\/blob\/HEAD\/[\w%~.\-/]*(#[\w%~.-]+)?$/);
      expect(() => new URL(url)).not.toThrow();
    }),
  );
});
