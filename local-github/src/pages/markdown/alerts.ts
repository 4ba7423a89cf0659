import type { Element, Root } from "hast";
import { visit } from "unist-util-visit";

const MARK = /^\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*(?:\n|$)/u;

/** Shows a quote that starts with `[!NOTE]` and the like as a box with a title, as GitHub does. */
export function alerts() {
  return (tree: Root): void => {
    visit(tree, "element", (node) => {
      if (node.tagName !== "blockquote") return;
      const first = node.children.find((child) => child.type === "element");
      const text = first?.children[0];
      if (text?.type !== "text") return;
      const kind = MARK.exec(text.value)?.[1];
      if (kind === undefined) return;
      text.value = text.value.replace(MARK, "");
      node.tagName = "div";
      node.properties["className"] = ["alert", `alert-${kind.toLowerCase()}`];
      node.children.unshift(title(kind));
    });
  };
}

function title(kind: string): Element {
  const text = kind.charAt(0) + kind.slice(1).toLowerCase();
  return {
    type: "element",
    tagName: "p",
    properties: { className: ["alert-title"] },
    children: [{ type: "text", value: text }],
  };
}
