import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { KnowledgeItem, KnowledgeKind } from "../../../src/core/knowledge.ts";
import { inlineTextWithCode } from "../../../src/text/neutralise.ts";
import { parseMarkdown } from "../../../src/text/parse-markdown.ts";
import { excerpt } from "../../../src/search/excerpt/excerpt.ts";
import { tokenize } from "../../../src/search/words/tokenize.ts";

function item(over: Partial<KnowledgeItem>): KnowledgeItem {
  const nothing = { context: [], aliases: [], body: "", code: "", answer: "", links: [] };
  return { id: "x", group: "x", kind: "docs", title: "Title", url: "https://example.com/", ...nothing, ...over };
}

function weights(words: string): ReadonlyMap<string, number> {
  return new Map(tokenize(words).map((term) => [term, 1]));
}

const prose = "Lantern builds pages. Set HTTPS_PROXY before you install. It runs on Windows.";

describe("an excerpt", () => {
  it.each<[string, Partial<KnowledgeItem>, string, string]>([
    [
      "begins at the sentence that matches",
      { body: prose },
      "proxy installation",
      "Set HTTPS_PROXY before you install. It runs on Windows.",
    ],
    [
      "takes the sentence that names the setting before one that only speaks of it",
      {
        body: `The log level says how much is written, ${"and where it goes, ".repeat(11)}always. Set LOG_LEVEL=debug for more. Done.`,
      },
      "change log level",
      "Set LOG_LEVEL=debug for more. Done.",
    ],
    [
      "takes the sentence that names the command, as the code that it is",
      {
        kind: "thread",
        body: "How do I clear the cache?",
        answer: `The cache of a project is kept for long, ${"and it may grow and grow, ".repeat(9)}sadly. Run \`lantern clean\` to clear the cache.`,
      },
      "clear cache",
      "Run `lantern clean` to clear the cache.",
    ],
    [
      "takes no setting that was not asked for",
      { body: "Pages are cached. Set LOG_LEVEL=debug for more." },
      "page cache",
      "Pages are cached. Set LOG_LEVEL=debug for more.",
    ],
    ["is the beginning where nothing matches", { body: prose }, "carburettor", prose],
    [
      "takes the answer of a thread as plain text, without quotes, and its code as code",
      {
        kind: "thread",
        body: "I want a sidebar.",
        answer: "## Yes\n\n> a sidebar\n\nSee [the Toc component](https://t.example) ![](x.png)\n\n```\nToc\n```",
      },
      "toc component",
      "See the Toc component `Toc`",
    ],
    [
      "takes the answer of a thread before a question that says the same",
      { kind: "thread", body: "How do I clear the cache?", answer: "To clear the cache, wait." },
      "how clear cache",
      "To clear the cache, wait.",
    ],
    [
      "takes the question of a thread where that matches better",
      { kind: "thread", body: "The sidebar flickers.", answer: "Fixed." },
      "sidebar flickers",
      "The sidebar flickers.",
    ],
    [
      "takes what settled an issue, and not the trouble",
      { kind: "issue", body: "The sidebar flickers.", answer: "Shipped in 2.1." },
      "sidebar flickers",
      "Shipped in 2.1.",
    ],
    [
      "takes the trouble of an issue that is not settled",
      { kind: "issue", body: "The sidebar flickers." },
      "sidebar flickers",
      "The sidebar flickers.",
    ],
    [
      "leaves Markdown of docs as it is: they are plain text already",
      { body: "Use *.md files." },
      "files",
      "Use *.md files.",
    ],
    [
      "reads text without spaces",
      { body: "首先安装。然后设置代理服务器。" },
      "代理服务器",
      "首先安装。然后设置代理服务器。",
    ],
    [
      "takes the sentence that covers most of what was asked, and each word once",
      { body: "A proxy, a proxy, a proxy.\nWith a proxy the preview needs a port." },
      "proxy preview port",
      "With a proxy the preview needs a port.",
    ],
    [
      "shows a command with what leads to it",
      { body: "Pages stay.\nTo clear the cache:\nBuild again.", code: "lantern clean", codeAt: [[31, 0]] },
      "clear cache",
      "To clear the cache: `lantern clean` Build again.",
    ],
    [
      "shows a line of code that was asked for by itself",
      { body: "Do this.", code: "lantern build\nlantern clean --all", codeAt: [[8, 0]] },
      "clean",
      "`lantern clean --all`",
    ],
    [
      "shows of a program no line that nobody asked for",
      { body: "The cache fills.", code: "a = 1\nb = 2\nc = 3\nd = 4\ne = 5", codeAt: [[16, 0]] },
      "cache",
      "The cache fills.",
    ],
    [
      "shows a setting, and not the section of a file that it stands in",
      {
        kind: "thread",
        answer: 'Point it to a bucket:\n\n```toml\n[cache]\nremote = "s3://builds"\n```',
      },
      "share the cache",
      'Point it to a bucket: `remote = "s3://builds"`',
    ],
    [
      "shows a setting, and not the key that it stands under",
      { body: "Name it.", code: "cache:\n  remote: s3://builds", codeAt: [[8, 0]] },
      "cache",
      "Name it. `remote: s3://builds`",
    ],
    [
      "shows code that is all there is",
      { kind: "thread", body: "Which level?", answer: "```sh\n$ LOG_LEVEL=debug lantern\n```" },
      "log level",
      "`LOG_LEVEL=debug lantern`",
    ],
    [
      "takes an item of a list with what leads to it",
      { body: "The prefix is:\n/opt/lantern for macOS\n/usr/lib/lantern for Linux" },
      "prefix linux",
      "The prefix is: /usr/lib/lantern for Linux",
    ],
    [
      "takes a row of a table as a whole",
      { body: "Default | Option\n80. Lines break. | --width" },
      "width",
      "80. Lines break. | --width",
    ],
    [
      "takes a row of a table in a post, without its bars and rules",
      { kind: "thread", answer: "| Cause | Fix |\n| --- | --- |\n| A newline | Use `printf` |" },
      "newline",
      "A newline | Use `printf`",
    ],
    [
      "takes what says how an issue ended",
      {
        kind: "issue",
        body: "The export fails.",
        answer: "Thanks! The export was broken by 2.2. Fixed in 2.3, e.g. for Linux.",
      },
      "export fixed",
      "The export was broken by 2.2. Fixed in 2.3, e.g. for Linux.",
    ],
    [
      "ends where somebody says goodbye",
      { kind: "thread", answer: "Set the proxy by hand. Hope that helps! Best regards, Ada" },
      "proxy",
      "Set the proxy by hand.",
    ],
    [
      "takes no question for an answer",
      { kind: "thread", answer: "Which proxy do you use? Set the proxy by hand." },
      "proxy preview",
      "Set the proxy by hand.",
    ],
    [
      "keeps tags and links that stand in code",
      {
        kind: "thread",
        answer: "Use `<picture>` **here**, <b>not</b> `[a](b)`; see [that][1].\n\n[1]: https://x.example",
      },
      "picture",
      "Use `<picture>` here, not `[a](b)`; see that.",
    ],
    [
      "shows no marks of a site's generator",
      { body: "::: tip NOTE\nUse a proxy.\n:::\n{* ../proxy.py hl[3] *}\n{% include proxy.md %}\nSee [the proxy][p]." },
      "proxy",
      "Use a proxy. See the proxy.",
    ],
    ["is empty for an item without texts", {}, "anything", ""],
  ])("%s", (_, over, asked, expected) => {
    expect(excerpt(item(over), weights(asked))).toBe(expected);
  });

  it("is cut at a word when a sentence is too long", () => {
    const long = excerpt(item({ body: "word ".repeat(200) }), weights("word"));
    expect(long).toMatch(/^(word )+word…$/u);
    expect(long.length).toBeLessThanOrEqual(240);
  });

  it("begins within a long sentence where that answers", () => {
    const long = `${"it goes on and on, ".repeat(30)}set the proxy first, ${"and on, ".repeat(30)}.`;
    expect(excerpt(item({ body: long }), weights("proxy"))).toMatch(/^… .*set the proxy first, .*…$/u);
  });

  it("closes code where it is cut", () => {
    const answer = `\`lantern ${"--option=value ".repeat(40)}\``;
    expect(excerpt(item({ kind: "thread", answer }), weights("lantern"))).toMatch(/^`lantern (--option=value )+.*`…$/u);
  });

  const kinds: readonly KnowledgeKind[] = ["docs", "faq", "thread", "issue", "feature-request"];
  const marks = [
    "`",
    "``",
    "\n",
    "\n\n",
    "- ",
    "| ",
    "[a](b)",
    "[",
    "](",
    "**",
    "<b>",
    "@someone",
    "#12",
    ". ",
    "：",
    "。",
    ": ",
  ];
  const words = [
    "proxy",
    "set",
    "👩‍👩‍👧",
    "代理",
    " ",
    "```\n",
    "    ",
    "> ",
    "https://x.example/a",
    "\u2028",
    "\uE000",
    "…",
  ];
  const text = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 2_000 }),
    fc.array(fc.constantFrom(...marks, ...words), { maxLength: 600 }).map((it) => it.join("")),
  );

  it("is one short, well-formed line of any text", () => {
    fc.assert(
      fc.property(text, text, text, fc.nat(300), fc.constantFrom(...kinds), (body, answer, code, after, kind) => {
        const codeAt = [[after, 0] as const, [after, after] as const];
        const found = excerpt(
          item({ kind, body, answer, code, codeAt, inlineCode: ["proxy"] }),
          weights("a proxy 代理"),
        );
        expect(found.length).toBeLessThanOrEqual(240);
        expect(found).not.toMatch(/[\r\n]/u);
        if ([body, answer, code].every((it) => it.isWellFormed())) expect(found.isWellFormed()).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it("shows in a comment neither broken Markdown nor a mention, whatever the text", () => {
    fc.assert(
      fc.property(text, text, fc.constantFrom(...kinds), (body, answer, kind) => {
        const shown = inlineTextWithCode(excerpt(item({ kind, body, answer }), weights("a proxy")), 240);
        const [paragraph, ...others] = parseMarkdown(shown).children;
        expect(others).toEqual([]);
        expect(paragraph?.type ?? "paragraph").toBe("paragraph");
        const inner = paragraph !== undefined && "children" in paragraph ? paragraph.children : [];
        expect(inner.map(({ type }) => type).filter((it) => it !== "text" && it !== "inlineCode")).toEqual([]);
        for (const it of inner) if (it.type === "text") expect(it.value).not.toMatch(/@someone|#12\b/u);
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ["no full stop", "set the proxy ".repeat(20_000)],
    ["bullets", "- a\n".repeat(40_000)],
    ["what stands for code", `\uE000${"1".repeat(100_000)}`],
    ["dots", "…".repeat(100_000)],
    ["open code", "`a ".repeat(40_000)],
    ["open brackets", "[a](b".repeat(20_000)],
    ["short blocks of code", "```\na b\n```\n".repeat(10_000)],
    ["stars", "**a".repeat(40_000)],
    ["closing quotes", '."'.repeat(50_000)],
  ])("is found in linear time: %s", (_, long) => {
    const found = excerpt(item({ kind: "thread", body: long, answer: long }), weights("proxy a"));
    expect(found.length).toBeLessThanOrEqual(240);
    expect(excerpt(item({ body: long, code: long }), weights("proxy a")).length).toBeLessThanOrEqual(240);
  });
});
