import assert from "node:assert/strict";
import { isTooLong } from "../../../src/text/block-marks.ts";
import { findCommands, findQuotedCommands, maxCommands, placeCommands } from "../../../src/text/find-commands.ts";
import { withoutCommands } from "../../../src/text/without-commands.ts";
import { plainTarget } from "../target.ts";
import { markdownOf, markdownWords } from "./markdown-pieces.ts";

const words = [
  ...markdownWords,
  ...'/accept|/promote-faq|/help|/office-hours 2026-12-08 13:00|/rate 5|/x|/usr/bin|label:docs|label:"a b", c|assignee:@ann|milestone=1.0|key:"|“a”|「b」|:=|key：值|／accept|/milestone：“v1”|『c』|\u3000|-- |On Mon, Ann wrote:|Sent from my phone|//|\u00A0'.split(
    "|",
  ),
];

function check(input: string): void {
  const placed = placeCommands(input);
  for (const { start, line } of placed) {
    assert.ok(input[start] === "/" || input[start] === "／", "a command stands where it says");
    const name = input.slice(start + 1, start + 1 + line.name.length);
    assert.equal(name.toLowerCase(), line.name, "and is called so there");
    assert.ok(!line.rest.includes("\n") && !/[\r\n]/u.test(line.rest), "and ends with its line");
    assert.ok(
      line.given.every(({ written }) => line.rest.includes(written)),
      "options are written there",
    );
  }
  const found = findCommands(input);
  assert.ok(found.length <= maxCommands && found.length <= placed.length);
  for (const { above } of findQuotedCommands(input)) assert.equal(above, above.trimEnd());
  withoutCommands(input);
  if (isTooLong(input) || input.includes("\0")) return;
  const lines = input.replaceAll(/\r\n?/gu, "\n").split("\n");
  const quoted = lines.map((it) => `> ${it}`).join("\n");
  assert.deepEqual(findCommands(quoted), [], "what is quoted is no command");
  const fence = "`".repeat(Math.max(3, ...[...input.matchAll(/`+/gu)].map(([it]) => it.length + 1)));
  assert.deepEqual(findCommands(`${fence}\n${lines.join("\n")}\n${fence}`), [], "what is code is no command");
}

export const commands = plainTarget({
  name: "commands",
  oracle:
    "commands stand where they say, end with their line, ten at most; none are in the same text as a quote or as code",
  inputs: markdownOf(words),
  words,
  maxLength: 70_000,
  boundMs: 700,
  check,
});
