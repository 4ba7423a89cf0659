import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitSections, maxSectionLength } from "../../src/text/split-sections.ts";

const anchors = (markdown: string, path = "a.md"): string[] =>
  splitSections(path, markdown).map(({ anchor }) => anchor);
const only = (markdown: string, path = "docs/guide/a.md") => splitSections(path, markdown)[0];

describe("anchors, as GitHub gives them", () => {
  // The fixtures of Flet/github-slugger, which were made by asking GitHub, and html-pipeline's table of contents filter.
  it.each([
    ["# Alpha Beta", "alpha-beta"],
    ["# 😄 unicode emoji", "-unicode-emoji"],
    ["# I ♥ unicode", "i--unicode"],
    ["# :smile: - a gemoji", "smile---a-gemoji"],
    ["# heading with a - dash", "heading-with-a---dash"],
    ["# an _ underscore", "an-_-underscore"],
    ["# foo_bar `snake_case`", "foo_bar-snake_case"],
    ["# apostrophe’s", "apostrophes"],
    ["# Профили 你好", "профили-你好"],
    ["# 機械学習", "機械学習"],
    ["# v1.2.3 (beta)?", "v123-beta"],
    ["# &#x20;a", "-a"],
    ["# *Emphasis* **strong** ~~gone~~", "emphasis-strong-gone"],
    ["# [Link](x) here", "link-here"],
    ["# ![alt](x.png) Image", "-image"],
    ["# <b>HTML</b> <a name='x'></a>", "html-"],
    ["# C++ & C#", "c--c"],
    ["# Title {#custom}", "title-custom"],
    ["# closed #", "closed"],
    ["Setext\n======", "setext"],
    ["two\nlines\n---", "twolines"],
    ["<h2>In <i>HTML</i></h2>", "in-html"],
    ["<h2 id='mine'>Own id</h2>", "own-id"],
    ["# __proto__", "proto"],
    ["# `__proto__`", "__proto__"],
  ])("%j has #%s", (markdown, anchor) => {
    expect(anchors(markdown)).toEqual([anchor]);
  });

  it.each([
    [
      ["a", "a", "a"],
      ["a", "a-1", "a-2"],
    ],
    [
      ["echo", "echo", "echo 1", "echo-1", "echo"],
      ["echo", "echo-1", "echo-1-1", "echo-1-2", "echo-2"],
    ],
    [
      ["foxtrot-1", "foxtrot", "foxtrot"],
      ["foxtrot-1", "foxtrot", "foxtrot-2"],
    ],
    [
      ["A", "a", "a!"],
      ["a", "a-1", "a-2"],
    ],
    [
      ["😄", "🚀", "!"],
      ["", "-1", "-2"],
    ],
  ])("duplicates %j become %j", (titles, expected) => {
    expect(anchors(titles.map((it) => `# \`${it}\``).join("\n\n"))).toEqual(expected);
  });

  it("counts headings in quotes, lists and HTML, which start no section", () => {
    const markdown = "# A\n\n> # A\n\n- # A\n\n<table><tr><td><h1>A</h1></td></tr></table>\n\n# A";
    expect(anchors(markdown)).toEqual(["a", "a-4"]);
  });

  it("does not take for a heading what is none", () => {
    expect(anchors("```\n# a\n```\n\n<!-- # b -->\n\n    # c\n\n#d\n\n<pre>\n# e\n</pre>")).toEqual([""]);
  });
});

describe("the path of headings", () => {
  it("goes from the page's title down, also over skipped levels", () => {
    const markdown = "# Guide\n## A\n#### B\n### C\n# Other\n## D";
    expect(splitSections("a.md", markdown).map(({ headings }) => headings.join(" > "))).toEqual([
      "Guide",
      "Guide > A",
      "Guide > A > B",
      "Guide > A > C",
      "Other",
      "Other > D",
    ]);
  });

  it("is plain text", () => {
    expect(only("# The `code` of *me* ![no](x) <b>HTML</b> 🚀")?.headings).toEqual(["The code of me HTML 🚀"]);
  });

  it("starts with the front matter's title where the page has no first heading", () => {
    const markdown = "---\ntitle: Guide\n---\nHello\n\n## A";
    expect(splitSections("a.md", markdown).map(({ headings }) => headings)).toEqual([["Guide"], ["Guide", "A"]]);
  });

  it.each([
    ["its first heading of depth one", "Hi\n\n## A\n\n# B", "B"],
    ["its front matter", '+++\ntitle = "Guide"\n+++\nHi\n\n## A', "Guide"],
    ["its first heading", "Hi\n\n## A", "A"],
    ["its file", "Hi", "set-up"],
  ])("names the top of a page after %s", (_, markdown, title) => {
    expect(only(markdown, "docs/set-up.md")).toMatchObject({ title, anchor: "", headings: [title] });
  });
});

describe("front matter", () => {
  it.each([
    ["---\naliases: [one, two]\nkeywords: a, b\n---\n# T", ["one", "two", "a", "b"]],
    ["---\ntitle: Other name\n---\n# T", ["Other name"]],
    ['+++\naliases = ["one", "two"]\n[extra]\nkeywords = "no"\n+++\n# T', ["one", "two"]],
    ["---\naliases:\n  - 1\n  - [x]\n  - null\n---\n# T", ["1"]],
    ["---\n: broken: [\n---\n# T", []],
    ["---\n- a list\n---\n# T", []],
    ["# T\n\n---\naliases: no\n---", []],
  ])("%j names the page %j", (markdown, aliases) => {
    expect(only(markdown)?.aliases).toEqual(aliases);
    expect(
      splitSections("a.md", markdown)
        .slice(1)
        .flatMap((it) => it.aliases),
    ).toEqual([]);
  });
});

describe("what a section says", () => {
  it.each([
    ["emphasis, code and links", "a *b* `c` [d](e) <b>f</b>", "a b c d f"],
    ["lists", "- a\n  - b\n- [ ] c", "a\nb\nc"],
    ["quotes", "> a\n> b", "a b"],
    ["paragraphs that were broken at an edge", "Install `it`\nand\nrun.\n\nB\n- c\n  d", "Install it and run.\nB\nc d"],
    ["Chinese that was", "安装\n代理。\n\nfor 安装\nit", "安装代理。\nfor 安装 it"],
    ["marks of containers", ":::tip Env\nUse it\nnow.\n:::", ":::tip Env\nUse it now.\n:::"],
    ["alerts, without their mark", "> [!WARNING]\n> Mind", "Mind"],
    ["tables", "| a | b |\n|---|---|\n| `c` | d |", "a | b\nc | d"],
    ["folded details", "<details><summary>More</summary>\n\nhidden\n\n</details>", "More\nhidden"],
    ["HTML", "<p align='center'>a <b>b</b><br>c &amp; d</p>", "a b\nc & d"],
    ["footnotes, at the end", "a[^1]\n\n[^1]: note\n\nb", "a\nb\nnote"],
    ["no comments", "a <!-- no --> b\n\n<!-- no\n\nno -->\n\nc", "a b\nc"],
    ["no scripts", "<script>no</script>\n\n<style>\nno\n</style>\n\na", "a"],
    ["no images", "![no](x) a <img alt='no'>", "a"],
    ["math as it stands", "$a_1$ and\n\n$$\nx^2\n$$", "$a_1$ and\n$$\nx^2\n$$"],
    ["hard breaks", "a\\\nb  \nc", "a\nb\nc"],
  ])("%s", (_, markdown, text) => {
    expect(splitSections("a.md", markdown).map((it) => it.text)).toEqual([text]);
  });

  it("takes a picture's text for a title only where there is no other", () => {
    expect(splitSections("a.md", '# ![Logo](x.png)\n\n<h2><a href="b.md"><img alt="Sign"></a></h2>')).toMatchObject([
      { title: "Logo", anchor: "" },
      { title: "Sign", anchor: "-1", links: ["b.md"] },
    ]);
  });

  it("keeps code apart", () => {
    const section = only("# T\n\na `b`\n\n```sh\nnpm i\n```\n\n    indented\n\n<pre><code>x &lt; y</code></pre>");
    expect(section).toMatchObject({ text: "a b", code: "npm i\nindented\nx < y" });
  });

  it("knows the line each section starts on, whatever the line ends", () => {
    const markdown = "---\ntitle: x\n---\n\nHi\n\n# A\n\ntext\n\nB\n---\n\n<div>\n<h2>C</h2>\n</div>\n";
    for (const end of ["\n", "\r\n", "\r"]) {
      expect(splitSections("a.md", markdown.replaceAll("\n", end)).map(({ line }) => line)).toEqual([5, 7, 11, 15]);
    }
  });
});

describe("links", () => {
  it.each([
    ["[a](../y.md#z)", ["docs/y.md#z"]],
    ["[a](b.md)", ["docs/guide/b.md"]],
    ["[a](./b%20c.md?plain=1#d)", ["docs/guide/b c.md#d"]],
    ["[a](/docs/x.md)", ["docs/x.md"]],
    ["[a](#top)", ["docs/guide/a.md#top"]],
    ["[a][r] [r]\n\n[r]: ../r.md", ["docs/r.md"]],
    ["<https://a.example/b> and https://c.example", ["https://a.example/b", "https://c.example"]],
    ["![no](x.png) [![no](y.png)](z.md)", ["docs/guide/z.md"]],
    ["<a href='b.md'>x</a>", ["docs/guide/b.md"]],
    ['text <a href="b.md">x</a>', ["docs/guide/b.md"]],
    ["[a](../../../../up.md)", []],
    ["[a](javascript:alert(1)) [b](data:x)", []],
    ["[a](%E0%A4%A.md)", ["docs/guide/%E0%A4%A.md"]],
    ["[a](b.md) [a](b.md)", ["docs/guide/b.md"]],
    ["- [a](b.md)\n\n| [c](d.md) |\n|---|", ["docs/guide/b.md", "docs/guide/d.md"]],
  ])("%s", (markdown, links) => {
    expect(only(markdown)?.links).toEqual(links);
  });
});

describe("MDX", () => {
  it("leaves out what is program, and keeps what is text", () => {
    const markdown =
      "import X from 'x'\n\nexport const y = 1\n\n# T\n\n<Tabs>\n\n## In tab\n\na {1 + 1} <B>c</B>\n\n</Tabs>\n\n{/* no */}";
    expect(splitSections("a.mdx", markdown)).toMatchObject([
      { anchor: "t", text: "" },
      { anchor: "in-tab", headings: ["T", "In tab"], text: "a c" },
    ]);
  });

  it("stays MDX where only an address in angle brackets or an HTML comment keeps it from being so", () => {
    const markdown =
      "import X from 'x'\n\n# A\n\n<!-- no\nno -->\n\n<X>See <https://a.example/b>.</X>\n\n## B <https://c.example>";
    expect(splitSections("a.mdx", markdown)).toMatchObject([
      { anchor: "a", text: "See <https://a.example/b>.", line: 3 },
      { anchor: "b-httpscexample", line: 10 },
    ]);
  });

  it("knows headings with an id of their own, and expressions in headings", () => {
    expect(anchors("# A {#own}\n\n## B {x.y} <C />\n\n{1}", "a.mdx")).toEqual(["a-own", "b-xy-"]);
    expect(only("import X from 'x'\n\n# A {#own}", "a.mdx")).toMatchObject({ title: "A", text: "" });
  });

  it.each(["<https://a.example>", "a < b", "{unclosed", "<div>", "<!-- comment -->"])("reads %s as Markdown", (odd) => {
    expect(anchors(`# A\n\n${odd}\n\n# B`, "a.mdx")).toEqual(["a", "b"]);
  });
});

describe("pages that nobody tidied", () => {
  it("has no section for an empty page", () => {
    expect(["", "\n\n", "---\ntitle: x\n---", "<!-- x -->"].flatMap((it) => splitSections("a.md", it))).toEqual([]);
  });

  it("keeps a section of any size, with bounded text", () => {
    const [section] = splitSections("a.md", `# A\n\n${"word ".repeat(100_000)}`);
    expect(section?.text).toHaveLength(maxSectionLength);
  });

  it("reads 50,000 lines, each section on its line", () => {
    const page = Array.from({ length: 12_500 }, (_, index) => `## Part ${index}\n\nText of ${index}.\n`).join("\n");
    const sections = splitSections("a.md", page);
    expect(sections).toHaveLength(12_500);
    expect(sections.at(-1)).toMatchObject({ anchor: "part-12499", text: "Text of 12499.", line: 49_997 });
  });

  it("never throws, and every section is whole", () => {
    const parts = fc.constantFrom(
      "# a",
      "\n",
      "\r\n",
      "> ",
      "- ",
      "```",
      "<h2>",
      "</h2>",
      "<table>",
      "---\n",
      "[a](b",
      "]: x",
      "|",
      "{",
      "}",
      "import ",
      "<A>",
      "\0",
      "\uD800",
      "*",
      "    ",
    );
    const text = fc
      .array(fc.oneof(parts, fc.string({ unit: "binary", maxLength: 5 })), { maxLength: 30 })
      .map((it) => it.join(""));
    fc.assert(
      fc.property(text, fc.constantFrom("a.md", "b/c.mdx"), (markdown, path) => {
        let line = 0;
        for (const section of splitSections(path, markdown)) {
          expect(section.path).toBe(path);
          expect(section.headings.at(-1)).toBe(section.title);
          expect(section.line).toBeGreaterThanOrEqual(line);
          line = section.line;
        }
      }),
      { numRuns: 300 },
    );
  });

  it("cuts other people's READMEs into all their headings", () => {
    const folder = join(import.meta.dirname, "../../node_modules");
    const files = readdirSync(folder).map((name) => join(folder, name, "README.md"));
    const pages = files.flatMap((file) => {
      try {
        return [readFileSync(file, "utf8")];
      } catch {
        return [];
      }
    });
    expect(pages.length).toBeGreaterThan(50);
    for (const page of pages.slice(0, 60)) {
      const lines = page.split("\n");
      for (const { anchor, line, title } of splitSections("README.md", page)) {
        if (anchor === "") continue;
        expect(lines[line - 1]).toBeDefined();
        expect(title.length).toBeGreaterThan(0);
      }
    }
  });
});
