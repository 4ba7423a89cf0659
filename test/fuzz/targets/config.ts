import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { loadConfig } from "../../../src/config/load.ts";
import { renderProblem } from "../../../src/config/problem.ts";
import { plainTarget } from "../target.ts";

const example = readFileSync(new URL("../../../docs/examples/frontdesk.yml", import.meta.url), "utf8");

/** The example in its parts, each with its key. */
const parts = example.split(/\n(?=[a-z])/u);

const words = [
  ..."\t|: |- |? |&a |*a|<<: *a|!!str |!!binary |!x |!!js/function|'|\"|#|---|...|%YAML 1.1|{|}|[|]|, |>-|~|null|yes|0o7|1e3|.inf|.nan|2026-12-24|24/7|default:|__proto__:|constructor:|toString|docs:|include:|watch:|sessions:|calendars:|timezone: |Europe/Berlin|hours:|9:00|freshness: 48h|**/*|{a,b}|../|\\x00|\\u{1}|&a [*a]|&a {<<: *a}".split(
    "|",
  ),
  "|",
  "\n",
  "\n  ",
  "\n    - ",
  "\uFEFF",
];

const lines = fc.array(fc.tuple(fc.constantFrom(...words), fc.constantFrom("", " ", "\n", "\n  ")), { maxLength: 20 });
const ofWords = lines.map((all) => all.flat().join(""));
const ofParts = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...parts) }, { weight: 1, arbitrary: ofWords }), {
    maxLength: 6,
  })
  .map((all) => all.join("\n"));

function check(input: string): void {
  const loaded = loadConfig(input);
  assert.deepEqual(loadConfig(input), loaded, "the same text means the same");
  if ("config" in loaded) {
    JSON.stringify(loaded.config);
    assert.equal(Object.getPrototypeOf(loaded.config), Object.prototype, "a config is plain data");
    return;
  }
  assert.ok(loaded.problems.length > 0, "a config that is none has problems");
  const all = input.split(/\r\n|\r|\n/u);
  for (const problem of loaded.problems) {
    assert.ok(problem.line >= 1 && problem.line <= all.length + 1, `line ${problem.line} of ${all.length}`);
    assert.ok(problem.column >= 1, "columns begin at 1");
    assert.ok(renderProblem(problem).length < 2_000 && problem.message.trim() !== "", "a problem is said in words");
  }
}

export const config = plainTarget({
  name: "config",
  oracle: "a text is a config, or problems with places in it, said in words; the same one each time; nothing throws",
  inputs: fc.oneof(ofParts, ofWords),
  words,
  maxLength: 66_000,
  boundMs: 500,
  check,
});
