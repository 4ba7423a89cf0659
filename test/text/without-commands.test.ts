import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseMarkdown } from "../../src/text/parse-markdown.ts";
import { plainText } from "../../src/text/plain-text.ts";
import { saidIn, withoutCommands } from "../../src/text/without-commands.ts";

describe("what a comment tells people", () => {
  it.each([
    ["an outcome", "/outcome Set `proxy`.", "Set `proxy`."],
    ["an outcome in capitals", "/Outcome Set it.", "Set it."],
    ["an outcome below its command", "/outcome\nSet it.\n\nThen restart.", "Set it.\n\nThen restart."],
    ["an outcome with a list", "/outcome Two steps:\n- set it\n- restart", "Two steps:\n- set it\n- restart"],
    ["an outcome that is a list", "/outcome\n- set it\n- restart", "- set it\n- restart"],
    ["an outcome that is code", "/outcome\n```\n/outcome x\n```", "```\n/outcome x\n```"],
    ["an outcome with words before it", "We met.\n\n/outcome Set it.", "We met.\n\nSet it."],
    ["an outcome with other commands", "/outcome Set it.\n/label docs\n\n/promote-faq", "Set it."],
    ["an outcome with Windows line ends", "/outcome Set it.\r\n/label docs\r\nDone.", "Set it.\r\nDone."],
    ["an answer that is promoted at once", "Set it.\n\n/promote-faq section:Proxies", "Set it."],
    ["a command in the middle of a paragraph", "Set it.\n/label docs\nDone.", "Set it.\nDone."],
    ["a command above an indented line", "/label docs\n      Set it.", "Set it."],
    ["a command above code", "/label docs\n\n      x = 1", "      x = 1"],
    ["a command above a list", "/label docs\n- set it", "- set it"],
    ["more commands than are carried out", `${"/label x\n".repeat(12)}Set it.`, "Set it."],
    ["commands and no more", "/label docs\n/promote-faq", ""],
    ["an outcome without words", "/outcome", ""],
    ["that nobody came", "/outcome no-show", ""],
  ])("of %s", (_, markdown, expected) => {
    expect(withoutCommands(markdown)).toBe(expected);
  });

  it.each([
    ["code", "Write:\n\n```\n/outcome Set it.\n/label docs\n```"],
    ["indented code", "Write:\n\n    /outcome Set it."],
    ["code in a line", "Write `/outcome Set it.`"],
    ["a quote", "> /outcome Set it.\n\nRight."],
    ["a list", "- /label docs"],
    ["a command of another bot", "Say in the chat:\n\n/play some song"],
    ["a path", "/usr/bin/label x"],
    ["white space around it", "\n\n  Set it.  \n"],
    ["a text that is too long to be read", `/outcome x\n${"> a\n".repeat(3_000)}`],
  ])("keeps %s", (_, markdown) => {
    expect(withoutCommands(markdown)).toBe(markdown);
  });

  it("is all else, wherever the commands stand", () => {
    const block = fc.constantFrom(
      "Set it.",
      "Two lines\nof text.",
      "- one\n- two",
      "1. one\n2. two",
      "```\n/outcome x\n\n/label y\n```",
      "> /promote-faq",
      "# A title",
      "| a | b |\n| - | - |\n| /help | /why |",
    );
    const command = fc.constantFrom("/label docs", "/promote-faq", "/outcome", "/help", "/outcome no-show");
    const parts = fc.array(fc.record({ before: fc.array(command, { maxLength: 2 }), block }), { minLength: 1 });
    const joined = (texts: readonly string[]) => texts.join("\n\n");
    const read = (text: string) => plainText(parseMarkdown(text));
    fc.assert(
      fc.property(parts, command, (all, last) => {
        const mixed = joined([...all.flatMap((it) => [...it.before, it.block]), last]);
        const left = withoutCommands(mixed);
        expect(read(left)).toBe(read(joined(all.map((it) => it.block))));
        expect(withoutCommands(left)).toBe(left);
      }),
    );
  });
});

it("what an author said is without what an e-mail program added", () => {
  expect(saidIn("/outcome Set it.\n\nOn Mon, 22 Nov 2026 at 10:11, Ann <a@b.example> wrote:\n> hi")).toBe("Set it.");
  expect(saidIn("Set it.\n\n-- \nHana").trim()).toBe("Set it.");
});
