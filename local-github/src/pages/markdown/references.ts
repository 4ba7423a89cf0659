import type { Element, ElementContent, Root } from "hast";
import { SKIP, visit } from "unist-util-visit";

/** Looks up what a short reference names. */
export interface ReferenceTargets {
  /** Path of the page of a discussion, issue or pull request with this number. */
  readonly thread: (number: number) => string | undefined;
  /** Whether somebody has this login. */
  readonly person: (login: string) => boolean;
}

const REFERENCE = /(?<![\w/#@])(?:#(?<number>\d{1,9})|@(?<login>[a-z\d](?:[a-z\d-]{0,38})(?:\[bot\])?))(?![\w/])/giu;
const OPAQUE = new Set(["a", "code", "pre"]);

/** Turns `#12` and `@name` in running text into links, where they name something; never in code or in links. */
export function references(targets: ReferenceTargets | undefined) {
  return (tree: Root): void => {
    if (targets === undefined) return;
    visit(tree, (node, index, parent) => {
      if (node.type === "element" && OPAQUE.has(node.tagName)) return SKIP;
      if (node.type !== "text" || parent === undefined || index === undefined) return undefined;
      const parts = split(node.value, targets);
      if (parts.length === 1) return undefined;
      parent.children.splice(index, 1, ...parts);
      return index + parts.length;
    });
  };
}

function split(text: string, targets: ReferenceTargets): ElementContent[] {
  const parts: ElementContent[] = [];
  let at = 0;
  for (const match of text.matchAll(REFERENCE)) {
    const link = toLink(match, targets);
    if (link === undefined) continue;
    parts.push({ type: "text", value: text.slice(at, match.index) }, link);
    at = match.index + match[0].length;
  }
  parts.push({ type: "text", value: text.slice(at) });
  return parts;
}

function toLink(match: RegExpExecArray, targets: ReferenceTargets): Element | undefined {
  const { number, login } = match.groups ?? {};
  const href = number === undefined ? undefined : targets.thread(Number(number));
  if (href !== undefined) return element("a", { href }, match[0]);
  if (login !== undefined && targets.person(login)) return element("span", { className: ["mention"] }, match[0]);
  return undefined;
}

function element(tagName: string, properties: Element["properties"], text: string): Element {
  return { type: "element", tagName, properties, children: [{ type: "text", value: text }] };
}
