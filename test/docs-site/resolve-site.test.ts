import { describe, expect, it } from "vitest";
import type { DocsSite, GeneratorName } from "../../src/core/docs-site.ts";
import { pageAddress } from "../../src/docs-site/section-links.ts";
import { resolveSite, siteFiles, type SiteSettings } from "../../src/docs-site/resolve-site.ts";
import { splitSections } from "../../src/text/split-sections.ts";

/** Files of a repository by path; pages are what is Markdown. */
type Files = Readonly<Record<string, string>>;

function resolve(files: Files, settings: Partial<SiteSettings> = {}): DocsSite {
  const paths = Object.keys(files);
  const read = new Set(siteFiles(paths, settings.generator ?? "auto"));
  return resolveSite(
    { url: "https://d.example", generator: "auto", ...settings },
    // A file that nobody asked for is not read.
    { paths, text: (path) => (read.has(path) ? files[path] : undefined) },
    paths.filter((path) => /\.mdx?$/u.test(path)),
  );
}

/** Where each page is read; null for one that is not on the site. */
function addresses(files: Files, settings: Partial<SiteSettings> = {}): Record<string, string | null> {
  const site = resolve(files, settings);
  const pages = Object.entries(files).filter(([path]) => /\.mdx?$/u.test(path));
  return Object.fromEntries(
    pages.map(([path, text]) => {
      const address = pageAddress(site, path, splitSections(path, text)[0]?.outline);
      return [path, address?.replace("https://d.example", "") ?? null];
    }),
  );
}

const page = "# Page";

describe("a generator is known by its files", () => {
  it.each<[GeneratorName, Files]>([
    ["vitepress", { "docs/.vitepress/config.mts": "export default {}", "docs/a.md": page }],
    ["vitepress", { ".vitepress/config/index.ts": "export default {}", "a.md": page }],
    ["docusaurus", { "website/docusaurus.config.js": "", "website/docs/a.md": page }],
    ["starlight", { "astro.config.mjs": "import starlight from '@astrojs/starlight'", "src/content/docs/a.md": page }],
    ["mkdocs", { "mkdocs.yml": "site_name: x", "docs/a.md": page }],
    ["mdbook", { "book.toml": "[book]", "src/a.md": page }],
    ["nextra", { "next.config.mjs": "import nextra from 'nextra'", "content/a.mdx": page }],
    ["nextra", { "next.config.js": "", "package.json": '{"dependencies": {"nextra": "4"}}', "pages/a.mdx": page }],
    ["sphinx", { "docs/conf.py": "project = 'x'\nextensions = ['myst_parser']", "docs/a.md": page }],
    ["sphinx", { "docs/_config.yml": "title: x", "docs/_toc.yml": "root: a", "docs/a.md": page }],
    ["jekyll", { "_config.yml": "title: x", "a.md": page }],
    ["github", { "docs/a.md": page }],
    ["github", { "astro.config.mjs": "export default {}", "docs/a.md": page }],
    ["github", { "next.config.js": "module.exports = {}", "docs/a.md": page }],
    [
      "mkdocs",
      { "mkdocs.yml": "site_name: x", "docs/a.md": page, "examples/book/book.toml": "", "test/_config.yml": "" },
    ],
    ["mkdocs", { "mkdocs.yml": "site_name: x", "docs/a.md": page, "tools/book.toml": "", "tools/src/b.txt": "" }],
  ])("%s: %j", (generator, files) => {
    expect(resolve(files).generator).toBe(generator);
  });

  it("and what the config says holds", () => {
    expect(resolve({ "mkdocs.yml": "", "docs/a.md": page }, { generator: "vitepress" })).toEqual({
      url: "https://d.example",
      root: "docs",
      ending: ".html",
      generator: "vitepress",
    });
  });

  it("reads no more than twelve of them", () => {
    const paths = Array.from({ length: 100 }, (_, i) => `p${i}/mkdocs.yml`);
    expect(siteFiles(paths, "auto")).toHaveLength(12);
  });
});

describe("addresses of pages", () => {
  it.each<[string, Files, Record<string, string | null>]>([
    [
      "VitePress",
      {
        "docs/.vitepress/config.ts": "export default { base: '/x/', srcDir: './src', title: `a` } // cleanUrls: true",
        "docs/src/guide/a b.md": page,
        "docs/src/guide/index.md": page,
        "docs/src/README.md": page,
        "docs/other.md": page,
      },
      {
        "docs/src/guide/a b.md": "/x/guide/a%20b.html",
        "docs/src/guide/index.md": "/x/guide/",
        "docs/src/README.md": "/x/README.html",
        "docs/other.md": null,
      },
    ],
    [
      "VitePress with clean URLs and another folder for its main language",
      {
        "docs/.vitepress/config.ts": "export default { cleanUrls: true, rewrites: { 'en/:rest*': ':rest*' } }",
        "docs/en/a.md": page,
        "docs/fr/a.md": page,
      },
      { "docs/en/a.md": "/a", "docs/fr/a.md": "/fr/a" },
    ],
    [
      "Docusaurus",
      {
        "website/docusaurus.config.ts":
          "export default { url: 'https://d.example', baseUrl: '/', presets: [['classic', { docs: { path: '../docs' }, blog: {} }]] }",
        "docs/01-start/02-install.md": page,
        "docs/2021-11-notes.md": page,
        "docs/7.0-release.md": page,
        "docs/guide/guide.md": page,
        "docs/guide/README.mdx": page,
        "docs/own.md": "---\nslug: /other\n---\n# Page",
        "docs/guide/near.md": "---\nslug: here\n---\n# Page",
        "docs/guide/named.md": "---\nid: name\n---\n# Page",
        "docs/03-kept.md": "---\nparse_number_prefixes: false\n---\n# Page",
        "docs/_partial.mdx": page,
        "website/i18n/fr/docusaurus-plugin-content-docs/current/a.md": page,
        "website/src/pages/about.md": page,
      },
      {
        "docs/01-start/02-install.md": "/docs/start/install",
        "docs/2021-11-notes.md": "/docs/2021-11-notes",
        "docs/7.0-release.md": "/docs/7.0-release",
        "docs/guide/guide.md": "/docs/guide/",
        "docs/guide/README.mdx": "/docs/guide/",
        "docs/own.md": "/docs/other",
        "docs/guide/near.md": "/docs/guide/here",
        "docs/guide/named.md": "/docs/guide/name",
        "docs/03-kept.md": "/docs/03-kept",
        "docs/_partial.mdx": null,
        "website/i18n/fr/docusaurus-plugin-content-docs/current/a.md": "/fr/docs/a",
        "website/src/pages/about.md": "/about",
      },
    ],
    [
      "Docusaurus with several docs and versions",
      {
        "docusaurus.config.js":
          "const rules = { id: 'rules', path: 'packages/rules', routeBasePath: 'rules' };\nmodule.exports = { trailingSlash: true, presets: [['classic', { docs: { routeBasePath: '/' } }]] };",
        "versions.json": '["2.0", "1.0"]',
        "docs/a.md": page,
        "versioned_docs/version-2.0/a.md": page,
        "versioned_docs/version-1.0/a.md": page,
        "packages/rules/no-x.md": page,
      },
      {
        "docs/a.md": "/next/a/",
        "versioned_docs/version-2.0/a.md": "/a/",
        "versioned_docs/version-1.0/a.md": "/1.0/a/",
        "packages/rules/no-x.md": "/rules/no-x/",
      },
    ],
    [
      "Starlight",
      {
        "docs/astro.config.mjs":
          "import starlight from '@astrojs/starlight';\nexport default defineConfig({ base: '/b', integrations: [starlight({})] })",
        "docs/src/content/docs/index.mdx": page,
        "docs/src/content/docs/Guides/My Page.md": page,
        "docs/src/content/docs/guides/index.md": page,
        "docs/src/content/docs/fr/a.md": page,
        "docs/src/content/docs/b.md": "---\nslug: other/place\n---\n# Page",
      },
      {
        "docs/src/content/docs/index.mdx": "/b/",
        "docs/src/content/docs/Guides/My Page.md": "/b/guides/my-page/",
        "docs/src/content/docs/guides/index.md": "/b/guides/",
        "docs/src/content/docs/fr/a.md": "/b/fr/a/",
        "docs/src/content/docs/b.md": "/b/other/place/",
      },
    ],
    [
      "MkDocs",
      {
        "mkdocs.yml":
          "docs_dir: manual\nmarkdown_extensions:\n  - pymdownx.emoji:\n      emoji_index: !!python/name:material.extensions.emoji.twemoji\n",
        "manual/index.md": page,
        "manual/Guide/My Page.md": page,
        "manual/Guide/README.md": page,
        "README.md": page,
      },
      {
        "manual/index.md": "/",
        "manual/Guide/My Page.md": "/Guide/My%20Page/",
        "manual/Guide/README.md": "/Guide/",
        "README.md": null,
      },
    ],
    [
      "MkDocs without folders, and with languages",
      {
        "mkdocs.yml":
          "use_directory_urls: false\nplugins:\n  - i18n:\n      docs_structure: folder\n      languages:\n        - {locale: en, default: true}\n        - {locale: fr}\n",
        "docs/en/a.md": page,
        "docs/fr/index.md": page,
      },
      { "docs/en/a.md": "/a.html", "docs/fr/index.md": "/fr/" },
    ],
    [
      "Nextra",
      {
        "next.config.ts": "import nextra from 'nextra'\nexport default nextra({ contentDirBasePath: '/docs' })({})",
        "content/index.mdx": page,
        "content/guide/a.mdx": page,
        "app/(group)/about/page.mdx": page,
        "content/_meta.md": page,
      },
      {
        "content/index.mdx": "/docs/",
        "content/guide/a.mdx": "/docs/guide/a",
        "app/(group)/about/page.mdx": "/about/",
        "content/_meta.md": null,
      },
    ],
    [
      "Jekyll",
      {
        "docs/_config.yml":
          "collections:\n  docs:\n    output: true\n    permalink: /:collection/:path/\n  guides:\n    output: true\n  secret: {}\n",
        "docs/a.md": page,
        "docs/index.md": page,
        "docs/_docs/sub/b.md": page,
        "docs/_guides/c.md": page,
        "docs/_secret/d.md": page,
        "docs/e.md": "---\npermalink: /elsewhere/\n---\n# Page",
      },
      {
        "docs/a.md": "/a.html",
        "docs/index.md": "/",
        "docs/_docs/sub/b.md": "/docs/sub/b/",
        "docs/_guides/c.md": "/guides/c.html",
        "docs/_secret/d.md": null,
        "docs/e.md": "/elsewhere/",
      },
    ],
    [
      "Jekyll with pretty addresses",
      { "_config.yml": "permalink: pretty", "docs/a.md": page },
      { "docs/a.md": "/docs/a/" },
    ],
    [
      "mdBook",
      {
        "guide/book.toml": '[book]\ntitle = "x"\nsrc = "pages"\n\n[output.html]\n',
        "guide/pages/README.md": page,
        "guide/pages/SUMMARY.md": page,
        "guide/pages/for/me.md": page,
      },
      { "guide/pages/README.md": "/", "guide/pages/SUMMARY.md": null, "guide/pages/for/me.md": "/for/me.html" },
    ],
    [
      "Sphinx",
      { "docs/conf.py": "project = 'x'", "docs/index.md": page, "docs/use/a.md": page, "docs/_build/b.md": page },
      { "docs/index.md": "/", "docs/use/a.md": "/use/a.html", "docs/_build/b.md": null },
    ],
    [
      "Sphinx on Read the Docs with folders",
      { ".readthedocs.yaml": "sphinx:\n  builder: dirhtml", "docs/conf.py": "project = 'x'", "docs/use/a.md": page },
      { "docs/use/a.md": "/use/a/" },
    ],
  ])("of %s", (_, files, expected) => {
    expect(addresses(files)).toEqual(expected);
  });
});

describe("what the config says", () => {
  const docusaurus: Files = { "docusaurus.config.js": "module.exports = { baseUrl: '/' }", "docs/a.md": page };

  it.each<[Partial<SiteSettings>, string]>([
    [{ url: "https://d.example" }, "https://d.example/docs/a"],
    [{ url: "https://d.example/docs" }, "https://d.example/docs/a"],
    [{ url: "https://d.example/docs/" }, "https://d.example/docs/a"],
    [{ url: "https://d.example/base" }, "https://d.example/base/docs/a"],
    [{ url: "https://d.example/base/docs" }, "https://d.example/base/docs/a"],
    [{ ending: ".html" }, "https://d.example/docs/a.html"],
    [{ root: "./docs/" }, "https://d.example/docs/a"],
    [{ generator: "mkdocs" }, "https://d.example/a/"],
    [{ generator: "mkdocs", ending: "" }, "https://d.example/a"],
  ])("%j", (settings, url) => {
    expect(pageAddress(resolve(docusaurus, settings), "docs/a.md", undefined)).toBe(url);
  });

  it("a root that the generator's files do not name is published at the site's address", () => {
    expect(addresses({ ...docusaurus, "manual/b.md": page }, { root: "manual" })).toEqual({
      "docs/a.md": null,
      "manual/b.md": "/b",
    });
  });
});

it("takes no harm from files that nobody can read", () => {
  const files: Files = {
    "mkdocs.yml": "a: [",
    "_config.yml": "- 1",
    "book.toml": "[[[",
    "docusaurus.config.js": "{{{ '",
    ".vitepress/config.js": "}}} : `",
    "versions.json": "{",
    "docs/a.md": page,
  };
  for (const name of ["mkdocs", "jekyll", "mdbook", "docusaurus", "vitepress"] as const) {
    expect(resolve(files, { generator: name }).generator).toBe(name);
  }
});
