import type { Root } from "mdast";
import { gfmFootnoteToMarkdown } from "mdast-util-gfm-footnote";
import { gfmStrikethroughToMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmTableToMarkdown } from "mdast-util-gfm-table";
import { gfmTaskListItemToMarkdown } from "mdast-util-gfm-task-list-item";
import { toMarkdown, type Options, type State } from "mdast-util-to-markdown";
import { visit } from "unist-util-visit";
import { parseMarkdown } from "../../text/parse-markdown.ts";
import type { Refusal } from "../refusal.ts";
import { formulasAsCode, keepFormulas } from "./formulas.ts";
import { htmlToJsx } from "./html-to-jsx.ts";
import { isPlainMdx } from "./is-plain-mdx.ts";
import type { JsxElement, Verbatim } from "./nodes.ts";
import { keepAddresses } from "./plain-addresses.ts";

/**
 * GitHub's Markdown, with harmless HTML alone in it (see `rehome`), as MDX that says the same. In MDX, braces hold
 * programs, `import` and `export` at the start of a line do as well, `<` opens an element, indented code is none, and
 * there are no `<https://…>` and no comments: https://mdxjs.com/docs/what-is-mdx/#markdown. Written anew from the tree,
 * and read again as MDX: it holds text, Markdown and elements of HTML, and nothing that runs.
 */
export function toMdx(markdown: string): string | Refusal {
  const tree = parseMarkdown(formulasAsCode(markdown));
  htmlToJsx(tree);
  keepFormulas(tree);
  keepAddresses(tree);
  keepAlerts(tree);
  const text = toMarkdown(tree, options).trimEnd();
  return isPlainMdx(text) ? text : { refused: "the answer cannot be written as MDX that holds nothing but text" };
}

/** The first line of an alert means something as it is written alone. */
function keepAlerts(tree: Root): void {
  visit(tree, "blockquote", ({ children: [first] }) => {
    const text = first?.type === "paragraph" ? first.children[0] : undefined;
    if (first?.type !== "paragraph" || text?.type !== "text") return;
    const mark = /^\[!(?:note|tip|important|warning|caution)\](?=\n|$)/iu.exec(text.value)?.[0];
    if (mark === undefined) return;
    const rest = { ...text, value: text.value.slice(mark.length) };
    first.children.splice(0, 1, { type: "verbatim", value: mark }, rest);
  });
}

const options: Options = {
  bullet: "-",
  emphasis: "*",
  rule: "-",
  fences: true,
  incrementListMarker: true,
  listItemIndent: "one",
  // Addresses in angle brackets are none in MDX.
  resourceLink: true,
  extensions: [
    gfmFootnoteToMarkdown(),
    gfmStrikethroughToMarkdown(),
    gfmTableToMarkdown({ tablePipeAlign: false }),
    gfmTaskListItemToMarkdown(),
  ],
  unsafe: [
    { character: "{", inConstruct: "phrasing" },
    { character: "<", inConstruct: "phrasing" },
    { character: "$", inConstruct: "phrasing" },
    { atBreak: true, character: "i", after: String.raw`mport\b` },
    { atBreak: true, character: "e", after: String.raw`xport\b` },
    // Containers and leaves of directives: https://github.com/remarkjs/remark-directive
    { atBreak: true, character: ":", after: ":" },
  ],
  handlers: {
    verbatim: ({ value }: Verbatim) => value,
    jsxElement: writeElement,
  },
};

function writeElement(
  { name, attributes, isFlow, children }: JsxElement,
  _parent: unknown,
  state: State,
  info: Parameters<State["containerPhrasing"]>[1],
): string {
  const tag = `<${name}${attributes}`;
  if (children.length === 0) return `${tag} />`;
  if (isFlow) {
    const inner = state.containerFlow({ type: "root", children }, info);
    return `${tag}>${inner.startsWith("<summary") ? "\n" : "\n\n"}${inner}\n\n</${name}>`;
  }
  const around = { ...info, before: ">", after: "<" };
  const inner = state.containerPhrasing({ type: "paragraph", children: children as never }, around);
  return `${tag}>${inner}</${name}>`;
}
