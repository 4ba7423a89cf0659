import type { Node, PhrasingContent, Root, RootContent } from "mdast";
import { gfmFootnoteToMarkdown } from "mdast-util-gfm-footnote";
import { gfmStrikethroughToMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmTableToMarkdown } from "mdast-util-gfm-table";
import { gfmTaskListItemToMarkdown } from "mdast-util-gfm-task-list-item";
import { toMarkdown, type Options, type State } from "mdast-util-to-markdown";
import { visit } from "unist-util-visit";

/**
 * A tree as Markdown with `{`, `<` and `$` escaped wherever text stands, and its elements with their tags in one place.
 * `handlers`: how some nodes are written instead.
 */
export function serialize(tree: Root, handlers: Options["handlers"] = {}): string {
  keepAlerts(tree);
  return toMarkdown(tree, { ...options, handlers: { ...options.handlers, ...handlers } }).trimEnd();
}

/** The marker of an alert must not be escaped. */
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

/** An element of HTML that is written as JSX. */
export interface JsxElement extends Node {
  readonly type: "jsxElement";
  readonly name: string;
  /** As they are written, with a blank before each. */
  readonly attributes: string;
  /** Whether its tags stand on lines of their own, with blocks between. */
  readonly isFlow: boolean;
  children: (PhrasingContent | RootContent)[];
}

/** Inline Markdown that is written as it is: it is safe in MDX already. */
interface Verbatim extends Node {
  readonly type: "verbatim";
  readonly value: string;
}

declare module "mdast" {
  interface RootContentMap {
    jsxElement: JsxElement;
    verbatim: Verbatim;
  }
  interface PhrasingContentMap {
    jsxElement: JsxElement;
    verbatim: Verbatim;
  }
}
