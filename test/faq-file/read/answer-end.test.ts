import { describe, expect, it } from "vitest";
import { isRefusal, type Refusal } from "../../../src/core/faq-editor.ts";
import { addEntry } from "../../../src/faq-file/edit/add-entry.ts";
import { updateEntry } from "../../../src/faq-file/promote.ts";
import { removeEntry } from "../../../src/faq-file/remove-entry.ts";

const textOf = (it: { readonly text: string } | Refusal): string =>
  isRefusal(it) ? `refused: ${it.refused}` : it.text;

const question = "How do I stop it?";

const update = (text: string, isMdx = false): string =>
  textOf(updateEntry(text, { question }, { title: question, answer: "New answer." }, { isMdx }));

const remove = (text: string): string => textOf(removeEntry(text, { question }));

const add = (text: string, isMdx = false): string =>
  textOf(addEntry(text, { question: "How do I rotate logs?", answer: "Set `max_size`." }, { isMdx }));

/** What stands around the last entry of a file: before its first question, and behind its last answer. */
const around: readonly [name: string, before: string, after: string, isMdx?: boolean][] = [
  ["a tag and an include", '<div align="center">\n\n', "\n</div>\n\n{% include footer.html %}\n"],
  ["a component", "<Box>\n\n", "\n</Box>\n", true],
  ["a component's tag right behind the answer", "<Box>\n\n", "</Box>\n", true],
  ["a container", "::: tip\n\n", "\n:::\n"],
  ["a container's end right behind the answer", ":::tip\n\n", ":::\n"],
  ["a block of GitBook", '{% hint style="info" %}\n\n', "\n{% endhint %}\n"],
  ["a shortcode", '{{< box "x" >}}\n\n', "\n{{< /box >}}\n"],
  ["nested wrappers", "<main>\n<div>\n\n", "\n</div>\n\n</main>\n"],
  ["a wrapper that the file does not open", "", "\n</div>\n"],
  ["a wrapper of the next section", "", "\n<section>\n\n# Licence\n\nFree.\n\n</section>\n"],
  [
    "a list of another tool",
    "",
    "\n<!-- ALL-CONTRIBUTORS-LIST:START - Do not remove or modify this section -->\n| [Mia](https://example.com) |\n| --- |\n<!-- ALL-CONTRIBUTORS-LIST:END -->\n",
  ],
  [
    "what markdown-magic writes",
    "",
    "\n<!-- AUTO-GENERATED-CONTENT:START (TOC) -->\n- [FAQ](#faq)\n<!-- AUTO-GENERATED-CONTENT:END -->\n",
  ],
  ["what terraform-docs writes", "", "\n<!-- BEGIN_TF_DOCS -->\nInputs.\n\n<!-- END_TF_DOCS -->\n\nBye.\n"],
  ["a line across and a word on where to ask", "", "\n---\n\nStill stuck? Ask in the [forum](https://example.com).\n"],
  ["a line across and two words", "", "\n---\n\nMade by us.\n\nLast updated in May.\n"],
  ["a closing remark", "", "\nIf you have another question, [open an issue](https://example.com).\n"],
  ["a note on where to ask", "", "\n> [!NOTE]\n> For other questions please visit the [forum](https://example.com).\n"],
  ["footnotes", "", "\n[^1]: See there.\n"],
  ["a way to the top", "", "\n[⬆ Back to top](#faq)\n"],
  ["a way to the next page", "", "\n[← Previous](a.md) | [Next →](b.md)\n"],
  ["a way around in HTML", "", '\n<p align="right">(<a href="#top">back to top</a>)</p>\n'],
  ["definitions of links", "", "\n[site]: https://example.com\n"],
  ["a comment", "", "\n<!-- end of the questions -->\n"],
  ["a snippet of MkDocs", "", '\n--8<-- "links.md"\n'],
];

describe.each(around)("an entry before %s", (_, before, after, isMdx) => {
  const [install, stop] = ["## How do I install it?\n\nRun it.\n", `## ${question}\n\nPress.\n`];
  const file = (...entries: readonly string[]): string => `# FAQ\n\n${before}${entries.join("\n")}${after}`;

  it("is updated, and that stays", () => {
    expect(update(file(install, stop), isMdx)).toBe(file(install, `## ${question}\n\nNew answer.\n`));
  });

  it("is removed, and that stays", () => {
    expect(remove(file(install, stop))).toBe(file(install));
  });

  it("gets another behind it, before that", () => {
    expect(add(file(install, stop), isMdx)).toBe(file(install, stop, "## How do I rotate logs?\n\nSet `max_size`.\n"));
  });
});

describe.each<[string, (question: string, answer: string) => string]>([
  ["bold lines", (asked, answer) => `**${asked}**\n\n${answer}\n`],
  ["Q and A", (asked, answer) => `Q: ${asked}\n\nA: ${answer}\n`],
])("among %s", (_, entry) => {
  const after = "\n</div>\n\n{% include footer.html %}\n";
  const before = "<div>\n\n";

  it("what follows the last answer stays as well", () => {
    const text = `${before}${entry("Why?", "So.")}\n${entry(question, "Press.")}${after}`;
    expect(update(text)).toBe(`${before}${entry("Why?", "So.")}\n${entry(question, "New answer.")}${after}`);
    expect(remove(text)).toBe(`${before}${entry("Why?", "So.")}${after}`);
  });
});

describe("what belongs to an answer", () => {
  it.each([
    ["a wrapper of its own", "Look:\n\n<div>\n\nPress.\n\n</div>"],
    ["a container of its own", ":::tip\nPress.\n:::"],
    ["a line across in the middle", "Press.\n\n---\n\nThen wait.\n\nThen press.\n\nThen wait.\n\nThen go."],
    ["a question of its own", "Press. Still running? Wait.\n\nThen press again."],
    ["tabs, whose comments people write", "Press:\n\n<!-- tabs:start -->\n\n#### Linux\n\nx\n\n<!-- tabs:end -->"],
    ["a link that says something", "Press, or:\n\n[Read the manual](https://example.com/manual)"],
    ["nothing but a way on", "[Next →](b.md)"],
  ])("goes with it: %s", (_, answer) => {
    const text = `# FAQ\n\n## How do I install it?\n\nRun it.\n\n## ${question}\n\n${answer}\n`;
    expect(remove(text)).toBe("# FAQ\n\n## How do I install it?\n\nRun it.\n");
  });
});

it("an entry in the middle keeps a link to the top between its neighbours", () => {
  const text =
    "# FAQ\n\n## Why?\n\nSo.\n\n[Top](#faq)\n\n## How do I stop it?\n\nPress.\n\n[Top](#faq)\n\n## Who?\n\nWe.\n\n[Top](#faq)\n";
  expect(remove(text)).toBe("# FAQ\n\n## Why?\n\nSo.\n\n[Top](#faq)\n\n## Who?\n\nWe.\n\n[Top](#faq)\n");
  expect(add(text)).toBe(`${text.trimEnd()}\n\n## How do I rotate logs?\n\nSet \`max_size\`.\n\n[Top](#faq)\n`);
});

it("an entry goes behind a block of another tool that holds all of the others", () => {
  const text = "# FAQ\n\n<!-- faq:start -->\n\n**Why?**\n\nSo.\n\n**Who?**\n\nWe.\n\n<!-- faq:end -->\n";
  expect(add(text)).toBe(`${text}\n**How do I rotate logs?**\n\nSet \`max_size\`.\n`);
});
