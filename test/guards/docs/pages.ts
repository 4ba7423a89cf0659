import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import GitHubSlugger from "github-slugger";
import type { Nodes } from "mdast";
import { parseMarkdown } from "../../../src/text/parse-markdown.ts";
import { plainText, slugText } from "../../../src/text/plain-text.ts";

/** A Markdown page of ours, as GitHub shows it. */
export interface Page {
  /** From the root of the checkout. */
  readonly path: string;
  readonly text: string;
  /** What its headings can be reached by. */
  readonly anchors: ReadonlySet<string>;
  /** Where it leads to within the checkout. */
  readonly links: readonly PageLink[];
  readonly blocks: readonly CodeBlock[];
}

interface PageLink {
  /** From the root of the checkout; the page itself for `#anchor`. */
  readonly path: string;
  readonly anchor: string;
  readonly line: number;
  readonly isPicture: boolean;
  /** What stands there in words: of a link its text, of a picture what it shows. */
  readonly words: string;
}

interface CodeBlock {
  readonly language: string;
  readonly text: string;
  /** Of its first line of code. */
  readonly line: number;
}

/** The pages that people write and read here; those of the demo's project and of fixtures are told as data. */
export const pages: readonly Page[] = execFileSync(
  "git",
  ["ls-files", "--cached", "--others", "--exclude-standard", "*.md"],
  { encoding: "utf8" },
)
  .split("\n")
  .filter((it) => it !== "" && existsSync(it) && !/^(?:test|demo)\/|\/fixtures\//u.test(it))
  .map(readPage);

function readPage(path: string): Page {
  const text = readFileSync(path, "utf8");
  const slugger = new GitHubSlugger();
  const anchors = new Set<string>();
  const links: PageLink[] = [];
  const blocks: CodeBlock[] = [];
  const read = (node: Nodes): void => {
    const line = node.position?.start.line ?? 0;
    if (node.type === "heading") anchors.add(slugger.slug(slugText(node)));
    if (node.type === "html")
      for (const [, id = ""] of node.value.matchAll(/<a (?:id|name)="([^"]+)"/gu)) anchors.add(id);
    if (node.type === "code") blocks.push({ language: node.lang ?? "", text: node.value, line: line + 1 });
    if (node.type === "link" || node.type === "image" || node.type === "definition") {
      const isPicture = node.type === "image";
      const words = node.type === "image" ? (node.alt ?? "") : plainText(node);
      links.push(...within(path, node.url).map((it) => ({ ...it, line, isPicture, words })));
    }
    if ("children" in node) for (const child of node.children) read(child);
  };
  read(parseMarkdown(text));
  return { path, text, anchors, links, blocks };
}

/** Where a link leads within the checkout; nowhere, if it leads out of it. */
function within(from: string, url: string): { readonly path: string; readonly anchor: string }[] {
  if (/^(?:[a-z][a-z+.-]*:|\/\/)/iu.test(url)) return [];
  const [file = "", anchor = ""] = url.split("#");
  const path = file === "" ? from : normalize(join(dirname(from), decodeURIComponent(file)));
  return [{ path: path.replace(/\/$/u, ""), anchor: decodeURIComponent(anchor) }];
}
