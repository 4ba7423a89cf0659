import type { RootContent } from "mdast";
import { attributeOf, htmlTokens } from "../../text/html-tokens.ts";
import { plainText } from "../../text/plain-text.ts";

/** The fragment of the first `<a name>` or `id` in a block or right in its text. */
export function ownAnchor(node: RootContent): string | undefined {
  if (node.type === "html") return anchorIn(node.value);
  if (!("children" in node)) return undefined;
  for (const child of node.children) {
    const found = child.type === "html" ? anchorIn(child.value) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The fragment that a piece of HTML gives. */
export function anchorIn(html: string): string | undefined {
  for (const token of htmlTokens(html)) {
    if (token.kind !== "open") continue;
    const found =
      attributeOf(token.source, "id") ?? (token.name === "a" ? attributeOf(token.source, "name") : undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * The fragment of a block that is an anchor and nothing else: `<a name="x"></a>` before a heading; `(x)=` in MyST;
 * `[](){#x}` in MkDocs.
 */
export function bareAnchor(node: RootContent): string | undefined {
  if (node.type !== "html" && node.type !== "paragraph") return undefined;
  const said = node.type === "html" ? textOf(node.value) : plainText(node);
  const mark = said.length > 300 ? null : /^(?:\(([\w:.-]+)\)=|\{ ?#([\w:.-]+) ?\})$/u.exec(said);
  if (mark !== null) return mark[1] ?? mark[2];
  return said === "" ? ownAnchor(node) : undefined;
}

function textOf(html: string): string {
  return [...htmlTokens(html)]
    .map((it) => (it.kind === "text" ? it.text : ""))
    .join("")
    .trim();
}
