import assert from "node:assert/strict";
import fc from "fast-check";
import { withoutSecrets } from "../../../src/faq-file/without-secrets.ts";
import { plainTarget } from "../target.ts";
import { markdownOf, markdownWords } from "./markdown-pieces.ts";

/** Made up, of the forms that GitHub and others give out; in two pieces each, so that no scanner takes them for real. */
const secrets = [
  ["ghs_", "16C7e42F292c6912E7710c838347Ae178B4a"].join(""),
  ["github_pat_", "11ABCDEFG0aBcDeFgHiJkL_0123456789abcdefghij"].join(""),
  ["AKIA", "Z7QK3M2N5P8R1S4T"].join(""),
  ["xoxb-", "1234567890-abcdefghij"].join(""),
  ["npm_", "aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY3zA5"].join(""),
];

const words = [
  ...markdownWords,
  ...secrets,
  ..."password: |token=|Authorization: Bearer |://user:|@host|api_key = '|-u me:|--password |AWS_SECRET_ACCESS_KEY=".split(
    "|",
  ),
];

function check(input: string): void {
  const text = withoutSecrets(input);
  for (const secret of secrets) {
    // As a word of its own: what goes on before or behind it is another word.
    const isWhole = new RegExp(`(?<![\\w-])${secret}(?![\\w-])`, "u").test(input);
    if (isWhole) assert.ok(!new RegExp(`(?<![\\w-])${secret}(?![\\w-])`, "u").test(text), `${secret} is left in`);
  }
  assert.equal(withoutSecrets(text), text, "twice is once");
}

export const withoutSecretsTarget = plainTarget({
  name: "secrets",
  oracle: "no whole token of a known form is left in a text, and twice is once",
  inputs: fc.oneof(
    markdownOf(words),
    fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((it) => it.join(" ")),
  ),
  words,
  maxLength: 66_000,
  boundMs: 1_000,
  check,
});
