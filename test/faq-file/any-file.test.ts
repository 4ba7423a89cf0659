import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isRefusal } from "../../src/core/faq-editor.ts";
import { promote, updateEntry } from "../../src/faq-file/promote.ts";
import { removeEntry } from "../../src/faq-file/remove-entry.ts";

const part = fc.constantFrom(
  ..."## How?|### Why?|# FAQ|## Setup|**Is it?**|Q: What?\nA: That.|<details><summary>Can it?</summary>|x</details>|1. **Who?**\n\n   x|- [How?](#how)\n- [Why?](#why)|- [Setup](#setup)|---|```|text|text  |[a]: b|> ## In?|<!-- x -->|<!--|\t|  |Who?\n----|Top\n===|<a name='q'></a>|[^1]: n|2. x|* * *|{/* x */}|    code".split(
    "|",
  ),
);

const eol = fc.constantFrom("\n", "\n\n", "\r\n", "\r\n\r\n", "\n\n\n");

const even = fc
  .tuple(
    fc.array(part, { maxLength: 15 }),
    eol,
    fc.constantFrom("", "\n", "\r\n", "  \n\n"),
    fc.constantFrom("", "\uFEFF"),
  )
  .map(([parts, between, end, mark]) => mark + parts.join(between) + end);

const mixed = fc
  .array(
    fc.tuple(part, eol).map((it) => it.join("")),
    { maxLength: 15 },
  )
  .map((it) => it.join(""));

const answer = fc.constantFrom(
  "Do it.",
  "Do it:\n\n```\nx\n```",
  "- a\n- b",
  "### In\n\nx",
  "1. a\n\n   b\n\n---\n\nc",
);

const title = fc.constantFrom("How do I light it?", "Lamp flickers", "Zebra?", "How?");

const url = "https://github.com/acme/lantern/discussions/12";

const source = { number: 12, url, answer: "DC_1", answerer: "hana", verified: "2026-11-26" };

describe("any file", () => {
  it("takes an entry and is as before without it, to the byte; or it is left alone", () => {
    let undone = 0;
    fc.assert(
      fc.property(fc.oneof(even, mixed), title, answer, (text, asked, said) => {
        const answered = { title: asked, answer: said, source };
        const promoted = promote(text, answered);
        if (isRefusal(promoted)) return;
        expect(updateEntry(promoted.text, { thread: 12 }, answered)).toMatchObject({ text: promoted.text });
        // A file of blank lines got a title. A line in the table of contents that led nowhere goes with what it leads to.
        const { anchor } = promoted.entry;
        const wasLedTo = (anchor !== "" && text.includes(`](#${anchor})`)) || text.includes(`[${asked}](#`);
        // Anchors with nothing before them are those of what comes behind them.
        const isBare = text.replaceAll("<a name='q'></a>", "").trim() === "";
        if (isBare || wasLedTo) return;
        undone++;
        expect(removeEntry(promoted.text, { thread: 12 })).toMatchObject({ text });
      }),
      { numRuns: 800 },
    );
    expect(undone).toBeGreaterThan(200);
  });
});
