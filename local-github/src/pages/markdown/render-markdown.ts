import rehypeRaw from "rehype-raw";
import rehypeSanitize from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import { defaultSchema } from "rehype-sanitize";
import { unified } from "unified";
import {
  alerts,
  fileLinks,
  type FileLocation,
  headingAnchors,
  references,
  type ReferenceTargets,
} from "./rehype-plugins.ts";

/** Above this a text is shown as it is: parsing runs on the thread that also answers the API. Characters. */
const MAX_RENDERED_LENGTH = 300_000;

/** A line inside so many quotes and lists is no prose; the parser's time grows with the square of their number. */
const TOO_DEEP = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])[ \t])){100}/mu;

/** Where a text stands, which decides what its links mean. */
export interface MarkdownContext {
  /** What `#12` and `@name` lead to; missing: they stay text. */
  readonly references?: ReferenceTargets;
  /** The file the text is; its headings get anchors and its relative links are resolved. */
  readonly file?: FileLocation;
}

/**
 * What a person sees of Markdown: GitHub's flavour, sanitized by the rules GitHub published for it
 * (`rehype-sanitize`'s default schema), HTML comments left out. Any input gives some output: what cannot
 * be rendered (too long, nested too deep) is shown as plain text.
 */
export function renderMarkdown(markdown: string, place: MarkdownContext = {}): HtmlEscapedString {
  if (markdown.length > MAX_RENDERED_LENGTH || TOO_DEEP.test(markdown)) return plain(markdown);
  try {
    return raw(String(processor(place).processSync(markdown)));
  } catch (error) {
    // Thousands of nested elements exhaust the call stack of the tree builders.
    if (error instanceof RangeError) return plain(markdown);
    throw error;
  }
}

function processor(place: MarkdownContext) {
  return unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(place.file === undefined ? [] : [remarkFrontmatter])
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypeRaw)
    .use(rehypeSanitize, defaultSchema)
    .use(alerts)
    .use(headingAnchors, place.file)
    .use(fileLinks, place.file)
    .use(references, place.references)
    .use(rehypeStringify);
}

function plain(text: string): HtmlEscapedString {
  return raw(`<pre class="plain">${escapeHtml(text)}</pre>`);
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as HTML that shows it, in elements and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => entities[character] ?? character);
}
