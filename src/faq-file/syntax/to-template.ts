import type { Code, Html, InlineCode, Node, Parent, PhrasingContent, Root, Text } from "mdast";
import type { Info, State } from "mdast-util-to-markdown";
import { visit } from "unist-util-visit";
import type { Refusal } from "../../core/faq-editor.ts";
import { encodedWithoutTags, encodeText, includeComment, breakTags, templateTag, withoutTags } from "./escape-text.ts";
import { formulasAsCode, keepFormulas } from "./formulas.ts";
import { htmlToJsx } from "./html-to-jsx.ts";
import { keepAddresses } from "./plain-addresses.ts";
import { serialize } from "./serialize.ts";
import { parseMarkdown } from "../../text/parse-markdown.ts";
import { childrenOf } from "../../text/plain-text.ts";

/** What a site reads; see `SiteSyntax`. */
type Syntax = "vue" | "template";

/**
 * GitHub's Markdown, with harmless HTML alone in it (see `relocate`), as Markdown that says the same and holds no tag
 * of a template. Written anew from the tree as for MDX, so that elements are balanced and lists of attributes
 * (`{onclick=…}`, `{v-html=…}`) are text; code that holds a tag becomes HTML with character references.
 */
export function toTemplate(markdown: string, syntax: Syntax): string | Refusal {
  // A first line of `---` opens front matter in a file, and is a line across in an answer.
  const tree: Root = parseMarkdown(formulasAsCode(`\n${markdown}`));
  htmlToJsx(tree);
  escapeTags(tree, { syntax, isInHtml: false });
  visit(tree, "verbatim", (it: { value: string }) => void (it.value = encodedWithoutTags(it.value)));
  keepFormulas(tree);
  keepAddresses(tree);
  const text = serialize(tree, { text: writeText(syntax) });
  const tag = syntax === "vue" ? includeComment : templateTag;
  return tag.test(text) ? { refused: "the answer cannot be written without what a template would run" } : text;
}

function writeText(syntax: Syntax) {
  return ({ value }: Text, _parent: unknown, state: State, info: Info): string => {
    const text = withoutTags(state.safe(value, info));
    // Python-Markdown shows the backslash.
    return syntax === "template" ? text.replaceAll(String.raw`\$`, "&#36;") : text;
  };
}

interface Place {
  readonly syntax: Syntax;
  /** Between tags, where Kramdown and Python-Markdown read HTML and no Markdown: code in it would be elements. */
  readonly isInHtml: boolean;
}

function escapeTags(node: Node, place: Place): void {
  if (!("children" in node)) return;
  const isInHtml = place.isInHtml || (place.syntax === "template" && node.type === "jsxElement");
  const parent = node as Parent;
  parent.children = parent.children.map((child) => {
    if (child.type === "code") return escapeCode(child, { ...place, isInHtml });
    if (child.type === "inlineCode") return escapeInlineCode(child, { ...place, isInHtml });
    if (child.type === "link" || child.type === "image") {
      child.url = child.url.replaceAll(/[{}<]/gu, encodeURIComponent);
      if (child.title) child.title = breakTags(child.title);
    }
    if (child.type === "image" && child.alt) child.alt = breakTags(child.alt);
    return child;
  });
  for (const child of childrenOf(node)) escapeTags(child, { ...place, isInHtml });
}

/** VitePress leaves fenced code alone, unless its language says otherwise: `js-vue`. */
function escapeCode({ lang, value }: Code, { syntax, isInHtml }: Place): Code | Html {
  const name = /^[\w+#.-]+/u.exec(lang ?? "")?.[0].replace(/(?:-vue)+$/iu, "");
  const tag = syntax === "vue" ? includeComment : templateTag;
  if (!isInHtml && !tag.test(value)) return { type: "code", ...(name && { lang: name }), value };
  const attribute = name ? ` lang="${name}"` : "";
  const html = value.replaceAll(/[&<>{]/gu, (it) => `&#${it.codePointAt(0)};`);
  return { type: "html", value: `<pre${attribute}><code>${html}\n</code></pre>` };
}

/** Vue reads inline code as any text: https://github.com/vuejs/vitepress/discussions/3724 */
function escapeInlineCode(code: InlineCode, { isInHtml }: Place): PhrasingContent {
  if (!isInHtml && !templateTag.test(code.value)) return code;
  return { type: "verbatim", value: `<code>${encodeText(code.value)}</code>` };
}
