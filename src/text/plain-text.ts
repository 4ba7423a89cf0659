import type { Node, Parent } from "unist";
import { attributeOf, htmlTokens, type HtmlToken } from "./html-tokens.ts";

/**
 * The text a reader sees, without images, comments, footnote marks and the source of MDX expressions.
 * Blocks and hard breaks become lines; table cells stand side by side with ` | ` between.
 */
export function plainText(node: Node): string {
  return tidied(rawText(node));
}

/** As {@link plainText}, with the lines of a paragraph as one: that an author broke them at 80 columns means nothing. */
export function flowingText(node: Node): string {
  return tidied(rawText(node, () => "", flow));
}

/** Marks of containers (`:::tip`, `/// note`) and of math, which the generators of docs sites take for lines of their own. */
const ownLine = /^\s*(?::{3,}|\/{3,}|!!!|\[!|\$\$)/;

/** Scripts without spaces between words have none at the end of a line either. */
const unspacedEnd = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}、。，：；！？）」]$/u;
const unspacedStart = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}（「]/u;

function flow(text: string): string {
  if (!text.includes("\n")) return text;
  let before: string | undefined;
  let flowing = "";
  for (const line of text.split("\n")) {
    if (before !== undefined) flowing += breakBetween(before, line);
    flowing += line;
    before = line;
  }
  return flowing;
}

function breakBetween(before: string, after: string): string {
  if (ownLine.test(before) || ownLine.test(after)) return "\n";
  return unspacedEnd.test(before.slice(-2)) && unspacedStart.test(after.slice(0, 2)) ? "" : " ";
}

function tidied(text: string): string {
  return text
    .replace(/[ \t]{2,}/g, " ")
    .replace(/ ?\n[ \n]*/g, "\n")
    .trim();
}

/** What GitHub makes a heading's anchor from: its text with all white space, and MDX as it was typed. */
export function slugText(node: Node): string {
  return rawText(node, (expression) => `{${valueOf(expression)}}`);
}

/** The text that stands for images where they cannot be shown. */
export function imageText(node: Node): string {
  if (node.type === "html") return [...htmlTokens(valueOf(node))].map(imageTextOfTag).join(" ");
  if ((node.type === "image" || node.type === "imageReference") && "alt" in node) {
    return typeof node.alt === "string" ? node.alt : "";
  }
  return childrenOf(node).map(imageText).join(" ");
}

/** The `alt` of an `img` tag; empty for anything else. */
export function imageTextOfTag(token: HtmlToken): string {
  return token.kind === "open" && token.name === "img" ? (attributeOf(token.source, "alt") ?? "") : "";
}

function rawText(
  node: Node,
  showExpression: (node: Node) => string = () => "",
  readText: (text: string) => string = (text) => text,
): string {
  const { type } = node;
  if (type === "mdxTextExpression") return showExpression(node);
  if (type === "html") return htmlText(valueOf(node));
  if (type === "break") return "\n";
  if (type === "text") return readText(valueOf(node));
  if (type === "inlineCode" || type === "code" || type === "math") return valueOf(node);
  const texts = childrenOf(node).map((child) => rawText(child, showExpression, readText));
  if (type === "tableRow") return texts.map((text) => text.trim()).join(" | ");
  return texts.join(isInline(node) ? "" : "\n");
}

/** The children of any node; none for a leaf. */
export function childrenOf(node: Node): readonly Node[] {
  return isParent(node) ? node.children : [];
}

function isParent(node: Node): node is Parent {
  return "children" in node && Array.isArray(node.children);
}

/** The value of a leaf that has one. */
export function valueOf(node: Node): string {
  return "value" in node && typeof node.value === "string" ? node.value : "";
}

function isInline({ type }: Node): boolean {
  return (
    type === "paragraph" ||
    type === "heading" ||
    type === "emphasis" ||
    type === "strong" ||
    type === "delete" ||
    type === "link" ||
    type === "linkReference" ||
    type === "tableCell" ||
    type === "mdxJsxTextElement"
  );
}

function htmlText(html: string): string {
  let text = "";
  for (const token of htmlTokens(html)) {
    if (token.kind === "text") text += token.text;
    else if (token.name === "br") text += "\n";
  }
  return text;
}
