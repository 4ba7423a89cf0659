import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { generatorNames, type DocsSite } from "../../src/core/docs-site.ts";
import { sectionUrls } from "../../src/docs-site/section-links.ts";
import { splitFaq } from "../../src/faq-file/split-faq.ts";
import { splitSections } from "../../src/text/split-sections.ts";

const github = { webUrl: "https://github.com", owner: "acme", name: "widgets" };
const site = { url: "https://d.example", root: "docs", ending: "" } satisfies DocsSite;

const urlsOf = (published: DocsSite | undefined, path: string, text: string) =>
  sectionUrls({ ...github, site: published }, splitSections(path, text));

describe("without a known generator", () => {
  it.each<[DocsSite, string, string]>([
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
    expect(urlsOf(published, path, "# Top")).toEqual([url]);
  });
});

it("leads to a page on GitHub by GitHub's anchor, whatever ids its author gave", () => {
  expect(urlsOf(site, "README.md", "# Set it up {#setup}")).toEqual([
    "https://github.com/acme/widgets/blob/HEAD/README.md#set-it-up-setup",
  ]);
});

it("leads to a FAQ entry that is no heading by the anchor it has on both", () => {
  const [question] = splitSections("docs/faq.md", "# FAQ");
  const entry = { ...question!, anchor: "why", isFaq: true as const };
  expect(sectionUrls({ ...github, site }, [entry])).toEqual(["https://d.example/faq#why"]);
});

it("leads to a FAQ entry on GitHub by GitHub's anchor, on a site by the id that people gave it", () => {
  const text = "# FAQ\n\n## Why? {#why}\n\nSo.\n\n1. ### How? {#how}\n\n   So.\n";
  const urls = (published: DocsSite | undefined) =>
    sectionUrls({ ...github, site: published }, splitFaq("docs/faq.md", text)).filter((url) => url.includes("#why"));
  expect(urls(undefined)).toEqual(["https://github.com/acme/widgets/blob/HEAD/docs/faq.md#why-why"]);
  expect(urls({ ...site, generator: "docusaurus" })).toEqual(["https://d.example/faq#why"]);
});

it("of pages stored before there were outlines, GitHub's anchors are taken", () => {
  const [{ outline: _, ...stored }] = [splitSections("docs/x.md", "# It's on")[0]!];
  expect(sectionUrls({ ...github, site: { ...site, generator: "vitepress" } }, [stored])).toEqual([
    "https://d.example/x#its-on",
  ]);
});

it("makes a URL that a Markdown link can hold of any page, for each generator", () => {
  const text = fc.array(
    fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("\n\n# ", " {#a}", "\n(b)=\n", "`c`", '<a id="d"></a>')),
  );
  fc.assert(
    fc.property(fc.constantFrom(...generatorNames), fc.string({ unit: "binary" }), text, (generator, name, parts) => {
      for (const url of urlsOf({ ...site, generator }, `docs/${name}.md`, `# x${parts.join("")}`)) {
        expect(url).toMatch(/^https:\/\/(?:d\.example|github\.com)\/[\w%~.\-/]*(#[\w%~.-]+)?$/);
        expect(() => new URL(url)).not.toThrow();
      }
    }),
    { numRuns: 300 },
  );
});
