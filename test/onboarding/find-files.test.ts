import { describe, expect, it } from "vitest";
import { findFiles } from "../../src/onboarding/find-files.ts";

const find = (paths: readonly string[], texts: Readonly<Record<string, string>> = {}) =>
  findFiles({ paths: [...paths, ...Object.keys(texts)], text: (path) => texts[path] });
const folders = (...paths: string[]) => find(paths).docs.map(({ folder }) => folder);

describe("folders of docs", () => {
  it.each([
    ["a README alone, however it is written", ["Readme.md", "History.md", "examples/README.md"], []],
    ["docs", ["README.md", "docs/a.md", "docs/guide/b.mdx"], ["docs"]],
    ["a folder with docs in it", ["website/docs/a.md", "website/src/pages/b.mdx"], ["website/docs"]],
    [
      "a monorepo, the largest first",
      ["packages/a/docs/x.md", "packages/b/docs/x.md", "packages/b/docs/y.md"],
      ["packages/b/docs", "packages/a/docs"],
    ],
    [
      "other people's and pretended ones",
      ["node_modules/x/docs/a.md", "test/fixtures/docs/a.md", "examples/docs/a.md", "vendor/y/docs/a.md"],
      [],
    ],
    ["a folder without Markdown", ["docs/conf.py", "docs/index.rst"], []],
    ["a space and a hash", ["docs/architecture docs/#1.md", "docs/a.md"], ["docs"]],
    ["deep ones are no docs of the project", ["a/b/c/d/e/docs/x.md"], []],
  ])("%s", (_, paths, expected) => {
    expect(folders(...paths)).toEqual(expected);
  });

  it("are those that a site publishes, whatever they are called, with its address", () => {
    const found = find(["content/a.md", "content/b.md"], {
      "mkdocs.yml": "site_name: W\nsite_url: https://w.example/\ndocs_dir: content\n",
    });
    expect(found.docs).toEqual([{ folder: "content", pages: 2 }]);
    expect(found.site).toEqual({ generator: "mkdocs", url: "https://w.example/" });
  });

  // As easyops-cn/docusaurus-search-local has them.
  it("are not those of earlier versions", () => {
    const found = find(["website/docs/a.md", "website/versioned_docs/version-1.0.0/a.md", "website/versions.json"], {
      "website/docusaurus.config.js":
        'module.exports = { url: "https://w.example", baseUrl: "/", presets: [["classic", { docs: {} }]] };\n',
      "website/versions.json": '["1.0.0"]',
    });
    expect(found.docs.map(({ folder }) => folder)).toEqual(["website/docs"]);
  });
});

describe("translations", () => {
  // As vuejs/vitepress has them.
  it("are folders called as a language whose pages are there in English as well", () => {
    const pages = ["en", "zh", "pt"].flatMap((it) => [`docs/${it}/guide/a.md`, `docs/${it}/guide/b.md`]);
    expect(find(pages).translations).toEqual(["docs/pt", "docs/zh"]);
  });

  it("are found beside pages without a language", () => {
    expect(find(["docs/a.md", "docs/zh-CN/a.md", "docs/de/a.md"]).translations).toEqual(["docs/de", "docs/zh-CN"]);
  });

  it("are no folders of two letters with pages of their own", () => {
    expect(find(["docs/a.md", "docs/ui/b.md", "docs/db/c.md"]).translations).toEqual([]);
  });
});

describe("the FAQ", () => {
  it.each([
    ["of the docs, nearest to the root", ["docs/zh/faq.md", "docs/faq.md", "docs/plugins/faq.md"], "docs/faq.md"],
    ["at the root", ["FAQ.md"], "FAQ.md"],
    ["by its folder", ["docs/faq/index.md"], "docs/faq/index.md"],
    ["not outside of docs", ["packages/a/FAQ.md", "docs/a.md"], undefined],
    ["not in another format", ["docs/faq.rst", "docs/a.md"], undefined],
  ])("%s", (_, paths, expected) => {
    expect(find(paths).faq).toBe(expected);
  });
});

describe("what else there is", () => {
  it("knows what is no docs at the root, and categories with a form", () => {
    const found = find([
      "CHANGELOG.md",
      "CODE_OF_CONDUCT.md",
      "docs/CHANGELOG.md",
      ".github/DISCUSSION_TEMPLATE/q-a.yml",
      ".github/DISCUSSION_TEMPLATE/ideas.YAML",
      ".github/DISCUSSION_TEMPLATE/README.md",
      ".github/ISSUE_TEMPLATE/bug.yml",
    ]);
    expect(found.asides).toEqual(["CHANGELOG.md", "CODE_OF_CONDUCT.md"]);
    expect(found.forms).toEqual(["q-a", "ideas"]);
  });
});
