import { describe, expect, it } from "vitest";
import { isRefusal } from "../../../src/core/faq-editor.ts";
import { promote, updateEntry } from "../../../src/faq-file/promote.ts";
import { toMdx } from "../../../src/faq-file/syntax/to-mdx.ts";

describe("an answer written as MDX", () => {
  it.each([
    [
      "what is no MDX",
      "See <https://example.com/logs>, or set {max} to {1 + 1} <br> when size <2 MB.\n\nIn a chart it is {{ .Values.max }}.",
      "See [https://example.com/logs](https://example.com/logs), or set \\{max} to \\{1 + 1} <br /> when size \\<2 MB.\n\nIn a chart it is \\{\\{ .Values.max }}.",
    ],
    [
      "lines that begin as modules do",
      "export const x = 1\n\nimport a\nexport b",
      "&#x65;xport const x = 1\n\n&#x69;mport a\n&#x65;xport b",
    ],
    ["a line across at its start", "---\n\n---\n\nWords", "---\n\n---\n\nWords"],
    ["indented code", "    {a}\n\n- b\n\n      {c}", "```\n{a}\n```\n\n- b\n\n  ```\n  {c}\n  ```"],
    ["lines that are indented and no code", "a\n    - b\n    # c", "a\n\\- b\n\\# c"],
    ["code", "`{a}` and\n\n```js {1}\n{b}\n```", "`{a}` and\n\n```js {1}\n{b}\n```"],
    ["a picture", 'x <img src="a.png" alt="{x}">', 'x <img src="a.png" alt="&#123;x&#125;" />'],
    [
      "what unfolds",
      "<details><summary>More {x}</summary>\n\n*y* {z}\n\n</details>",
      "<details>\n<summary>More &#123;x&#125;</summary>\n\n*y* \\{z}\n\n</details>",
    ],
    [
      "a table of HTML",
      "<table>\n<tr><td colspan=2>*a*</td></tr>\n</table>",
      '<table><tr><td colSpan="2">&#42;a&#42;</td></tr></table>',
    ],
    ["an element that goes over paragraphs", "a <b>b\n\nc</b>", "a <b>b</b>\n\nc"],
    ["a comment between lists", "- a\n\n<!-- -->\n\n- b", "- a\n\n* b"],
    ["an alert", "> [!NOTE]\n> {x}", "> [!NOTE]\n> \\{x}"],
    ["money", "for $5 or `$ {x}`", "for \\$5 or `$ {x}`"],
    ["formulas", "$x^{2}$ and\n\n$$\na^{b} \\\\\nc\n$$", "$`x^{2}`$ and\n\n```math\na^{b} \\\\\nc\n```"],
    ["a directive", ":::note{x}", "\\:::note\\{x}"],
    [
      "addresses",
      "https://a.example/b_c?d=1&e=f, https://a.example/{x}.",
      "https://a.example/b_c?d=1&e=f, [https://a.example/\\{x}](https://a.example/\\{x}).",
    ],
    [
      "plain words",
      "Set `max_size` in a_b_c, **then** _run_ 2*3 it.\n\n1. a\n2. b",
      "Set `max_size` in a_b_c, **then** *run* 2\\*3 it.\n\n1. a\n2. b",
    ],
  ])("%s", (_, markdown, mdx) => {
    expect(toMdx(markdown)).toBe(mdx);
  });

  it("is so as well where it takes the place of another, under a question that holds braces", () => {
    const file = "# FAQ\n\n<details>\n<summary>Why?</summary>\n\nSo.\n\n</details>\n";
    const answered = { title: "How is {x} <b>*set*</b>?", answer: "As {x}." };
    const added = promote(file, answered, { isMdx: true });
    if (isRefusal(added)) throw new Error(added.refused);
    expect(added.text).toContain(
      "<summary>How is &#123;x&#125; &#60;b&#62;&#42;set&#42;&#60;/b&#62;?</summary>\n\nAs \\{x}.",
    );
    const updated = updateEntry(file, { question: "Why?" }, answered, { isMdx: true });
    expect(isRefusal(updated) ? "" : updated.entry.answer).toBe("As \\{x}.");
  });
});
