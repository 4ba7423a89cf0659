import assert from "node:assert/strict";
import fc from "fast-check";
import { isRefusal } from "../../../src/core/faq-editor.ts";
import { promote, updateEntry } from "../../../src/faq-file/promote.ts";
import { readFaq } from "../../../src/faq-file/read-faq.ts";
import { removeEntry } from "../../../src/faq-file/remove-entry.ts";
import { verifyEntry } from "../../../src/faq-file/verify-entry.ts";
import { githubFinds } from "../../helpers/github-finds.ts";
import { shapes } from "../../faq-file/shapes.ts";
import { plainTarget } from "../target.ts";
import { markdownOf, markdownWords } from "./markdown-pieces.ts";

/** Between file, title and answer of an input. */
const parting = "\n%%%\n";
const url = "https://github.com/acme/lantern/discussions/12";
const source = { number: 12, url, answer: "DC_1", answerer: "hana", verified: "2026-11-26" };

const text = markdownOf(markdownWords);
const file = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...shapes.map((it) => it.text)) },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...shapes.map((it) => it.text)), text).map((it) => it.join("\n")) },
  { weight: 1, arbitrary: text },
);
const title = fc.oneof(fc.constantFrom("How do I light it?", "Lamp flickers", "# Why -- <b>?</b>"), text);

const entriesOf = (faq: string) => readFaq(faq).entries;
const meaning = (it: { readonly question: string; readonly answer: string; readonly metadata: object }) => ({
  question: it.question,
  answer: it.answer,
  metadata: it.metadata,
});
const mentions = (markdown: string) => githubFinds(markdown).filter((it) => it.startsWith("@"));

function check(input: string): void {
  const [faq = "", asked = "", ...rest] = input.split(parting);
  if (faq.includes("frontdesk:faq:thread=12")) return;
  const answered = { title: asked, answer: rest.join(parting), source };
  const promoted = promote(faq, answered);
  if (isRefusal(promoted)) {
    assert.ok(promoted.refused.length > 0 && promoted.refused.length < 2_000, "a refusal is said in words");
    return;
  }
  const { text: after, entry } = promoted;
  const others = entriesOf(after).filter(({ start }) => start !== entry.start);
  assert.deepEqual(others.map(meaning), entriesOf(faq).map(meaning), "nothing else reads differently");
  assert.deepEqual(again(updateEntry(after, { thread: 12 }, answered)), after, "twice is once");
  const verified = verifyEntry(after, { thread: 12 }, "2027-01-31");
  if (!isRefusal(verified)) assert.equal(again(verifyEntry(verified.text, { thread: 12 }, "2026-11-26")), after);
  assert.ok(!isRefusal(removeEntry(after, { thread: 12 })), "what was put in can be taken out");
  const before = mentions(faq);
  assert.ok(
    mentions(after).every((it) => before.includes(it)),
    "mentions nobody who was not mentioned",
  );
}

function again(changed: { readonly text: string } | { readonly refused: string }): string {
  return "refused" in changed ? changed.refused : changed.text;
}

export const faqEditor = plainTarget({
  name: "faq-editor",
  oracle: "an answer becomes one entry, nothing else reads differently, twice is once, and nobody is mentioned; or no",
  inputs: fc.tuple(file, title, text).map((it) => it.join(parting)),
  words: [...markdownWords, parting, "Q: Why?\nA: So.", "**Who?**", "- [Why?](#why)", "\uFEFF"],
  maxLength: 30_000,
  boundMs: 2_000,
  check,
});
