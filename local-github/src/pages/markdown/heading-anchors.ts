import GithubSlugger from "github-slugger";
import type { Element, Root } from "hast";
import { visit } from "unist-util-visit";
import type { FilePlace } from "./file-links.ts";
import { textOf } from "./text-of.ts";

const HEADING = /^h[1-6]$/u;

/**
 * Gives every heading of a file the `id` that GitHub gives it, and a link to itself. Duplicates are numbered as on GitHub.
 * Runs after sanitizing, which would prefix the ids.
 */
export function headingAnchors(file: FilePlace | undefined) {
  return (tree: Root): void => {
    if (file === undefined) return;
    const slugger = new GithubSlugger();
    visit(tree, "element", (node) => {
      if (!HEADING.test(node.tagName)) return;
      const id = slugger.slug(textOf(node));
      node.properties["id"] = id;
      node.children.push(permalink(id, textOf(node)));
    });
  };
}

function permalink(id: string, text: string): Element {
  return {
    type: "element",
    tagName: "a",
    properties: { href: `#${id}`, className: ["anchor"], ariaLabel: `Link to the section ${text}` },
    children: [{ type: "text", value: "#" }],
  };
}
