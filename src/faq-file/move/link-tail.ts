import type { Image, Link } from "mdast";

/**
 * Offset at which the part in parentheses of a link or image begins; undefined where it has none: `<https://…>`.
 */
export function linkTail(node: Link | Image, text: string): number | undefined {
  const start = node.position?.start.offset ?? 0;
  if (node.type === "image") return closing(text, start + 1);
  if (text[start] !== "[") return undefined;
  const last = node.children.at(-1)?.position?.end.offset ?? start + 1;
  return text.startsWith("](", last) ? last + 1 : undefined;
}

/** Behind the bracket that closes the one at `open`, if a parenthesis follows. */
function closing(text: string, open: number): number | undefined {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    const unit = text[at];
    if (unit === "\\") at++;
    else if (unit === "[") depth++;
    else if (unit === "]" && --depth === 0) return text[at + 1] === "(" ? at + 1 : undefined;
  }
  return undefined;
}
