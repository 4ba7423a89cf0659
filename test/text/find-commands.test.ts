import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findCommands, findQuotedCommands, maxCommands } from "../../src/text/find-commands.ts";

const names = (markdown: string): string[] => findCommands(markdown).map(({ name }) => name);

describe("what is a command", () => {
  it.each([
    ["a line of its own", "/help", ["help"]],
    ["between lines of text", "Thanks!\n/help\nBye", ["help"]],
    ["several", "/one\n/two\n\n/three", ["one", "two", "three"]],
    ["Windows line ends", "Hi\r\n/one\r\n/two a\r\n", ["one", "two"]],
    ["old Macintosh line ends", "Hi\r/one\r/two a\r", ["one", "two"]],
    ["indented under three columns", "   /help", ["help"]],
    ["indented inside a paragraph", "text\n     /help", ["help"]],
    ["capital letters", "/Help", ["help"]],
    ["hyphens", "/not-helpful", ["not-helpful"]],
    ["behind a blank to fill in", "use <name> here\n/help", ["help"]],
    ["behind a closed HTML block", "<div>x</div>\n\n/help", ["help"]],
    ["behind an unclosed code mark", "a ` b\n/help", ["help"]],
    ["behind a hidden comment", "<!-- hello -->\n\n/help", ["help"]],
  ])("%s", (_, markdown, expected) => {
    expect(names(markdown)).toEqual(expected);
  });
});

describe("what is talk about commands", () => {
  it.each([
    ["in a sentence", "try /help"],
    ["a path", "/usr/bin/env"],
    ["a path with an extension", "/etc.conf"],
    ["a URL path with a query", "/search?q=x"],
    ["a number", "/1"],
    ["two slashes", "//help"],
    ["escaped", "\\/help"],
    ["spelled with a reference", "&#47;help"],
    ["inline code", "`/help`"],
    ["inline code over lines", "`a\n/help\n`"],
    ["fenced code", "```\n/help\n```"],
    ["fenced code that never ends", "```\n/help"],
    ["tilde fence in CRLF", "~~~\r\n/help\r\n~~~\r\n"],
    ["indented code", "    /help"],
    ["indented code by tab", "\t/help"],
    ["quote", "> /help"],
    ["quote that goes on without its mark", "> hello\n/help"],
    ["list item", "- /help"],
    ["list item that goes on", "- hello\n/help"],
    ["numbered list", "1. /help"],
    ["task", "- [ ] /help"],
    ["heading", "# /help"],
    ["heading by underline", "/help\n==="],
    ["table", "/help | b\n--- | ---\n/one | two"],
    ["link", "[/help](x)"],
    ["link over lines", "[hello\n/help](x)"],
    ["reference link", "[hello\n/help][x]\n\n[x]: y"],
    ["image text", "![hello\n/help](x)"],
    ["bold", "**/help**"],
    ["bold over lines", "**hello\n/help**"],
    ["struck out", "~~hello\n/help~~"],
    ["half bold", "/he**lp**"],
    ["HTML comment", "<!--\n/help\n-->"],
    ["HTML comment with blank lines", "<!--\n\n/help\n\n-->"],
    ["HTML comment inside a paragraph", "hello <!--\n/help\n--> bye"],
    ["HTML block", "<div>\n/help\n</div>"],
    ["folded details", "<details><summary>x</summary>\n\n/help\n\n</details>"],
    ["quote in HTML", "<blockquote>\n\n/help\n\n</blockquote>"],
    ["inline HTML", "a <a href='x'>\n/help\n</a>"],
    ["pre", "<pre>\n/help\n\n/help\n</pre>"],
    ["footnote", "[^1]: /help"],
    ["what an e-mail quotes", "On Mon, 22 Nov 2026 at 10:11, Ann <a@b.example> wrote:\n/help"],
    ["what an e-mail quotes, wrapped", "On Mon, 22 Nov 2026 at 10:11, Ann\n<a@b.example> wrote:\n\n/help"],
    ["what a German e-mail quotes", "Am 22.11.2026 um 10:11 schrieb Ann:\n\n/help"],
    ["signature", "-- \n/help"],
    ["signature after text", "Bye\n\n-- \nAnn\n/help"],
    ["original message", "-----Original Message-----\n/help"],
    ["formula", "$$\n/help\n$$"],
    ["formula over several paragraphs", "so:\n\n$$\na\n\n/help\n\n$$"],
    ["formula that begins with words", "$$ a\n/help x\n$$"],
    ["nothing", ""],
    ["NUL", "\0/help"],
  ])("%s", (_, markdown) => {
    expect(findCommands(markdown)).toEqual([]);
  });
});

describe("a command right under a quote", () => {
  const found = (markdown: string) => findQuotedCommands(markdown).map(({ written, above }) => [written, above]);

  it.each([
    ["of one line", "> hello\n/help", [["/help", "hello"]]],
    ["of several", "> a\n> b\n/help now", [["/help now", "b"]]],
    ["with Windows line ends", "> hello\r\n/help\r\nbye", [["/help", "hello"]]],
    ["behind more words", "> hello\nyes\n/help", [["/help", "yes"]]],
    [
      "two of them",
      "> hello\n/one\n/two",
      [
        ["/one", "hello"],
        ["/two", "/one"],
      ],
    ],
    ["of a quote in a quote", "> > hello\n/help", [["/help", "hello"]]],
    ["of a list in a quote", "> - hello\n/help", [["/help", "hello"]]],
    ["of a quote in a list", "- > hello\n/help", [["/help", "hello"]]],
    ["of an alert", "> [!NOTE]\n> hello\n   /help", [["/help", "hello"]]],
  ])("%s", (_, markdown, expected) => {
    expect(found(markdown)).toEqual(expected);
    expect(names(markdown)).toEqual([]);
  });

  it.each([
    ["in the quote", "> /help"],
    ["in the quote, further down", "> hello\n> /help"],
    ["under an empty line", "> hello\n\n/help"],
    ["under an empty line of the quote", "> hello\n>\n/help"],
    ["under code in a quote", "> ```\n> x\n> ```\n/help"],
    ["under a heading in a quote", "> # hello\n/help"],
    ["in code that goes on", "> `hello\n/help`"],
    ["in a link that goes on", "> [hello\n/help](x)"],
    ["in a list", "- hello\n/help"],
    ["in HTML", "<div>\n\n> hello\n/help\n\n</div>"],
    ["below what a mail program adds", "On Mon, 22 Nov 2026 at 10:11, Ann wrote:\n> hello\n/help"],
    ["a path", "> hello\n/usr/bin/env"],
  ])("is none: %s", (_, markdown) => {
    expect(found(markdown)).toEqual([]);
  });
});

describe("dollars that make no formula", () => {
  it.each([
    ["alone", "costs $$\n\n/help"],
    ["two, far apart", "costs $$\n\n/help\n\nor $$$ or $$"],
    ["in code", "`$$`\n\n/help\n\n`$$`"],
    ["after the formula", "$$\na\n$$\n\n/help"],
    ["escaped", "\\$$\n/help\n\\$$"],
  ])("%s", (_, markdown) => {
    expect(names(markdown)).toEqual(["help"]);
  });
});

describe("an e-mail that asks for something", () => {
  it("is read above what its program added", () => {
    expect(names("/help\n\nOn Mon, 22 Nov 2026, Ann wrote:\n> /one\n\n/two")).toEqual(["help"]);
    expect(names("/help\n-- \nAnn\n/two")).toEqual(["help"]);
  });

  it("may talk about e-mail in code", () => {
    expect(names("```\n-- \nOn 1 May Ann wrote:\n```\n\n/help")).toEqual(["help"]);
  });
});

function only(markdown: string) {
  const [command] = findCommands(markdown);
  return { words: command?.words, options: Object.fromEntries(command?.options ?? []), rest: command?.rest };
}

describe("arguments", () => {
  it.each([
    ["/faq", [], {}],
    ["/faq a  b", ["a", "b"], {}],
    ['/faq "a b" c', ["a b", "c"], {}],
    ["/faq “a b”", ["a b"], {}],
    ['/faq title:"A b" by:@ann Key:v', [], { title: "A b", by: "@ann", key: "v" }],
    ["/faq see https://x.example/a:b", ["see", "https://x.example/a:b"], {}],
    ["/faq at:10:30 key: v", ["key:", "v"], { at: "10:30" }],
    ['/faq "open', ['"open'], {}],
    ["/faq a:1 a:2", [], { a: "2" }],
    ["/faq\u00A0a:1", [], { a: "1" }],
    ["/faq\u3000a：１ b＝2 c=3", [], { a: "１", b: "2", c: "3" }],
    ["/faq ＂a b＂ 「c d」 „e f“ ”g h”", ["a b", "c d", "e f", "g h"], {}],
    ['/faq title:"Hello, world" a:b,c d:"e", "f g"', [], { title: "Hello, world", a: "b, c", d: "e, f g" }],
    ["/faq a:agreed, we drop it", ["we", "drop", "it"], { a: "agreed" }],
    ["/faq label:a, b c", ["c"], { label: "a, b" }],
    ["/faq a=https://x.example/?b=c", [], { a: "https://x.example/?b=c" }],
    ["/faq 「open 「again", ["「open", "「again"], {}],
    ["／faq a", ["a"], {}],
    ["\u3000／faq\u3000『a b』", ["a b"], {}],
    ["／faq：“v1.2”", ["v1.2"], {}],
    ["/faq：a", ["a"], {}],
    [
      "／accept milestone：「v2」 label：文档，「good first issue」",
      [],
      { milestone: "v2", label: "文档, good first issue" },
    ],
    ["/faq *a* `b`", ["*a*", "`b`"], {}],
    ["/faq __proto__:1 constructor:2", ["__proto__:1"], { constructor: "2" }],
  ])("%s", (markdown, words, options) => {
    expect(only(markdown)).toMatchObject({ words, options });
  });

  it("keeps the line as it was typed", () => {
    expect(only('/faq   [x](y)  and "z"  ').rest).toBe('[x](y)  and "z"');
  });

  it("reads a list on the next line as plain text, for the last command above it", () => {
    const [first, second] = findCommands("/a\n/poll\n- *one*\n- two\n  more\n\nBye");
    expect(first?.list).toEqual([]);
    expect(second?.list).toEqual(["one", "two more"]);
  });

  it("leaves a list alone that stands apart", () => {
    expect(findCommands("/poll\n\n- one")[0]?.list).toEqual([]);
    expect(findCommands("/poll\nwhy\n- one")[0]?.list).toEqual([]);
  });
});

describe("bounds", () => {
  it("reads so many and no more", () => {
    expect(findCommands("/a\n".repeat(1000))).toHaveLength(maxCommands);
  });

  it("still finds a command behind what would take a parser hours", () => {
    const comment = `${"*".repeat(30_000)}a${"*".repeat(20_000)}\n\n${"> ".repeat(5000)}x\n\n/help`;
    expect(names(comment)).toEqual(["help"]);
  });

  it("finds none in a comment of more blocks than anyone writes", () => {
    expect(names(`/help\n\n${"- > a\n".repeat(400)}`)).toEqual(["help"]);
    for (const blocks of ["- > a\n", "a\n\n", "a\n-\n", "|a"])
      expect(names(`/help\n\n${blocks.repeat(2000)}`)).toEqual([]);
  });

  it("never throws, and finds nothing in a quote of anything", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        findCommands(`/${text}`);
        const quote = text.replaceAll(/\r\n?|\n/g, "\n> ");
        expect(findCommands(`> ${quote}`)).toEqual([]);
        expect(findQuotedCommands(`> ${quote}`)).toEqual([]);
      }),
    );
  });
});
