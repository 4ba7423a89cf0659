import { describe, expect, it } from "vitest";
import { isRefusal } from "../../../src/core/faq-editor.ts";
import { promote } from "../../../src/faq-file/promote.ts";
import { siteSyntax } from "../../../src/faq-file/site-syntax.ts";
import { toTemplate } from "../../../src/faq-file/syntax/to-template.ts";

describe("an answer where templates are read", () => {
  it.each<[string, string, string, string]>([
    ["text", "Set {{ x }} or {y}.", "Set \\{<!-- -->\\{ x }} or \\{y}.", "Set \\{<!-- -->\\{ x }} or \\{y}."],
    ["a tag", "Use {% raw %}.", "Use \\{<!-- -->% raw %}.", "Use \\{<!-- -->% raw %}."],
    ["a list of attributes", "**x**{v-html=y}", "**x**\\{v-html=y}", "**x**\\{v-html=y}"],
    [
      "inline code",
      "Use `{{ x }}` or `{y}`.",
      "Use <code>&#123;<!-- -->&#123; x &#125;&#125;</code> or `{y}`.",
      "Use <code>&#123;<!-- -->&#123; x &#125;&#125;</code> or `{y}`.",
    ],
    [
      "fenced code",
      "```yaml\na: ${{ x }}\n\nb: <c>\n```",
      "```yaml\na: ${{ x }}\n\nb: <c>\n```",
      '<pre lang="yaml"><code>a: $&#123;&#123; x }}\n\nb: &#60;c&#62;\n</code></pre>',
    ],
    ["fenced code without tags", "```js\na = {};\n```", "```js\na = {};\n```", "```js\na = {};\n```"],
    ["a fence for Vue", "```js-vue {1}\na\n```", "```js\na\n```", "```js\na\n```"],
    ["a directive", "```{include} ../.env\n```", "```\n```", "```\n```"],
    [
      "an included file",
      "```md\n<!-- @include: ../.env -->\n```",
      '<pre lang="md"><code>&#60;!-- @include: ../.env --&#62;\n</code></pre>',
      '<pre lang="md"><code>&#60;!-- @include: ../.env --&#62;\n</code></pre>',
    ],
    ["a snippet", '--8<-- "x"', '\\--8&lt;-- "x"', '\\--8&lt;-- "x"'],
    [
      "code between tags",
      "<details>\n\n```html\n<script>x</script>\n```\n\n</details>",
      "<details>\n\n```html\n<script>x</script>\n```\n\n</details>",
      '<details>\n\n<pre lang="html"><code>&#60;script&#62;x&#60;/script&#62;\n</code></pre>\n\n</details>',
    ],
    ["a price", "It is $5.", "It is \\$5.", "It is &#36;5."],
    ["plain words", "Run `npm i`, *then* wait.", "Run `npm i`, *then* wait.", "Run `npm i`, *then* wait."],
  ])("%s", (_, answer, vue, template) => {
    expect(toTemplate(answer, "vue")).toBe(vue);
    expect(toTemplate(answer, "template")).toBe(template);
  });

  it.each<[string, string]>([
    ["How do I use {{ x }}?", "How do I use \\{<!-- -->\\{ x \\}\\}?"],
    ["What is `<Foo>`?", "What is `<Foo>`?"],
    ["What is {x}?", "What is \\{x\\}?"],
  ])("is asked as text: %s", (title, heading) => {
    const promoted = promote("# FAQ\n\n## Why?\n\nSo.\n", { title, answer: "So." }, { syntax: "vue" });
    if (isRefusal(promoted)) throw new Error(promoted.refused);
    expect(promoted.text).toContain(`\n## ${heading}\n`);
    expect(promoted.entry.question).toBe(title.replaceAll("`", ""));
  });
});

describe("a site", () => {
  it.each<[string, readonly string[], string]>([
    ["of Docusaurus", ["docusaurus.config.ts"], "mdx"],
    ["of Docusaurus beside Jekyll's", ["_config.yml", "docusaurus.config.ts"], "mdx"],
    ["of VitePress", [".vitepress"], "vue"],
    ["of VitePress beside MkDocs'", [".vitepress", "mkdocs.yml"], "template"],
    ["of GitHub Pages with a domain", ["CNAME"], "template"],
    ["of Jekyll", ["_config.yml"], "template"],
    ["of MkDocs", ["mkdocs.yaml"], "template"],
    ["of mdBook", ["book.toml"], "template"],
    ["of Hugo", ["hugo.yaml"], "template"],
    ["of Eleventy", ["eleventy.config.mjs"], "template"],
    ["of Sphinx", ["conf.py"], "template"],
    ["of nothing that is known", ["astro.config.mjs", "README.md", "vitepress.md"], "markdown"],
  ])("%s", (_, names, syntax) => {
    expect(siteSyntax([[], names])).toBe(syntax);
  });
});
