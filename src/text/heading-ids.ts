import type { Node } from "unist";
import { beforeAttributeList } from "./attribute-list.ts";
import { attributeOf, htmlTokens } from "./html-tokens.ts";
import { childrenOf, valueOf } from "./plain-text.ts";

/** The ids that its author gave a heading, and what is left of it without them. */
export interface HeadingIds {
  /** Of the heading itself: `{#id}` behind it. */
  readonly id?: string;
  /** Of anchors in it: `<a id="x"></a>`. */
  readonly others: readonly string[];
  readonly children: readonly Node[];
}

/** Takes the ids out of a heading that Markdown made. What GitHub makes its anchor from is the heading as it stands. */
export function readHeadingIds(heading: Node): HeadingIds {
  const children = childrenOf(heading);
  const others = children.flatMap(anchorsIn);
  const last = children.at(-1);
  const commented = last && idInComment(last);
  if (commented !== undefined) return { id: commented, others, children: withoutEnd(children.slice(0, -1)) };
  const list = last?.type === "text" ? beforeAttributeList(valueOf(last)) : undefined;
  if (last === undefined || list === undefined) return { others, children };
  const [id] = list.ids;
  const text = { type: "text", value: list.text };
  // What stands in brackets or braces alone is a title, not the id of nothing.
  if (children.length === 1 && list.text === "") return { others, children };
  return { ...(id !== undefined && { id }), others, children: withoutEnd([...children.slice(0, -1), text]) };
}

/** `<!-- #id -->` and `{/* #id *\/}`: https://docusaurus.io/docs/markdown-features/toc#heading-ids */
function idInComment(node: Node): string | undefined {
  const comment =
    node.type === "html" ? /^<!--([^]*)-->$/u : node.type === "mdxTextExpression" ? /^\/\*([^]*)\*\/$/u : undefined;
  const [, said = ""] = comment?.exec(valueOf(node).trim()) ?? [];
  return /^\s*#([^\s#]{1,200})(?:\s|$)/u.exec(said)?.[1];
}

function withoutEnd(children: readonly Node[]): readonly Node[] {
  const last = children.at(-1);
  if (last?.type !== "text") return children;
  const value = valueOf(last).trimEnd();
  return value === "" ? children.slice(0, -1) : [...children.slice(0, -1), { type: "text", value } as Node];
}

/** Ids of elements, and names of `<a>`, in a node and below, as HTML or JSX. */
export function anchorsIn(node: Node): readonly string[] {
  if (node.type === "html")
    return [...htmlTokens(valueOf(node))].flatMap((it) => (it.kind === "open" ? idOfTag(it.name, it.source) : []));
  return [...idOfElement(node), ...childrenOf(node).flatMap(anchorsIn)];
}

/** The id of an open HTML tag, or the name of an `<a>`; none or one. */
export function idOfTag(name: string, source: string): readonly string[] {
  const id = attributeOf(source, "id") ?? (name === "a" ? attributeOf(source, "name") : undefined);
  return isId(id) ? [id] : [];
}

function idOfElement(node: Node): readonly string[] {
  if (!node.type.startsWith("mdxJsx") || !("attributes" in node) || !Array.isArray(node.attributes)) return [];
  const attributes: readonly unknown[] = node.attributes;
  const named = (name: string): unknown =>
    attributes.map((it) => valueOfAttribute(it, name)).find((it) => it !== undefined);
  const id = named("id") ?? ("name" in node && node.name === "a" ? named("name") : undefined);
  return isId(id) ? [id] : [];
}

function valueOfAttribute(attribute: unknown, name: string): unknown {
  if (typeof attribute !== "object" || attribute === null || !("name" in attribute) || attribute.name !== name)
    return undefined;
  return "value" in attribute ? attribute.value : undefined;
}

function isId(value: unknown): value is string {
  return typeof value === "string" && /^\S{1,200}$/u.test(value);
}
