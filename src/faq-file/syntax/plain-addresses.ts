import type { Link, Node, Parent, PhrasingContent, Text } from "mdast";
import { childrenOf } from "../../text/plain-text.ts";

/** What may be taken for a bare address anywhere: https://github.github.com/gfm/#autolinks-extension- */
const bare = /(?<![a-z])(?:https?:\/\/|www\.)[^\s<>]+/giu;
/** One in which nothing needs escaping. */
const safe = /^[\w.:/?#@!&=%+,-]*[\w/]$/u;
/** What may follow an address that is no link, so that no sign of escape becomes part of it. */
const ended = /^[.,:;!?)'"]{0,3}(?:\s|$)/u;

/**
 * Bare addresses in text, which must not be escaped: those with marks in or beside them are written as links, others as
 * they are. Changes the tree in place.
 */
export function keepAddresses(node: Node): void {
  if (!("children" in node) || node.type === "link" || node.type === "linkReference") return;
  const parent = node as Parent;
  if (childrenOf(node).some((child) => child.type === "text")) {
    parent.children = (parent.children as PhrasingContent[]).flatMap((child, i, all) =>
      child.type === "text" ? apart(child, all[i + 1]) : [child],
    );
  }
  for (const child of childrenOf(node)) keepAddresses(child);
}

function apart({ value }: Text, next: Node | undefined): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  let at = 0;
  for (const { 0: found, index } of value.matchAll(bare)) {
    const url = withoutTail(found);
    const end = index + url.length;
    const rest = value.slice(end);
    const isEnded = ended.test(rest) && (/\s/u.test(rest) || next === undefined || next.type === "break");
    if (index > at) out.push({ type: "text", value: value.slice(at, index) });
    out.push(isEnded && safe.test(url) ? { type: "verbatim", value: url } : linkTo(url));
    at = end;
  }
  if (at < value.length || out.length === 0) out.push({ type: "text", value: value.slice(at) });
  return out;
}

/** Punctuation that ends a sentence is no part of an address, nor is a parenthesis that nothing in it opens. */
function withoutTail(found: string): string {
  const tail = found.includes("(") ? `?!.,:;*_~'"]` : `?!.,:;*_~'"])`;
  let end = found.length;
  while (tail.includes(found.charAt(end - 1)) && end > 0) end--;
  return found.slice(0, end);
}

function linkTo(address: string): Link {
  const url = /^www\./iu.test(address) ? `http://${address}` : address;
  return { type: "link", url, children: [{ type: "text", value: address }] };
}
