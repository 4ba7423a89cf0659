import { describe, expect, it } from "vitest";
import { cutFaq, isFaqPath } from "../../src/faq/cut-faq.ts";
import { cutSections } from "../../src/text/cut-sections.ts";

describe("a FAQ as part of the docs", () => {
  it.each([
    ["docs/FAQ.md", true],
    ["faq.mdx", true],
    ["docs/faqs.md", true],
    ["docs/faq-billing.md", true],
    ["docs/frequently-asked-questions.md", true],
    ["docs/faq/install.md", true],
    ["docs/faqtory.md", false],
    ["docs/install.md", false],
    ["faq/deep/er.md", false],
  ])("%s is one: %s", (path, is) => {
    expect(isFaqPath(path)).toBe(is);
  });

  it("has a section for each entry, with all of its answer", () => {
    const text =
      "# FAQ\n\nAsk here.\n\n## Setup\n\n### How do I start?\n\nRun `it`:\n\n#### On Linux\n\n```sh\nlamp on\n```\n\nSee [more](more.md).\n\n### Is it free?\n\nYes.\n";
    const [intro, start, free] = cutFaq("docs/faq.md", text);
    expect(intro).toMatchObject({ title: "FAQ", text: "Ask here." });
    expect(start).toEqual({
      path: "docs/faq.md",
      anchor: "how-do-i-start",
      headings: ["FAQ", "Setup", "How do I start?"],
      title: "How do I start?",
      text: "Run it:\nOn Linux\nSee more.",
      code: "lamp on",
      links: ["docs/more.md"],
      aliases: [],
      line: 7,
      isFaq: true,
    });
    expect(free).toMatchObject({ title: "Is it free?", text: "Yes.", isFaq: true });
  });

  it("is a page as any other where nobody asks anything", () => {
    const text = "# FAQ\n\n## Installation\n\nRun it.\n";
    expect(cutFaq("docs/faq.md", text)).toEqual(cutSections("docs/faq.md", text));
    expect(cutFaq("docs/faq.md", "")).toEqual([]);
  });

  it("is out of sight when its page is archived", () => {
    expect(cutFaq("docs/archive/faq.md", "## Why?\n\nSo.\n")).toMatchObject([{ isFaq: true, retired: "archived" }]);
  });
});
