import type { Definition, Image, ImageReference, Link, LinkReference } from "mdast";
import type { Edit } from "../edit/text-edit.ts";

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

/**
 * Where a link or image leads from a thread, as an address that means the same anywhere: paths are those of the
 * thread's repository at its default branch, a lone fragment is one of the thread. Undefined where it is so already,
 * or no thread is known. `thread` is an address like `https://github.com/acme/lantern/discussions/12`.
 */
export function resolveAddress(url: string, kind: "link" | "image", thread: string | undefined): string | undefined {
  if (thread === undefined || /^(?:[a-z][a-z0-9+.-]*:|\/\/)/iu.test(url) || url === "") return undefined;
  if (url.startsWith("#")) return `${thread}${url}`;
  const repository = /^https?:\/\/[^/]+\/[^/]+\/[^/]+(?=\/)/u.exec(thread)?.[0];
  if (repository === undefined || !URL.canParse(url, `${repository}/x/HEAD/`)) return undefined;
  // Browsers resolve against the folder; nobody gets above the repository's root.
  const { pathname, search, hash } = new URL(url.replace(/^\/+/u, "").replaceAll("\\", "%5C"), "https://root.invalid/");
  return `${repository}/${kind === "image" ? "raw" : "blob"}/HEAD${pathname}${search}${hash}`;
}
