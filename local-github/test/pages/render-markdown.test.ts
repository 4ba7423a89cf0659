import fc from "fast-check";
import type { Element, Nodes, Root } from "hast";
import rehypeRaw from "rehype-raw";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import { renderMarkdown } from "../../src/pages/markdown/render-markdown.ts";

const references = {
  thread: (number: number) => (number === 12 ? "/o/r/discussions/12" : undefined),
  person: (login: string) => login === "ada",
};
const file = { repository: "o/r", branch: "main", path: "docs/guide.md" };

describe("what people write in threads", () => {
  it.each([
    ["a number that is a thread", "See #12.", '<a href="/o/r/discussions/12">#12</a>'],
    ["a number that is none", "See #13.", "<p>See #13.</p>"],
    ["a number in code", "`#12`", "<code>#12</code>"],
    ["a number in a link", "[#12](https://e.example)", '<a href="https://e.example">#12</a>'],
    ["a name", "Hi @ada!", '<span class="mention">@ada</span>!'],
    ["an address", "me@ada.example", '<a href="mailto:me@ada.example">me@ada.example</a>'],
    ["a comment of HTML", "a <!-- app:x --> b", "<p>a  b</p>"],
    ["a script", "<script>alert(1)</script>", ""],
    ["a handler", '<b onclick="x()">b</b>', "<p><b>b</b></p>"],
    ["a bad link", "[x](javascript:alert%281%29)", "<p><a>x</a></p>"],
    ["an alert", "> [!TIP]\n> Try it", '<div class="alert alert-tip"><p class="alert-title">Tip</p>'],
    ["a fold", "<details><summary>s</summary>\n\n**b**\n\n</details>", "<strong>b</strong>"],
    ["a heading", "## One", "<h2>One</h2>"],
    ["a NUL", "a\0b", "<p>a\u{FFFD}b</p>"],
  ])("%s", (_, markdown, html) => {
    expect(String(renderMarkdown(markdown, { references })).trim()).toContain(html);
  });
});

describe("files", () => {
  it.each([
    ["## A `b` & c", 'id="a-b--c"'],
    ["# A\n\n# A", 'id="a-1"'],
    ["[x](install.md#one)", 'href="/o/r/blob/main/docs/install.md#one"'],
    ["[x](/README.md)", 'href="/o/r/blob/main/README.md"'],
    ["[x](../../../issues)", 'href="/o/r/issues"'],
    ["[x](#here)", 'href="#here"'],
    ["[x](//e.example/a)", 'href="//e.example/a"'],
    ["![x](img/a.png)", 'src="/o/r/raw/main/docs/img/a.png"'],
  ])("%s", (markdown, html) => {
    expect(String(renderMarkdown(markdown, { file }))).toContain(html);
  });

  it("leaves front matter out", () => {
    expect(String(renderMarkdown("---\ntitle: x\n---\n\nText", { file })).trim()).toBe("<p>Text</p>");
  });
});

const reader = unified().use(rehypeRaw).freeze();

/** All elements, as a browser reads them: words in a text or in an attribute are none. */
function elements(html: string): Element[] {
  const page: Root = { type: "root", children: [{ type: "raw", value: html }] };
  const waiting: Nodes[] = [reader.runSync(page)];
  const found: Element[] = [];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ("children" in node) waiting.push(...node.children);
    if (node.type === "element") found.push(node);
  }
  return found;
}

/** The values of all attributes. */
function attributes(html: string): string[] {
  return elements(html).flatMap(({ properties }) => Object.values(properties).flat().map(String));
}

it("is looked through as a browser does", () => {
  expect(attributes(`<a href=" java&#115;cript:x">javascript:</a>`)).toEqual([" javascript:x"]);
  const [image, script] = elements(`<script>x</script><img onerror="x" alt="<form>">`);
  expect([script?.tagName, image?.tagName, Object.keys(image?.properties ?? {})]).toEqual([
    "script",
    "img",
    ["onError", "alt"],
  ]);
});

describe("any text at all", () => {
  const pieces = [
    "<script>",
    "</p>",
    "<a href=",
    "javascript:",
    "onerror=",
    "](",
    "[",
    "`",
    "*",
    "\n",
    "> ",
    "#12",
    "@ada",
    "<!--",
    "-->",
    "'",
    '"',
    "x",
  ];

  it("is rendered without anything that runs", () => {
    const hostile = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string())).map((parts) => parts.join(""));
    fc.assert(
      fc.property(hostile, (markdown) => {
        const html = String(renderMarkdown(markdown, { references }));
        for (const { tagName, properties } of elements(html)) {
          expect(tagName).not.toMatch(/^(?:script|iframe|style|form)/iu);
          for (const name of Object.keys(properties)) expect(name).not.toMatch(/^(?:on\w+|style)$/iu);
        }
        for (const value of attributes(html)) expect(value).not.toMatch(/^[\s\p{Cc}]*javascript:/iu);
      }),
      { examples: [["</p><a href=<script>"]] },
    );
  });

  it.each([
    ["nested too deep", ">".repeat(60_000)],
    ["too long", "long ".repeat(100_000)],
    ["open brackets", "[".repeat(5000)],
  ])("that is %s gives a page", (_, markdown) => {
    expect(String(renderMarkdown(markdown)).length).toBeGreaterThan(0);
  });
});
