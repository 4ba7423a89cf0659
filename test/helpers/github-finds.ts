import type { Nodes, Root } from "hast";
import rehypeRaw from "rehype-raw";
import rehypeSanitize from "rehype-sanitize";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";

const pipeline = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw)
  .use(rehypeSanitize)
  .freeze();

/**
 * What GitHub would take notice of in a Markdown text: mentions, references to issues and commits, and links to them.
 * It renders as GitHub does (GFM, raw HTML, sanitised) and then looks where GitHub's filters look, at text outside of
 * code and links: https://github.com/gjtorikian/html-pipeline/blob/main/lib/html_pipeline/node_filter/mention_filter.rb
 * The patterns find more than GitHub does, where its own are not known.
 */
export function githubFinds(markdown: string): string[] {
  const found: string[] = [];
  visit(pipeline.runSync(pipeline.parse(markdown)), found);
  return found;
}

/** The same in plain text, as commit messages and titles are. */
export function githubFindsInText(text: string): string[] {
  return [...text.matchAll(noticed)].map(([it]) => it);
}

const unread: ReadonlySet<string> = new Set(["a", "pre", "code", "tt", "script", "style"]);

/** `@name`, `#1`, `GH-1`, a hash of a commit with letters and digits, an address on GitHub in letters. */
const noticed =
  /(?<!\w)@[a-z\d][^\s]{0,20}|#\d+|(?<![a-z\d])GH-\d+|(?<![a-z\d])(?=\d*[a-f])(?=[a-f]*\d)[\da-f]{7,40}(?![a-z\d])|(?:https?:\/\/(?:www\.)?|(?<![a-z\d])www\.)github\.com\/[^\s]{1,40}/giu;

/** What is told of a link to it; `redirect.github.com` is not. */
const noticingLink =
  /^(?:https?:)?\/\/(?:[^/@]*@)?(?:www\.)?github\.com(?::\d+)?\/[^/]+\/[^/]+\/(?:issues|pull|discussions|commit)/iu;

function visit(node: Root | Nodes, found: string[]): void {
  if (node.type === "text") found.push(...githubFindsInText(node.value));
  if (node.type === "element") {
    const address = node.properties["href"] ?? node.properties["src"];
    if (typeof address === "string" && noticingLink.test(address)) found.push(address);
    if (unread.has(node.tagName)) return;
  }
  if ("children" in node) for (const child of node.children) visit(child, found);
}
