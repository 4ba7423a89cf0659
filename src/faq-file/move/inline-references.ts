import type { Definition, ImageReference, LinkReference } from "mdast";
import type { Edit } from "./edits.ts";

/**
 * Edits that write a link or an image out where it stands, instead of by a label that is defined elsewhere: in another
 * file its label may mean something else, or nothing.
 */
export function inlineReference(
  node: LinkReference | ImageReference,
  { url, title }: Pick<Definition, "url" | "title">,
  text: string,
): Edit {
  const end = node.position?.end.offset ?? 0;
  return { start: labelStart(node, text), end, text: destination(url, title) };
}

/** Where the label begins: behind the text, which labels of one's own part is. */
function labelStart(node: LinkReference | ImageReference, text: string): number {
  const end = node.position?.end.offset ?? 0;
  if (node.referenceType === "shortcut") return end;
  if (node.referenceType === "collapsed") return end - 2;
  let at = end - 2;
  // A label holds no bracket but escaped ones.
  while (at > 0 && !(text[at] === "[" && text[at - 1] !== "\\")) at--;
  return at;
}

/** The part of a link in parentheses, as it may stand anywhere, in a table too. */
export function destination(url: string, title: string | null | undefined): string {
  const address = url.replaceAll(/[<>\\\s|]/gu, (it) => encodeURIComponent(it));
  if (title === null || title === undefined) return `(<${address}>)`;
  return `(<${address}> "${title.replaceAll(/["\\|&]/gu, "\\$&").replaceAll(/(?<!\s)\s*\n\s*/gu, "\n")}")`;
}
