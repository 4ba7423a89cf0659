import type { Nodes } from "mdast";
import { describe, expect, it } from "vitest";
import { splitQuestion } from "../../../src/search/question/split-question.ts";
import { tokenize } from "../../../src/search/words/tokenize.ts";
import { parseMarkdown } from "../../../src/text/parse-markdown.ts";

interface Words {
  readonly prose: string[];
  readonly code: string[];
  readonly quotes: string[];
}

function byLine(markdown: string): Words {
  const { sentences, code, quotes } = splitQuestion(markdown);
  const words = (texts: readonly string[]) => tokenize(texts.join("\n"));
  return { prose: words(sentences), code: words(code), quotes: words(quotes) };
}

/** The same from the Markdown tree. */
function byTree(markdown: string): Words {
  const words: Words = { prose: [], code: [], quotes: [] };
  const walk = (node: Nodes, place: keyof Words): void => {
    if (node.type === "listItem" && typeof node.checked === "boolean") return;
    if (node.type === "code") words[place === "quotes" ? place : "code"].push(...tokenize(node.value));
    else if (node.type === "text" || node.type === "inlineCode") words[place].push(...tokenize(node.value));
    else if ("children" in node) {
      for (const child of node.children) walk(child, node.type === "blockquote" ? "quotes" : place);
    }
  };
  walk(parseMarkdown(markdown), "prose");
  return words;
}

describe("line by line, a question is taken apart as its Markdown tree is", () => {
  it.each([
    ["plain paragraphs", "alpha beta\ngamma\n\ndelta"],
    ["a fence", "alpha\n```js\nbeta\n```\ngamma"],
    ["a fence that other marks do not close", "alpha\n```\nbeta\n~~~\ngamma\n```\ndelta"],
    ["a fence in a longer fence", "````md\n```\nalpha\n```\nbeta\n````\ngamma"],
    ["tildes", "~~~\nalpha\n```\n~~~\nbeta"],
    ["an unclosed fence", "alpha\n```\nbeta\n\ngamma"],
    ["a closing fence with text after it", "```\nalpha\n``` beta\ngamma\n```\ndelta"],
    ["inline marks that look like a fence", "``` alpha ``` beta\n\ngamma"],
    ["an indented block", "alpha\n\n    beta\n    gamma\n\ndelta"],
    ["an indented line that goes on with its paragraph", "alpha\n    beta\n\ngamma"],
    ["a tab", "alpha\n\n\tbeta\n\ngamma"],
    ["a fence in a list", "1. alpha\n   ```\n   beta\n   ```\n   gamma\n2. delta"],
    ["a fence that begins an item", "- ```\n  alpha\n  ```\n- beta"],
    ["indented code in a list", "- alpha\n\n      beta\n\n  gamma"],
    ["paragraphs of a list", "- alpha\n\n  beta\n\n  - gamma\n\n    delta"],
    ["deep lists", "- alpha\n    - beta\n        - gamma"],
    ["a quote", "> alpha\n> beta\n\ngamma"],
    ["a quote that goes on lazily", "> alpha\nbeta\n\ngamma"],
    ["a quote in a quote", "> alpha\n>> beta\n\ngamma"],
    ["code in a quote", "> ```\n> alpha\n> ```\n\nbeta"],
    ["a fence after a quote", "> alpha\n```\nbeta\n```\ngamma"],
    ["details", "<details><summary>\n\nalpha\n\n</summary>\n\n```\nbeta\n```\n\n</details>\n\ngamma"],
    ["a table", "| alpha | beta |\n|---|:-:|\n| gamma | `delta` |\n\nepsilon"],
    ["headings", "# alpha\n\nbeta\n====\n\ngamma\n\n## delta ##"],
    ["Windows line ends", "alpha\r\n\r\n```\r\nbeta\r\n```\r\ngamma"],
    ["links by reference", "alpha [beta][1] gamma\n\n[1]: https://example.com/delta"],
    ["links and images", "alpha [beta](https://example.com/x) ![picture](y.png) gamma"],
    ["tasks", "- [x] alpha\n- [ ] beta\n\ngamma"],
    ["a comment", "alpha\n\n<!-- beta\n\ngamma -->\n\ndelta"],
    ["a comment in a line", "alpha <!-- beta --> gamma"],
    ["a comment's marks in code", "```html\n<!-- alpha\n```\nbeta"],
    ["a rule", "alpha\n\n---\n\nbeta"],
    ["emphasis", "**alpha** *beta* ~~gamma~~\n\ndelta"],
    ["inline code", "alpha `beta gamma` delta"],
  ])("%s", (_, markdown) => {
    expect(byLine(markdown)).toEqual(byTree(markdown));
  });

  it("and reads HTML code blocks as code, which the tree keeps as they are", () => {
    expect(byLine("alpha\n<pre>\nbeta\n</pre>\ngamma <pre>delta</pre>")).toEqual({
      prose: ["alpha", "gamma"],
      code: ["beta", "delta"],
      quotes: [],
    });
  });
});

it("leaves out addresses, which name a place and not a topic", () => {
  const { sentences } = splitQuestion(
    "See <https://a.example/b> or https://c.example/d?e=f and [this](https://g.example)",
  );
  expect(tokenize(sentences.join("\n"))).toEqual(["see"]);
});

describe("lines that programs wrote are code without a fence", () => {
  it.each([
    "2026-01-01T10:00:00Z something broke",
    "[2026-01-01 10:00:00] something broke",
    "12:30:45 something broke",
    "    at Object.run (/app/x.js:1:2)",
    'File "/usr/lib/x.py", line 12, in main',
    "ERROR: something broke",
    "[main] WARN something broke",
    "npm ERR! something broke",
    "$ npm install",
    ">>> import numpy",
    "});",
  ])("%s", (line) => {
    const { sentences, code } = splitQuestion(`It says:\n${line}\nWhy?`);
    expect(sentences).toEqual(["It says:", "Why?"]);
    expect(code).toHaveLength(1);
  });
});

describe("what stands in a form's answers", () => {
  const parts = splitQuestion(
    [
      "### Is there an existing issue for this?",
      "- [X] I have searched the existing issues",
      "### Describe the bug",
      "The sidebar is empty. It was full before.",
      "### Expected behavior",
      "A full sidebar.",
      "### Version",
      "3.2.1",
      "### What operating system are you using?",
      "Windows 11",
      "### Relevant log output",
      "sidebar failed to render",
      "### Anything else?",
      "_No response_",
      "### Code of Conduct",
      "I agree to follow it.",
      "### My sidebar in detail",
      "It has three entries.",
    ].join("\n\n"),
  );

  it("is prose under a description", () => {
    expect(parts.sentences).toEqual([
      "The sidebar is empty.",
      "It was full before.",
      "A full sidebar.",
      "### My sidebar in detail",
      "It has three entries.",
    ]);
  });

  it("is code under logs", () => {
    expect(parts.code).toEqual(["sidebar failed to render"]);
  });

  it("is a remark under versions and systems", () => {
    expect(parts.asides).toEqual(["3.2.1", "Windows 11"]);
  });

  it("knows labels in bold, and leaves headings of the asker's own", () => {
    expect(splitQuestion("**Describe the bug**\nIt fails.\n\n**Environment:**\nLinux").asides).toEqual(["Linux"]);
    expect(splitQuestion("## Broken since Monday\nIt fails.").sentences).toEqual([
      "## Broken since Monday",
      "It fails.",
    ]);
  });
});

describe("a megabyte is read in linear time, whatever it is made of", () => {
  it.each([
    "[",
    "](",
    "<!--",
    "<!-- -->",
    "<pre>",
    "<a ",
    "> ",
    "```\n",
    "- ",
    "#",
    "    a\n",
    "**",
    "`",
    "\r",
    "~~~",
    "1. ",
  ])("%j", (piece) => {
    const { sentences, code, quotes } = splitQuestion(`Why?\n${piece.repeat((1 << 20) / piece.length)}`);
    expect(sentences[0]).toBe("Why?");
    expect([...sentences, ...code, ...quotes].join("").length).toBeLessThan(30_000);
  });
});
