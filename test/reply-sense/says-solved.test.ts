import { describe, expect, it } from "vitest";
import { endsInQuestion, saysSolved, saysUnsolved } from "../../src/reply-sense/says-solved.ts";

describe("an asker who says that it is solved", () => {
  it.each([
    "Thanks!",
    "thank you so much 🎉",
    "Perfect, thx",
    "That worked.",
    "It works now, cheers",
    "this fixed it :tada:",
    "Works like a charm",
    "> Did you try `--force`?\n\nThanks, that did it!",
    "Thanks!\n\n```\nError: none any more\n```",
    "Vielen Dank, funktioniert",
    "Merci beaucoup",
    "谢谢",
    "ありがとうございます",
    "Спасибо, помогло",
  ])("is understood: %s", (text) => {
    expect(saysSolved(text)).toBe(true);
    expect(saysUnsolved(text)).toBe(false);
  });

  // Reminders on posts that nobody has answered are what people complain about: kiki0124/Sapphire-helper#83.
  it.each([
    "Thanks, but it still fails",
    "Thanks in advance",
    "Thank you, I'll try it tomorrow",
    "Thanks for the quick reply! Which version do you mean?",
    "That didn't work, thanks anyway",
    "Thanks. Unfortunately there is another error",
    "Danke, aber es geht nicht",
    "спасибо, но не помогло",
    "谢谢，但是不行",
    `Thanks. ${"I have more to tell. ".repeat(60)}`,
  ])("is none who is in doubt: %s", (text) => {
    expect(saysSolved(text)).toBe(false);
  });

  it.each(["Version 1.2.", "", "`thanks`", "> Thanks!", "```\nthanks\n```", "https://example.com/thanks"])(
    "is none who says something else: %s",
    (text) => {
      expect(saysSolved(text)).toBe(false);
    },
  );

  it("takes no time to understand whatever is written", () => {
    const start = performance.now();
    for (const text of ["thanks ".repeat(9_000), "`".repeat(60_000), "n't ".repeat(15_000), "> ".repeat(30_000)]) {
      saysSolved(text);
    }
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

it.each([
  ["Which version?", true],
  ["Which version do you have? 🙂", true],
  ["Try `--force`. Why not?\n\nIt is safe.", false],
])("a comment that ends in a question is one: %s", (text, is) => {
  expect(endsInQuestion(text)).toBe(is);
});
