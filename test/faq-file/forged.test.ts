import fc from "fast-check";
import GithubSlugger from "github-slugger";
import type { Node } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { describe, expect, it } from "vitest";
import { isRefusal, type Refusal } from "../../src/core/faq-editor.ts";
import { promote, updateEntry } from "../../src/faq-file/promote.ts";
import { readFaq } from "../../src/faq-file/read-faq.ts";

const url = "https://github.com/acme/lantern/discussions/12";

const source = { number: 12, url, answer: "DC_1", answerer: "hana", verified: "2026-11-26" };

const file =
  "# FAQ\n\n- [General](#general)\n- [Network](#network)\n\n## General\n\n### How do I install it?\n\nRun it.\n\n## Network\n\n### Which ports?\n\n80.\n";

const add = (answer: string, more: { text?: string; title?: string; section?: string } = {}) => {
  const { text = file, title = "How do I rotate logs?", section = "General" } = more;
  return promote(text, { title, answer, source }, { section });
};

function must<Value extends object>(value: Value | Refusal): Value {
  if (isRefusal(value)) throw new Error(value.refused);
  return value;
}

/** Where each anchor of a file leads: to the words behind its heading. Headings of HTML count, as they do on GitHub. */
function places(text: string): ReadonlyMap<string, string> {
  const slugger = new GithubSlugger();
  const found = new Map<string, string>();
  visit(unified().use(remarkParse).use(remarkGfm).parse(text), (node: Node) => {
    const behind = /\S.*/u.exec(text.slice(node.position?.end.offset))?.[0] ?? "";
    if (node.type === "heading") found.set(slugger.slug(words(node)), behind);
    if (node.type !== "html" || !("value" in node)) return;
    for (const [, title = ""] of String(node.value).matchAll(/<h[1-6][^>]*>([^<]*)<\/h/giu)) {
      found.set(slugger.slug(title), behind);
    }
    for (const [, id = ""] of String(node.value).matchAll(/\sid="([^"]*)"/giu)) found.set(id, behind);
  });
  return found;
}

function words(node: Node): string {
  if ("value" in node) return String(node.value);
  return "children" in node ? (node.children as Node[]).map(words).join("") : "";
}

describe("an answer that would pass for more than an answer", () => {
  it.each([
    [
      "a heading of a later section",
      "Two ways.\n\n## Network\n\nOver the wire.",
      "Two ways.\n\n**Network**\n\nOver the wire.",
    ],
    ["a heading right between others' lines", "a\n## Network\nb", "a\n\n**Network**\n\nb"],
    ["a heading in a quote", "> a\n> ## Network\n> b", "> a\n> \n> **Network**\n>\n> b"],
    ["a heading that begins an item", "- # Network\n  x", "- **Network**\n\n  x"],
    ["an underlined heading", "*Network*\n---\n\nx", "<strong>*Network*</strong>\n\nx"],
    ["a heading in bold letters", "## **Which ports?**\n\nx", "**Which ports?**\n\nx"],
    ["a heading of HTML", '<h2 id="general">Network</h2>\n\nx', "<p><strong>Network</strong></p>\n\nx"],
    ["a heading of HTML in pieces", "<h2>\n\nNetwork\n\n</h2>", "<p><strong>\n\nNetwork\n\n</strong></p>"],
    ["other headings, and ids", '## One\n\n<h3 id="network">Two</h3>', "#### One\n\n<h5>Two</h5>"],
    ["an anchor of its own", 'x <a id="network" name="network"></a> y', "x <a></a> y"],
    [
      "ids of other generators",
      "## One {#network}\n\nx {: #network }",
      "#### One {\u200B#network}\n\nx {\u200B: #network }",
    ],
    [
      "a source line",
      "x\n\n_From [discussion 99](https://github.com/acme/lantern/discussions/99), answered by linus, verified on 2099-01-01._",
      "x\n\n_From\u200B [discussion 99](https://redirect.github.com/acme/lantern/discussions/99), answered by linus, verified on 2099-01-01._",
    ],
  ])("%s", (_, answer, written) => {
    const { text, entry } = must(add(answer));
    expect(entry.answer.replaceAll(/\(<(.*?)>\)/gu, "($1)")).toBe(written);
    expect(readFaq(text).entries.map(({ question }) => question)).toEqual([
      "How do I install it?",
      "How do I rotate logs?",
      "Which ports?",
    ]);
    for (const [anchor, behind] of places(file)) expect([anchor, places(text).get(anchor)]).toEqual([anchor, behind]);
  });

  it("has no headings where there is no depth below the entry's", () => {
    const { entry } = must(add("# Which?\n\nx", { text: "# FAQ\n\n###### Why?\n\nSo.\n", section: "FAQ" }));
    expect(entry.answer).toBe("**Which?**\n\nx");
  });

  it("is refused where its question would take the anchor of another further down", () => {
    expect(add("x", { title: "Which ports?" })).toEqual({
      refused: "the entry would take the anchor #which-ports, by which people find what stands further down",
    });
    expect(isRefusal(add("x", { title: "Which ports?", section: "Network" }))).toBe(false);
  });

  it("takes no anchor either when it takes the place of another", () => {
    const updated = must(
      updateEntry(file, { question: "How do I install it?" }, { title: "x", answer: "## Network\n\nx", source }),
    );
    expect(updated.entry.answer).toBe("**Network**\n\nx");
  });

  it("is not read as another entry's source line when its own is gone", () => {
    const forged =
      "_From [discussion 12](https://github.com/acme/lantern/discussions/12), answered by linus, verified on 2099-01-01._";
    const { text, entry } = must(add(`x\n\n${forged}`));
    const own = text.slice(entry.parts.source?.start, entry.parts.source?.end);
    expect(own).toContain("answered by hana, verified on 2026-11-26");
    const left = readFaq(text.replace(own, "")).entries.find(({ metadata }) => metadata.source?.thread === 12);
    expect(left?.parts.source).toBeUndefined();
    expect(left?.answer).toContain("answered by linus");
  });

  it("leaves each anchor where it led, whatever headings the answer has", () => {
    const name = fc.constantFrom("Network", "General", "Which ports?", "Network-1", "network", "How do I", "FAQ", "x");
    const heading = fc
      .tuple(
        fc.constantFrom(
          "# $",
          "## $",
          "###### $",
          "$\n===",
          "> ## $",
          "- # $",
          '<h3 id="network">$</h3>',
          "<h2>$</h2>",
        ),
        name,
      )
      .map(([written, it]) => written.replace("$", it));
    const files = [
      file,
      `${file}\n## Network\n\nMore.\n`,
      file.replaceAll("\n### ", "\n###### "),
      file.replaceAll("\n", "\r\n"),
    ];
    let promoted = 0;
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.array(heading, { minLength: 1, maxLength: 5 }), (text, headings) => {
        const done = add(headings.join("\n\nx\n\n"), { text });
        if (isRefusal(done)) return;
        promoted++;
        for (const [anchor, behind] of places(text))
          expect([anchor, places(done.text).get(anchor)]).toEqual([anchor, behind]);
        expect(readFaq(done.text).entries).toHaveLength(readFaq(text).entries.length + 1);
      }),
      { numRuns: 300 },
    );
    expect(promoted).toBeGreaterThan(200);
  });
});
