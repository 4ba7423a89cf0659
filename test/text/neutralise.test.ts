import fc from "fast-check";
import type { Node } from "unist";
import { describe, expect, it } from "vitest";
import { inlineText, inlineTextWithCode, neutralise } from "../../src/text/neutralise.ts";
import { parseMarkdown } from "../../src/text/parse-markdown.ts";
import { childrenOf, plainText, valueOf } from "../../src/text/plain-text.ts";

const visible = (text: string): string => text.replaceAll("\u200B", "");
const nodes = (node: Node): Node[] => [node, ...childrenOf(node).flatMap(nodes)];
/** Text in which GitHub finds something. */
const tricky = fc
  .array(
    fc.oneof(
      fc.string({ unit: "binary", maxLength: 12 }),
      fc.constantFrom(
        ..."@ann|@acme/team|#1|acme/widgets#2|GH-3|Fixes #4|a1b2c3d4|https://github.com/a/b/issues/1|<b>|</b>|<!--|-->|`|```|\n|\n\n|*|_|[x](|)|[|]|&#64;ann|&commat;ann|&#35;1|http://|www.a.example|a@b.example|> |- |1. |# |---|===|$x$|~~|:|\\|<|>| |\u202E|\uD800".split(
          "|",
        ),
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

/** What GitHub's filters look at: text outside code and links. */
function filtered(markdown: string): string[] {
  const read = (node: Node): string[] => {
    if (node.type === "link") return [];
    // Nothing inside an address that GitHub makes a link of is looked at, with a scheme or with `www.` before it:
    // https://github.github.com/gfm/#autolinks-extension-
    if (node.type === "text") {
      return [valueOf(node).replaceAll(/(?<=^|[\s(])(?:https?:\/\/[a-z0-9-]+|www)\.[a-z0-9-]+\S*/gi, "")];
    }
    return childrenOf(node).flatMap(read);
  };
  return read(parseMarkdown(markdown));
}

describe("neutralise", () => {
  it.each([
    ["ask @ann", "@ann"],
    ["ask @acme/team", "@acme"],
    ["(@ann)", "@ann"],
    ["Fixes #12", "#12"],
    ["closes acme/widgets#12", "#12"],
    ["see GH-12", "GH-12"],
    ["&#64;ann &#x40;ann &commat;ann", "&#64;"],
    ["see a1b2c3d4e5", "a1b2c3d4e5"],
    ["https://github.com/acme/widgets/issues/1", "/github.com"],
    ["http://www.github.com/acme/widgets/pull/1", "www.github.com"],
    ["[x](https://github.com/acme/widgets/discussions/1)", "/github.com"],
    ["[x]: https://github.com/acme/widgets/discussions/1", "/github.com"],
    ["https://github.acme.example/a/b/issues/1", "/issues/"],
    ["<b>bold</b>", "<b>"],
    ["a <!-- secret --> b", "secret"],
    ["a <!-- secret", "secret"],
    ["<!-- frontdesk:reply:1 -->", "frontdesk"],
    ["evil \u202E txt", "\u202E"],
    ["nul \0 bell \u0007", "\0"],
    ["lone \uD800", "\uD800"],
    ['<a title="`"> `@ann`', "@ann"],
    ["https://a.example/x``\n@ann``", "@ann"],
    ["www.a.example`b` `@ann` `", "@ann"],
    ["# <!--\n    www.github.com/acme/widgets/pull/1", "www.github.com"],
    ["words<!--\n    \n    a1b2c3d4e5", "a1b2c3d4e5"],
  ])("%s loses %s", (text, gone) => {
    expect(neutralise(text)).not.toContain(gone);
  });

  it.each([
    "**bold** and [link](https://docs.example/a#b)",
    "- list\n- `code @ann #1 <b>`",
    "```js\n// @ann #1 <b> &#64;\n```",
    "https://docs.example/a#b?c=@d",
    "www.a.exampleacme/widgets#2",
    "https://a.example `@ann`, or `https://a.example`: `@ben`",
    "https://a.example`b`\n\n```\n@ann\n```",
    "AT&T &lt;b&gt; 5 < 6".replace(" < ", " &lt; "),
    "# Heading",
    "12345678",
  ])("leaves %s as it is", (text) => {
    expect(neutralise(text)).toBe(text);
  });

  it("looks the same to a reader", () => {
    expect(visible(neutralise("ask @ann in #1"))).toBe("ask @ann in #1");
  });

  it("leaves nothing for GitHub to find, whatever it is given", () => {
    fc.assert(
      fc.property(tricky, (text) => {
        const safe = neutralise(text);
        expect(nodes(parseMarkdown(safe)).filter(({ type }) => type === "html")).toEqual([]);
        for (const found of filtered(safe)) expect(found).not.toMatch(/@\w|#\d|GH-\d/i);
        const urls = nodes(parseMarkdown(safe)).flatMap((node) => ("url" in node ? [String(node.url)] : []));
        for (const url of urls) expect(url).not.toMatch(/^https?:\/\/(?:www\.)?github\.com\//i);
        expect(safe.isWellFormed()).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe("inlineText", () => {
  it("shows exactly its text, as nothing but text, wherever it stands", () => {
    const places: ((it: string) => string)[] = [
      (it) => it,
      (it) => `- [${it}](<https://a.example>)`,
      (it) => `- a\n  > ${it}`,
      (it) => `x *${it}*`,
    ];
    fc.assert(
      fc.property(tricky, fc.constantFrom(...places), (text, place) => {
        const line = inlineText(text, 1000);
        const tree = parseMarkdown(place(line));
        const shown = nodes(tree).filter(({ type }) => type === "text");
        const kinds = new Set(nodes(tree).map(({ type }) => type));
        for (const kind of ["html", "inlineCode", "code", "image", "heading", "delete", "table", "thematicBreak"])
          expect(kinds).not.toContain(kind);
        expect(nodes(tree).filter(({ type }) => type === "link").length).toBe(place === places[1] ? 1 : 0);
        for (const node of shown) expect(valueOf(node)).not.toMatch(/@\w|#\d|GH-\d/i);
        const unescaped = line.replaceAll(/\\([!-/:-@[-`{-~])/g, "$1");
        expect(plainText(parseMarkdown(line))).toBe(unescaped);
        expect(line).not.toMatch(/[\n\r]/);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ["one two three", 20, "one two three"],
    ["one two three", 9, "one two…"],
    ["one\r\n two", 20, "one two"],
    ["unbelievably", 6, "unbel…"],
    ["ab👨‍👩‍👧‍👦", 5, "ab…"],
    ["日本語のテキスト", 4, "日本語…"],
    ["", 5, ""],
    ["1. x", 10, "1\\. x"],
  ])("%j in %i units is %j", (text, max, expected) => {
    expect(inlineText(text, max)).toBe(expected);
  });

  it("never shows more than asked for, nor half a character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), fc.integer({ min: 1, max: 40 }), (text, max) => {
        const line = inlineText(text, max);
        expect(line.isWellFormed()).toBe(true);
        expect(
          plainText(parseMarkdown(`x${line}`)).replaceAll(/[\u200B\u2068\u2069]/gu, "").length,
        ).toBeLessThanOrEqual(max + 1);
      }),
    );
  });
});

describe("text that is written from the right", () => {
  it.each([
    ["Hebrew", "כיצד מגדירים שרת proxy?"],
    ["Arabic", "كيف أضبط الوكيل 2.4؟"],
  ])("is set apart in a line of ours: %s", (_, title) => {
    expect(inlineText(title, 120)).toMatch(/^\u2068[^\u2066-\u2069]+\u2069$/u);
    expect(inlineTextWithCode(`${title} \`a\``, 120)).toMatch(/^\u2068[^\u2066-\u2069]+`a`\u2069$/u);
  });

  it("cannot end what sets it apart", () => {
    expect(inlineText("שלום\u2069 \u202E(12)", 120).match(/[\u202A-\u202E\u2066-\u2069]/gu)).toEqual([
      "\u2068",
      "\u2069",
    ]);
  });

  it("leaves other text as it is", () => {
    expect(inlineText("中文 and English", 120)).toBe("中文 and English");
  });
});
