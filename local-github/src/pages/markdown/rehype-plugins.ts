import GithubSlugger from "github-slugger";
import type { Element, Root, Nodes, ElementContent } from "hast";
import { visit, SKIP } from "unist-util-visit";

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

const HEADING = /^h[1-6]$/u;

/**
 * Gives every heading of a file the `id` that GitHub gives it, and a link to itself. Duplicates are numbered as on GitHub.
 * Runs after sanitizing, which would prefix the ids.
 */
export function headingAnchors(file: FileLocation | undefined) {
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

/** The text a reader sees in a node. */
export function textOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map(textOf).join("") : "";
}

/** A file of a repository at a branch. */
export interface FileLocation {
  /** `owner/name`. */
  readonly repository: string;
  readonly branch: string;
  /** Path in the repository, without a leading slash. */
  readonly path: string;
}

/** Resolves relative links against the page of the file, and relative images against its bytes. */
export function fileLinks(file: FileLocation | undefined) {
  return (tree: Root): void => {
    if (file === undefined) return;
    visit(tree, "element", (node) => {
      if (node.tagName === "a") {
        node.properties["href"] = resolve(node.properties["href"], file, "blob");
      } else if (node.tagName === "img") {
        node.properties["src"] = resolve(node.properties["src"], file, "raw");
      }
    });
  };
}

function resolve(target: unknown, file: FileLocation, kind: "blob" | "raw"): string | undefined {
  if (typeof target !== "string") return undefined;
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/iu.test(target)) return target;
  const root = `/${file.repository}/${kind}/${file.branch}/`;
  // A leading slash means the root of the repository, as in GitHub's relative links.
  const base = target.startsWith("/") ? root : root + file.path;
  const url = URL.parse(target.replace(/^\//u, ""), `http://here${encodeURI(base)}`);
  return url === null ? undefined : url.pathname + url.search + url.hash;
}

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
