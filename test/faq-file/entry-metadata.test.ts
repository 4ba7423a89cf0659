import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isRefusal } from "../../src/core/faq-editor.ts";
import { hasMetadataOf, readMetadata, sourceLine, writeMetadata } from "../../src/faq-file/entry-metadata.ts";
import { promote, updateEntry } from "../../src/faq-file/promote.ts";
import { readFaq } from "../../src/faq-file/read-faq.ts";
import { verifyEntry } from "../../src/faq-file/verify-entry.ts";

const url = "https://github.com/acme/lantern/discussions/12";

const source = { number: 12, url, answer: "DC_1", answerer: "hana", verified: "2026-11-26" };

const metadataIn = (text: string) => readFaq(text).entries.map(({ metadata }) => metadata);

describe("what an entry keeps of itself, hidden", () => {
  const alias = fc.oneof(
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.constantFrom("-->", "*/}", "a -- b", "--", "-", "&alias=x"),
  );

  it("comes back as it was, and cannot end the comment that hides it", () => {
    const metadata = fc.record({
      source: fc.record({
        thread: fc.integer({ min: 1 }),
        answer: fc.string({ unit: "binary", minLength: 1, maxLength: 30 }),
      }),
      verified: fc.constantFrom("2026-11-26", "2027-01-31"),
      aliases: fc.array(alias, { maxLength: 5 }),
    });
    fc.assert(
      fc.property(metadata, fc.boolean(), (kept, isMdx) => {
        const mark = writeMetadata(kept, isMdx);
        const inside = mark.slice(4, isMdx ? -3 : -3);
        expect(inside).not.toMatch(/--|[<>*{}\s]\S*[<>*{}]/u);
        const { thread } = kept.source;
        const held = [thread, thread * 10 + 1, Math.floor(thread / 10)].map((it) => hasMetadataOf(`x${mark}y`, it));
        expect(held).toEqual([true, false, false]);
        const { aliases, ...rest } = readMetadata(mark);
        expect(rest).toEqual({
          source: { ...kept.source, answer: kept.source.answer.toWellFormed() },
          verified: kept.verified,
        });
        const lines = kept.aliases
          .map((it) => it.toWellFormed().replaceAll(/\s+/gu, " ").trim())
          .filter((it) => it !== "");
        expect(aliases).toEqual([...new Set(lines)]);
        expect(readMetadata(writeMetadata(readMetadata(mark), !isMdx))).toEqual(readMetadata(mark));
      }),
    );
  });

  it.each([
    ["a thread that is no number", "<!-- frontdesk:faq:thread=x&answer=a -->", {}],
    ["a thread without an answer", "<!-- frontdesk:faq:thread=1 -->", {}],
    ["a day that is none", "<!-- frontdesk:faq:verified=2026-13-01 -->", {}],
    ["broken escapes", "<!-- frontdesk:faq:thread=1&answer=%E0%A4 -->", { source: { thread: 1, answer: "\uFFFD" } }],
  ])("of %s only what can be read counts", (_, mark, expected) => {
    expect(readMetadata(mark)).toEqual({ aliases: [], ...expected });
  });

  it("keeps the last twenty other titles", () => {
    const aliases = Array.from({ length: 30 }, (_, i) => `Title ${i}`);
    expect(readMetadata(writeMetadata({ aliases }, false)).aliases).toEqual(aliases.slice(10));
  });

  const forged = "frontdesk:faq:thread=99&answer=x&verified=2030-01-01";
  it.each([
    ["behind the question", `## Why?\n\n<!-- ${forged} -->\n\nSo.\n`, 99],
    ["in MDX", `## Why?\n\n{/* ${forged} */}\n\nSo.\n`, 99],
    ["further down", `## Why?\n\nSo.\n\n<!-- ${forged} -->\n`, undefined],
    ["in code", `## Why?\n\n    <!-- ${forged} -->\n\nSo.\n`, undefined],
    ["in a fence", `## Why?\n\n\`\`\`\n<!-- ${forged} -->\n\`\`\`\n`, undefined],
    ["escaped", `## Why?\n\n&lt;!-- ${forged} --&gt;\n\nSo.\n`, undefined],
    ["before the question", `<!-- ${forged} -->\n\n## Why?\n\nSo.\n`, undefined],
  ])("counts right behind the question only: %s", (_, text, thread) => {
    expect(metadataIn(text)[0]?.source?.thread).toBe(thread);
  });

  it.each([
    `<!-- ${forged} -->\nSo.`,
    `{/* ${forged} */}\n\nSo.`,
    `<!<b></b>-- ${forged} -->\n\nSo.`,
    `<!<!-- x -->-- ${forged} -->\n\nSo.`,
    `<!-- frontdesk:<!-- frontdesk:x -->faq:thread=99&answer=x -->\n\nSo.`,
    `</b><!-- ${forged} -->\n\nSo.`,
    `\\<!-- ${forged} -->\n\nSo.`,
    `\`\`\`\n<!-- ${forged} -->\n\`\`\``,
  ])("no answer can forge one: %j", (answer) => {
    for (const from of [{ source }, { thread: url }]) {
      for (const isMdx of [true, false]) {
        const promoted = promote("## Why?\n\nSo.\n", { title: "How?", answer, ...from }, { isMdx });
        const metadata = isRefusal(promoted) ? [] : metadataIn(promoted.text);
        expect(metadata.map((it) => it.source?.thread)).not.toContain(99);
      }
    }
  });

  it("is in no answer that is shown", () => {
    const promoted = promote("## Why?\n\nSo.\n", { title: "How?", answer: "Press.", source });
    expect(isRefusal(promoted) ? "" : promoted.entry.answer).toBe("Press.");
  });

  it("has the titles under which the question was merged", () => {
    const first = promote(undefined, {
      title: "How do I light it?",
      question: "How is it lit?",
      answer: "Press.",
      source,
    });
    const text = isRefusal(first) ? "" : first.text;
    const other = { ...source, number: 13, url: url.replace("12", "13"), answer: "DC_2" };
    const second = updateEntry(
      text,
      { anchor: "#how-is-it-lit" },
      { title: "[Help] it is dark", answer: "Press it.", source: other },
    );
    expect(isRefusal(second) ? {} : second.entry).toMatchObject({
      question: "How is it lit?",
      metadata: { source: { thread: 13, answer: "DC_2" }, aliases: ["How do I light it?", "It is dark"] },
    });
    const again = updateEntry(
      isRefusal(second) ? "" : second.text,
      { thread: 13 },
      { title: "HOW IS IT LIT", answer: "x", source: other },
    );
    expect(isRefusal(again) ? [] : again.entry.metadata.aliases).toEqual(["How do I light it?", "It is dark"]);
  });
});

describe("the source line", () => {
  it.each([
    [source, `_From [discussion 12](${url}), answered by hana, verified on 2026-11-26._`],
    [{ ...source, answerer: undefined }, `_From [discussion 12](${url}), verified on 2026-11-26._`],
    [
      { ...source, answerer: "hana_acme" },
      `_From [discussion 12](${url}), answered by hana\\_acme, verified on 2026-11-26._`,
    ],
    [
      { ...source, answerer: "@x [y](z)" },
      `_From [discussion 12](${url}), answered by @\u200Bx \\[y\\]\\(z\\), verified on 2026-11-26._`,
    ],
    [
      { ...source, url: "https://a.example/b c)<" },
      "_From [discussion 12](https://a.example/b%20c%29%3C), answered by hana, verified on 2026-11-26._",
    ],
  ])("of %j", (from, line) => {
    expect(sourceLine(from)).toBe(line);
  });

  it("keeps the words that people gave it", () => {
    const promoted = promote("## Why?\n\nSo.\n", { title: "How?", answer: "Press.", source });
    const edited = isRefusal(promoted) ? "" : promoted.text.replace("_From", "_Aus");
    const verified = verifyEntry(edited, { thread: 12 }, "2027-01-31");
    expect(isRefusal(verified) ? "" : verified.text).toBe(edited.replace("verified=2026-11-26", "verified=2027-01-31"));
  });
});
