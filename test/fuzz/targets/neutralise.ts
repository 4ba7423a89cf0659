import assert from "node:assert/strict";
import fc from "fast-check";
import { inlineText, inlineTextWithCode, neutralise as harmless } from "../../../src/text/neutralise.ts";
import { quote } from "../../../src/text/quote.ts";
import { githubFinds } from "../../helpers/github-finds.ts";
import { trickyText } from "../../helpers/tricky-text.ts";
import { plainTarget } from "../target.ts";
import { markdownOf, markdownWords } from "./markdown-pieces.ts";

function check(input: string): void {
  const texts = {
    "by itself": harmless(input),
    "in a quote": quote(input, 1_000),
    "in a line": `- [${inlineText(input, 80)}](https://example.com) ${inlineTextWithCode(input, 80)}`,
    twice: harmless(harmless(input)),
  };
  for (const [where, text] of Object.entries(texts)) {
    assert.deepEqual(githubFinds(text), [], `GitHub finds nothing ${where}`);
    assert.ok(!/<!--\s*frontdesk\s*:/iu.test(text), `no marker of ours ${where}`);
    // What is written from the right is set apart by a pair of ours, which ends where it began.
    const plain = text.replaceAll(/\u2068(?<apart>[^\u202A-\u202E\u2066-\u2069]*)\u2069/gu, "$<apart>");
    assert.ok(!/[\u202A-\u202E\u2066-\u2069]/u.test(plain), `nothing turns text around ${where}`);
  }
}

export const neutralise = plainTarget({
  name: "neutralise",
  oracle: "what people wrote notifies nobody, refers to nothing, closes nothing and holds no marker of ours",
  inputs: fc.oneof(trickyText, markdownOf(markdownWords)),
  words: [...markdownWords, "<!-- frontdesk:begin:x -->", "\u202E", "redirect.github.com", "x@github.com"],
  maxLength: 66_000,
  boundMs: 1_500,
  check,
});
