import fc from "fast-check";
import type { Nodes, Root } from "hast";
import MarkdownIt from "markdown-it";
import rehypeRaw from "rehype-raw";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import { relocate } from "../../../src/faq-file/relocate/relocate.ts";
import { isOwnImage } from "../../../src/faq-file/relocate/safe-html.ts";

const home = {
  thread: "https://github.com/acme/lantern/discussions/12",
  depth: 2,
  key: "d12",
  taken: new Set<string>(),
};
const raw = "https://github.com/acme/lantern/raw/HEAD";
const far = "https://e.example/x.png";
const moved = (answer: string) => relocate(answer, home).text.replaceAll("\u200B", "·");

describe("an image's address", () => {
  it.each([
    "img/a.png",
    "/img/a.png",
    "../a.png?raw=true",
    "https://github.com/acme/lantern/raw/main/a.png",
    "https://github.com/Acme/Lantern/blob/main/a.png?raw=true",
    "https://raw.githubusercontent.com/acme/lantern/main/a.png",
    "https://github.com/user-attachments/assets/d09b1319-8732-431f-8895-976c7cb6a8ab",
    "https://github.com/acme/x/assets/1234/d09b1319-8732-431f-8895-976c7cb6a8ab",
    "https://user-images.githubusercontent.com/1/2-3.png",
  ])("%s is the repository's or GitHub's", (url) => {
    expect(isOwnImage(url, home.thread)).toBe(true);
  });

  it.each([
    far,
    "//e.example/x.png",
    "\\\\e.example\\x.png",
    "/\\e.example/x.png",
    "h\nttps://e.example/x.png",
    " https://e.example/x.png",
    "https://github.com@e.example/user-attachments/assets/x",
    "https://github.com.e.example/acme/lantern/raw/main/a.png",
    "https://github.com/acme/lantern-2/raw/main/a.png",
    "https://github.com/acme/lantern/raw/../../x/raw/main/a.png",
    "https://github.com/acme/lantern/%2e%2e/x/raw/main/a.png",
    "https://github.com/evil/x/raw/main/a.png",
    "https://raw.githubusercontent.com/evil/x/main/a.png",
    "https://raw.githubusercontent.com/acme/lantern/../../evil/x/main/a.png",
    "https://camo.githubusercontent.com/a/b",
    "https://evil.github.io/a.png",
    "ftp://e.example/x.png",
  ])("%s is another's", (url) => {
    expect(isOwnImage(url, home.thread)).toBe(false);
  });

  it("is held against the host of the thread", () => {
    const thread = "https://ghe.acme.example/acme/lantern/discussions/12";
    expect(isOwnImage("https://ghe.acme.example/acme/lantern/raw/main/a.png", thread)).toBe(true);
    expect(isOwnImage("https://ghe.acme.example/user-attachments/assets/d09b1319", thread)).toBe(true);
    expect(isOwnImage("https://github.com/acme/lantern/raw/main/a.png", thread)).toBe(false);
    expect(isOwnImage("https://github.com/acme/lantern/raw/main/a.png", undefined)).toBe(false);
  });
});

describe("an image of another host in an answer", () => {
  it.each([
    ["in words", `See ![the *lamp*](${far} "t").`, `See [the lamp](<${far}> "t").`],
    [
      "without words",
      "![](https://e.example/a/shot[1].png?x)",
      "[shot\\[1\\].png](<https://e.example/a/shot[1].png?x>)",
    ],
    ["without a name", "![](https://e.example)", "[e.example](<https://e.example>)"],
    ["behind an exclamation mark", `Look!![a](${far})`, `Look!·[a](<${far}>)`],
    ["in a link", `[![Build](${far})](https://ci.example)`, "[Build](https://ci.example)"],
    ["in a link, beside words", `[see ![](${far})](https://ci.example)`, "[see x.png](https://ci.example)"],
    [
      "in a link, at the start of a line",
      `[a\n![# b](${far})](/c.md)`,
      `[a\n·# b](<${raw.replace("raw", "blob")}/c.md>)`,
    ],
    ["by a label", `![a][b]\n\n[b]: //e.example/x.png 'T'`, '[a](<//e.example/x.png> "T")'],
    ["by its words as the label", `![b]\n\n[b]: ${far}`, `[b](<${far}>)`],
    ["with a footnote for words", `![^1](${far})`, `[·^1](<${far}>)`],
    ["with a mention for words", `![@ann](${far})`, `[@·ann](<${far}>)`],
    ["in a table", `| a |\n|--|\n| ![x \\| y](${far}) |`, `| a |\n|--|\n| [x \\| y](<${far}>) |`],
    ["in a list", `- ![x](${far})`, `- [x](<${far}>)`],
    ["in HTML", `<p><img src="${far}" alt='"b" <c>'></p>`, `<p><a href="${far}">&quot;b&quot; &lt;c&gt;</a></p>`],
    ["in HTML alone", `<img src='${far}'>\n**no**`, `<p><a href="${far}">x.png</a></p>\n**no**`],
    ["in HTML without quotes", `a <img src=${far} alt="*x*" > b`, `a [\\*x\\*](<${far}>) b`],
    [
      "in a link of HTML",
      `<p><a href="/a.md"><img src="${far}"></a></p>`,
      `<p><a href="${raw.replace("raw", "blob")}/a.md">x.png</a></p>`,
    ],
    [
      "in Markdown in a link of HTML",
      `a <a href="https://t.example">![x](${far})</a>`,
      'a <a href="https://t.example">x</a>',
    ],
    [
      "as a source",
      `<picture>\n    <source media="(x)" srcset="a.png, ${far} 2x">\n    <img src="l.png" srcset="${far} 2x">\n</picture>`,
      `<picture>\n    <source media="(x)">\n    <img src="${raw}/l.png">\n</picture>`,
    ],
    ["as a background", `<table><tr><td background="${far}">x</td></tr></table>`, "<table><tr><td>x</td></tr></table>"],
    ["in code", `\`![a](${far})\` \\![a](${far})`, `\`![a](${far})\` \\![a](${far})`],
  ])("%s", (_, answer, expected) => {
    expect(moved(answer)).toBe(expected);
  });

  it("leaves the repository's own where they are", () => {
    const own = `![a](a.png)\n\n<picture><source srcset="d.png 1x, e.png 2x"><img src="${raw}/l.png"></picture>`;
    expect(moved(own)).toBe(
      `![a](<${raw}/a.png>)\n\n<picture><source srcset="${raw}/d.png 1x, ${raw}/e.png 2x"><img src="${raw}/l.png"></picture>`,
    );
  });

  it("is told to the reviewer, and not counted among code", () => {
    const { redacted } = relocate(`![a](${far}) \`![b](${far})\` <img src="${far}"> ![c](c.png)`, home);
    expect([...redacted]).toEqual([["image of another host, now a link", 2]]);
  });
});

const html = unified().use(rehypeRaw).freeze();

/** Addresses that a browser asks for by itself, where another reader of Markdown than ours shows the text. */
function loaded(markdown: string): string[] {
  const rendered: Root = {
    type: "root",
    children: [{ type: "raw", value: new MarkdownIt({ html: true }).render(markdown) }],
  };
  const waiting: Nodes[] = [html.runSync(rendered)];
  const found: string[] = [];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ("children" in node) waiting.push(...node.children);
    if (node.type !== "element") continue;
    const { src, srcSet, poster, background, style, data } = node.properties;
    found.push(...[src, srcSet, poster, background, style, data].flat().map(String));
  }
  return found;
}

const pieces = [
  `![a](${far})`,
  `![](<${far}> "t")`,
  "![a][b]",
  "![b]",
  `\n\n[b]: ${far}\n\n`,
  "![",
  "!",
  "[",
  "](https://t.example)",
  `<img src="${far}">`,
  `<img src=${far}>`,
  `<img alt="a>b" src=${far} >`,
  `<img src='a.png' srcset='${far} 2x, a.png'>`,
  `<source srcset="${far}">`,
  `<img src=" //e.example/x.png">`,
  "<picture>",
  "</picture>",
  `<video poster="${far}">`,
  `<p background="${far}" style="background:url(${far})">`,
  "</p>",
  '<a href="https://t.example">',
  "</a>",
  "<details><summary>",
  "<!--",
  "-->",
  "`",
  "```\n",
  "\n",
  "\n\n",
  "    ",
  "> ",
  "- ",
  "# ",
  "\\",
  "&lt;",
  "&#33;",
  "x",
  "| a |\n| - |\n| ",
];

describe("what is left out", () => {
  it.each([
    `</picture><details><summary>![<img src="${far}">](https://t.example)`,
    `</picture><details>\\<img src="${far}">`,
    `<b></i>\n\\<img src="${far}">`,
    `- </i><details>\\<img src="${far}">`,
    `</picture>\n<picture>![a](${far})`,
    `<!-- c --><a href="https://t.example">![a](${far})`,
    `<!-- c --><details>\n\\<img src="${far}">`,
    `\`![a](${far})\`</a>\`![a](${far})\``,
    `![\`![a](${far})\`a\``,
    `[\`![a](${far})\`a\`\`\``,
    `- x\n\n[b]: ${far}\n\n    ![a](${far})`,
    `- x\n\n[b]: ${far}\n\n<!-- c -->\n\n    ![a](${far})`,
    `[^1]: x\n\n[b]: ${far}\n\n    ![a](${far})\n\n[^1]`,
    `a \`\`\`\n![a](${far})\\\\| a |\n| - |\n| \`\`\``,
    `| a |\n| - |\n| \`a \\\\| b\` ![a](${far}) \` |`,
  ])("makes no image of what was none: %j", (answer) => {
    expect(loaded(relocate(answer, home).text).join()).not.toContain("e.example");
  });

  it("makes no heading of the line above a definition in a list", () => {
    expect(relocate("foo\n- [b]: x", home).text).toBe("foo\n- \u200B");
  });
});

describe("any answer", () => {
  it("makes no reader's browser ask another host", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 12 }), (parts) => {
        const { text } = relocate(parts.join(""), home);
        for (const address of loaded(text)) expect(address).not.toContain("e.example");
      }),
      { numRuns: 1_500 },
    );
  });

  it("would, without that", () => {
    const asked = pieces.filter((piece) => loaded(`x ${piece}`).some((it) => it.includes("e.example")));
    expect(asked.length).toBeGreaterThan(6);
  });
});
