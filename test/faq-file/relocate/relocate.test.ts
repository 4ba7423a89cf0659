import { describe, expect, it } from "vitest";
import { relocate } from "../../../src/faq-file/relocate/relocate.ts";

const home = {
  thread: "https://github.com/acme/lantern/discussions/12",
  depth: 2,
  key: "d12",
  taken: new Set(["file", "^1"]),
};
/** Without the gaps that nobody sees. */
const moved = (answer: string) => relocate(answer, home).text.replaceAll("\u200B", "·");
const blob = "https://github.com/acme/lantern/blob/HEAD";
const raw = "https://github.com/acme/lantern/raw/HEAD";

describe("an answer moved into another file", () => {
  it.each([
    ["plain words", "Run **it**.", "Run **it**."],
    ["a heading", "# Steps\n\n## One", "### Steps\n\n#### One"],
    ["headings that are deep already", "#### Steps", "#### Steps"],
    ["headings deeper than there are", "# a\n\n##### b\n\n###### c", "### a\n\n###### b\n\n###### c"],
    ["an underlined heading", "Steps\n=====\n\nGo.", "### Steps\n\nGo."],
    ["an underlined heading of two lines", "Steps *to\ntake*\n---", "### Steps *to take*"],
    ["an underlined heading in a quote", "> Steps\n> to take\n> ---", "> ### Steps to take"],
    ["an underlined heading that ends in #", "Steps #\n===", "### Steps \\#"],
    ["a relative link", "See [this](docs/a.md#b).", `See [this](<${blob}/docs/a.md#b>).`],
    ["a link from the root", "See [this](/docs/a.md).", `See [this](<${blob}/docs/a.md>).`],
    ["a link above the root", "See [this](../../a.md).", `See [this](<${blob}/a.md>).`],
    ["a link within the thread", "[up](#discussioncomment-1)", `[up](<${home.thread}#discussioncomment-1>)`],
    ["a relative image", '![shot [1]](img/a.png "t")', `![shot [1]](<${raw}/img/a.png> "t")`],
    ["a link elsewhere", "[x](https://a.example/b)", "[x](https://a.example/b)"],
    ["a link that runs a program", "[x](javascript:alert(1))", "[x](<#>)"],
    [
      "a reference",
      "See [this][a].\n\n[a]: https://a.example 'T \"q\"'",
      'See [this](<https://a.example> "T \\"q\\"").',
    ],
    ["a collapsed reference", "See [this][].\n\n[this]: /a.md", `See [this](<${blob}/a.md>).`],
    ["a short reference", "See [this].\n\n[This]: <https://a.example/b c>", "See [this](<https://a.example/b%20c>)."],
    ["an image reference", "![a *b*][c]\n\n[c]: i.png", `![a *b*](<${raw}/i.png>)`],
    [
      "a name behind an address that may be none, as a character reference",
      "https://a.example/1[x](&commat;ann",
      "https://a.example/1[x](%40ann",
    ],
    ["a name in an address", "See https://a.example/@ann.", "See https://a.example/@ann."],
    ["a name in what is no address", "[</code>https://a.example/@ann", "[·https://a.example/%40ann"],
    [
      "a name behind an address",
      "a@b.example@annwww.github.com/a/b/pull/3",
      "a@b.example@·annwww.github.com/a/b/pull/3",
    ],
    ["a name behind what is no host", "http://a_b@c.example@ann", "http://a_b%40c.example%40ann"],
    ["two addresses", "a@b.example, b@c.example", "a@b.example, b@c.example"],
    ["a name in half an address", "a@b.example_https://a.example/@ann", "a@b.example_https://a.example/%40ann"],
    ["brackets that the file would make a link of", "Use [file] or [other].", "Use \\[file] or [other]."],
    ["a footnote mark that is none here", "See [^1].", "See \\[^1]."],
    ["footnotes", "A[^n].\n\n[^n]: Note.", "A[^d12-n].\n\n[^d12-n]: Note."],
    ["a mention", "Ask @ann or @acme/team.", "Ask @·ann or @·acme/team."],
    ["a mention in other letters", "&#64;ann &commat;bob", "&#64;·ann &commat;·bob"],
    ["other character references", "&#42;x&#42; &#35; y", "&#42;x&#42; &#35; y"],
    ["references to issues", "Fixes #12, acme/x#3, GH-4", "Fixes #·12, acme/x#·3, GH-·4"],
    ["a commit", "since a1b2c3d4e5f6", "since a1b2·c3d4·e5f6"],
    ["code", "`@ann #1`\n\n```\n@ann #1 [file] <b>\n```", "`@ann #1`\n\n```\n@ann #1 [file] <b>\n```"],
    [
      "code behind an address",
      "https://a.example/b`@ann` <https://a.example>`c`",
      "https://a.example/b `@ann` <https://a.example>`c`",
    ],
    ["a name in a link that leads nowhere", "<no-scheme:x]@ann>", "no-scheme:x]@·ann"],
    ["a name in an address in HTML", "<b>\nhttps://a.example/1|@ann\n</b>", "<b>\nhttps://a.example/1|%40ann\n</b>"],
    ["a web address", "https://a.example/b#1 @ann", "https://a.example/b#1 @·ann"],
    [
      "addresses of threads",
      "closes https://github.com/acme/x/issues/1#a, <https://github.com/acme/x/pull/2> [x](https://www.github.com/acme/x/commit/abc)",
      "closes https://redirect.github.com/acme/x/issues/1#a, <https://redirect.github.com/acme/x/pull/2> [x](<https://redirect.github.com/acme/x/commit/abc>)",
    ],
    [
      "the address of a thread in HTML",
      '<a href="https://github.com/acme/x/discussions/1">x</a>',
      '<a href="https://redirect.github.com/acme/x/discussions/1">x</a>',
    ],
    [
      "other addresses on GitHub",
      "https://github.com/acme/x/tree/main/issues/1",
      "https://github.com/acme/x/tree/main/issues/1",
    ],
    ["what is joined by taking out", "@<!-- x -->ann Fixes #<!-- x -->1 GH-</b>1", "@·ann Fixes #·1 GH-·1"],
    ["what is joined by taking out several", "@<!-- x --><!-- y -->ann Fixes #<!-- x --></b>1", "@··ann Fixes #··1"],
    ["an image made by taking out", "!<!-- x -->[a](https://a.example/b)", "!·[a](https://a.example/b)"],
    [
      "HTML with slashes and without quotes, which not every reader takes for HTML",
      "a <b title=a/b onclick=x//y>c</b> <iframe src=https://a.example>",
      "a <b title=a/b>c</b> \\<iframe src\\=https\\:\\/\\/a\\.example\\>".replaceAll("\\/", "/"),
    ],
    [
      "what is written otherwise",
      "&#064;ann @&#97;nn \\@ann \\#1 GH\\-1 #&#49;",
      "&#064;·ann @·&#97;nn \\@·ann \\#·1 GH\\-·1 #·&#49;",
    ],
    ["a repository's commit", "acme/x@a1b2c3d4e5f6", "acme/x@·a1b2·c3d4·e5f6"],
    ["math", "$a_{1} [file]$ $$\nx^2 [^1]\n$$ and $1234567a$", "$a_{1} [file]$ $$\nx^2 [^1]\n$$ and $1234567a$"],
    ["money and no math", "$5 for [file] or $6, $@ann$", "$5 for \\[file] or $6, $@·ann$"],
    ["a block of math", "```math\n\\frac{a}{b} #1\n```", "```math\n\\frac{a}{b} #1\n```"],
    ["nested lists and quotes", "1. a\n   > b\n   > - c\n   >   - [ ] d", "1. a\n   > b\n   > - c\n   >   - [ ] d"],
    [
      "our own mark",
      "x <!-- frontdesk:faq:thread=9&answer=a --> {/* frontdesk:faq:thread=9 */}",
      "x  {/* frontdesk·faq:thread=9 */}".replace("·", ""),
    ],
    [
      "our own mark made by taking out",
      "x <!<!-- y -->-- frontdesk:faq:thread=9&answer=a -->",
      "x <!-- frontdeskfaq:thread=9&answer=a -->",
    ],
    ["a comment", "One <!-- secret --> two.\n\n<!-- more\n\nand more -->\n\nThree.", "One  two.\n\n\n\nThree."],
    ["a comment without an end", "One.\n\n<!-- secret", "One."],
    ["our own marker", "<!-- frontdesk:reply:1 -->\nOne.", "One."],
    ["a comment that keeps two lists apart", "- a\n\n<!-- x -->\n\n- b", "- a\n\n<!-- -->\n\n- b"],
    ["a comment before text in one block", "<!-- x -->*a*\n\nb", "\\*a\\*\n\nb"],
    ["a definition right before a heading", "[a]: /b\nc\n===", "### c"],
    ["an open fence", "Run:\n\n````sh\nnpm start", "Run:\n\n````sh\nnpm start\n````"],
    ["a closed fence", "~~~\nx\n~~~~", "~~~\nx\n~~~~"],
    [
      "details",
      "<details><summary>Log</summary>\n\nx @ann\n\n</details>",
      "<details><summary>Log</summary>\n\nx @·ann\n\n</details>",
    ],
    ["open details", "<details>\n<summary>Log</summary>\n\nx", "<details>\n<summary>Log</summary>\n\nx\n</details>"],
    ["an end tag of nothing", "x\n\n</details>\n\ny", "x\n\n\n\ny"],
    ["a picture", '<img src="i.png" onerror="x()" width=10>', `<img src="${raw}/i.png" width=10>`],
    ["a script", "<script>alert(1)</script>", "\\<script\\>alert\\(1\\)\\<\\/script\\>".replace("\\/", "/")],
    ["an HTML heading", "<h1>Big</h1>", "<h3>Big</h3>"],
    ["task lists and tables", "- [x] a\n- [ ] b\n\n| a |\n|---|\n| @b |", "- [x] a\n- [ ] b\n\n| a |\n|---|\n| @·b |"],
    ["an alert", "> [!NOTE]\n> Mind @ann.", "> [!NOTE]\n> Mind @·ann."],
    ["thanks at the end", "Do this.\n\nThanks!\n\nCheers, Ann", "Do this."],
    ["nothing but thanks", "Thanks!", "Thanks!"],
    ["a quoted mail", "Do this.\n\nOn Mon, 2 Mar 2026 at 10:00, Ann <ann@a.example> wrote:\n> old", "Do this."],
    ["Windows line ends", "a\r\n\r\nb", "a\n\nb"],
    ["marks that turn the direction of text", "if (admin\u202E \u2066// check\u2069 \u2066)", "if (admin // check )"],
    ["tags that nobody sees", "Yes\u{E0049}\u{E0067}\u{E006E}.", "Yes."],
    [
      "a flag that is spelled with them",
      "\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
      "\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
    ],
    ["what looks like front matter", "---\ntitle: x\n---\n\ny", "---\n### title: x\n\ny"],
    ["code at the start", "    npm start\n\nx", "    npm start\n\nx"],
    ["nothing", "", ""],
  ])("%s", (_, answer, expected) => {
    expect(moved(answer)).toBe(expected);
  });

  it.each([
    ["token ghp_abcdefghijklmnopqrstuvwxyz0123456789", "token redacted-token", "token"],
    ["AKIAABCDEFGHIJKLMNOP", "redacted-token", "token"],
    ["`Authorization: Bearer abcdefghijklmnop1234`", "`Authorization: Bearer redacted-token`", "token"],
    ["```\nDB_PASSWORD=hunter2hunter2\n```", "```\nDB_PASSWORD=redacted-password\n```", "password"],
    ["postgres://me:hunter2@db.example/x", "postgres://me:redacted-password@db.example/x", "password"],
    ["-----BEGIN RSA PRIVATE KEY-----\nMII\n-----END RSA PRIVATE KEY-----", "redacted-private-key", "private key"],
    ["mail ann.b@mail.acme.io now", "mail redacted-email now", "e-mail address"],
    ["at 84.12.7.9:80", "at redacted-ip-address:80", "IP address"],
    ["at 2a02:8388:1:2::1", "at redacted-ip-address", "IP address"],
  ])("%s is not published", (answer, expected, what) => {
    const { text, redacted } = relocate(answer, home);
    expect(text).toBe(expected);
    expect([...redacted]).toEqual([[what, 1]]);
  });

  it.each([
    "127.0.0.1 and 10.0.0.7",
    "v1.2.3",
    "12:30:45",
    "std::vector::size",
    "ann@example.com",
    "password: <yours>",
    "git@github.com:acme/x.git",
    "999.1.1.1",
  ])("%s is no secret", (answer) => {
    expect([...relocate(answer, home).redacted]).toEqual([]);
  });
});
