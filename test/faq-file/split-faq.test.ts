import { describe, expect, it } from "vitest";
import { splitFaq } from "../../src/faq-file/split-faq.ts";
import { isFaqPath } from "../../src/faq-file/faq-path.ts";
import { splitSections } from "../../src/text/split-sections.ts";

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
    const [intro, start, free] = splitFaq("docs/faq.md", text);
    expect(intro).toMatchObject({ title: "FAQ", text: "Ask here." });
    expect(start).toEqual({
      inlineCode: ["it"],
      path: "docs/faq.md",
      anchor: "how-do-i-start",
      headings: ["FAQ", "Setup", "How do I start?"],
      title: "How do I start?",
      text: "Run it:\nOn Linux\nSee more.",
      code: "lamp on",
      codeAt: [["Run it:\nOn Linux".length, 0]],
      links: ["docs/more.md"],
      aliases: [],
      line: 7,
      isFaq: true,
    });
    expect(free).toMatchObject({ title: "Is it free?", text: "Yes.", isFaq: true });
  });

  it("knows where links lead whose definitions stand elsewhere on the page", () => {
    const text =
      "## Is it free?\n\nSee [terms] and [the price][p].\n\n## Why?\n\nSo.\n\n[Terms]: terms.md\n[p]: price.md\n";
    const [free] = splitFaq("docs/faq.md", text);
    expect(free).toMatchObject({ text: "See terms and the price.", links: ["docs/terms.md", "docs/price.md"] });
  });

  it("knows what an entry was asked as, where it comes from, and when it was verified", () => {
    const mark = "<!-- frontdesk:faq:thread=12&answer=DC_1&verified=2026-11-26&alias=Light+--+%3C+is+there%3F -->";
    const source = "_From [discussion 12](https://github.com/acme/lantern/discussions/12), verified on 2026-11-26._";
    const text = `## How do I light it?\n\n${mark}\n\nPress, since 2.4.\n\n${source}\n\n## Why?\n\nSo.\n`;
    const [lit, why] = splitFaq("docs/faq.md", text);
    expect(lit).toMatchObject({
      text: "Press, since 2.4.",
      aliases: ["Light -- < is there?"],
      verified: "2026-11-26",
      source: 12,
      versions: ["2.4"],
    });
    expect(Object.keys(why ?? {})).not.toEqual(expect.arrayContaining(["verified"]));
    expect(why).toMatchObject({ aliases: [], title: "Why?" });
  });

  it("keeps what stands beside the entries, and what we marked is an entry on any page", () => {
    const marked = "<!-- frontdesk:faq:thread=12&answer=DC_1&verified=2026-11-26 -->";
    const text = `# Help\n\nSome.\n\n## Contact\n\nBy pigeon.\n\n## How do I light it?\n\n${marked}\n\nPress.\n\n### Hard\n\n\`\`\`\nlamp on\n\`\`\`\n\n## Why?\n\nSo.\n`;
    const of = (path: string) =>
      splitFaq(path, text).map(({ title, isFaq, text: said, line }) => [title, isFaq, said, line]);
    const [help, contact] = [
      ["Help", undefined, "Some.", 1],
      ["Contact", undefined, "By pigeon.", 5],
    ];
    const lit = ["How do I light it?", true, "Press.\nHard", 9];
    expect(of("docs/help.md")).toEqual([help, contact, lit, ["Why?", undefined, "So.", 21]]);
    expect(of("docs/faq.md")).toEqual([help, ["Contact", true, "By pigeon.", 5], lit, ["Why?", true, "So.", 21]]);
    const topics = "# FAQ\n\n## Setup\n\nMind the gap.\n\n### Why?\n\nSo.\n\n## Money\n\n### Who pays?\n\nWe.\n";
    expect(splitFaq("docs/faq.md", topics).map(({ title }) => title)).toEqual(["Setup", "Why?", "Who pays?"]);
  });

  it("is a page as any other where nobody asks anything", () => {
    const text = "# FAQ\n\nAsk in the chat.\n";
    expect(splitFaq("docs/faq.md", text)).toEqual(splitSections("docs/faq.md", text));
    expect(splitFaq("docs/faq.md", "")).toEqual([]);
  });

  it("is out of sight when its page is archived", () => {
    expect(splitFaq("docs/archive/faq.md", "## Why?\n\nSo.\n")).toMatchObject([{ isFaq: true, retired: "archived" }]);
  });
});
