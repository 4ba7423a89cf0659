import { describe, expect, it } from "vitest";
import { isRefusal } from "../../../src/core/faq-editor.ts";
import { faqFile } from "../../../src/faq-file/faq-path.ts";
import { findEntry } from "../../../src/faq-file/place/find-entry.ts";
import { readFaq } from "../../../src/faq-file/read-faq.ts";
import { verifyEntry } from "../../../src/faq-file/verify-entry.ts";

const mark = "<!-- frontdesk:faq:thread=12&answer=DC_1 -->";

const faq = readFaq(
  `# FAQ\n\n## How do I light it?\n\n${mark}\n\nPress.\n\n## Why is it dark?\n\nNight.\n\n## Why?\n\nSo.\n\n## Why?\n\nOr so.\n`,
);

describe("an entry that somebody names", () => {
  it.each([
    [{ thread: 12 }, "How do I light it?"],
    [{ anchor: "why-is-it-dark" }, "Why is it dark?"],
    [{ anchor: " #Why-is-it-dark " }, "Why is it dark?"],
    [{ anchor: "why-1" }, "Why?"],
    [{ question: "how do I light it" }, "How do I light it?"],
    [{ question: "Q: Why is it dark?!" }, "Why is it dark?"],
  ])("%j is found", (which, question) => {
    expect(findEntry(faq, which)).toMatchObject({ question });
  });

  it.each([
    [{ thread: 13 }, "no entry from discussion 13"],
    [
      { anchor: "why-is-it-so-dark" },
      'no entry has the anchor "why-is-it-so-dark"; there are: "Why is it dark?" (#why-is-it-dark), "How do I light it?" (#how-do-i-light-it), "Why?" (#why), "Why?" (#why-1)',
    ],
    [{ question: "Why?" }, '2 entries ask "Why?": "Why?" (#why), "Why?" (#why-1)'],
    [{ question: "" }, /^no entry asks ""; there are: /u],
  ])("%j is not: the refusal lists the nearest first", (which, refused) => {
    const found = findEntry(faq, which);
    expect(isRefusal(found) ? found.refused : "").toMatch(refused);
  });

  it("lists ten at most", () => {
    const many = readFaq(Array.from({ length: 15 }, (_, i) => `## Is it ${i}?\n\nYes.\n`).join("\n"));
    const found = findEntry(many, { anchor: "x" });
    expect(isRefusal(found) ? found.refused : "").toMatch(/(?:"Is it \d+\?" \(#is-it-\d+\), ){10}and 5 more$/u);
  });

  it("is in no file without entries", () => {
    expect(findEntry(readFaq("# FAQ\n"), { anchor: "x" })).toEqual({
      refused: 'no entry has the anchor "x": the file has none',
    });
  });
});

it("a day that is none is a mistake of the caller", () => {
  expect(() => verifyEntry("## Why?\n\nSo.\n", { anchor: "why" }, "tomorrow")).toThrow(RangeError);
});

it.each([
  ["docs/FAQ.md", { isMdx: false }],
  ["FAQ.MDX", { isMdx: true }],
  ["faq.markdown", { isMdx: false }],
  ["faq.rst", { refused: "faq.rst is not a Markdown file (.md or .mdx)" }],
  ["FAQ", { refused: "FAQ is not a Markdown file (.md or .mdx)" }],
])("the file %s: %j", (path, kind) => {
  expect(faqFile(path)).toEqual(kind);
});
