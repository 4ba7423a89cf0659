import { describe, expect, it } from "vitest";
import { UserError } from "../../../../src/core/errors.ts";
import { readPromoteOptions } from "../../../../src/features/faq/promotion/promote-options.ts";
import { findCommands } from "../../../../src/text/find-commands.ts";

function read(rest: string) {
  const [line] = findCommands(`/promote-faq ${rest}`);
  if (!line) throw new Error("no command was found");
  return readPromoteOptions(line);
}

describe("the options of /promote-faq", () => {
  it.each([
    ["", {}],
    [
      'question: "How do I stop?" section: "Getting started"',
      { question: "How do I stop?", section: "Getting started" },
    ],
    ['question:"How do I stop?" file:docs/a.md', { question: "How do I stop?", file: "docs/a.md" }],
    ["question: “How do I stop?”", { question: "How do I stop?" }],
    ["update: how-do-i-stop FORCE", { update: "how-do-i-stop", force: true }],
    [
      "answer: https://github.com/a/b/discussions/1#discussioncomment-2",
      { answer: "https://github.com/a/b/discussions/1#discussioncomment-2" },
    ],
    ["Section: Logging", { section: "Logging" }],
  ])("%s", (rest, options) => {
    expect(read(rest)).toEqual(options);
  });

  it.each([
    "please",
    "section:",
    "section: ''",
    "colour: red",
    "file: a.md file: b.md",
    `question: ${"x".repeat(500)}`,
    "``",
  ])("that make no sense are refused with those that do: %s", (rest) => {
    expect(() => (rest === "section: ''" ? read('section: ""') : read(rest))).toThrow(UserError);
  });
});
