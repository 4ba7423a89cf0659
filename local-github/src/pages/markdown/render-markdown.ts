import { raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import rehypeRaw from "rehype-raw";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { alerts } from "./alerts.ts";
import { escapeHtml } from "./escape-html.ts";
import { fileLinks, type FilePlace } from "./file-links.ts";
import { headingAnchors } from "./heading-anchors.ts";
import { references, type ReferenceTargets } from "./references.ts";

/** Above this a text is shown as it is: parsing runs on the thread that also answers the API. Characters. */
const LONGEST_RENDERED = 300_000;

/** A line inside so many quotes and lists is no prose; the parser's time grows with the square of their number. */
const TOO_DEEP = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])[ \t])){100}/mu;

/** Where a text stands, which decides what its links mean. */
export interface MarkdownPlace {
  /** What `#12` and `@name` lead to; missing: they stay text. */
  readonly references?: ReferenceTargets;
  /** The file the text is; its headings get anchors and its relative links are resolved. */
  readonly file?: FilePlace;
}

/**
 * What a person sees of Markdown: GitHub's flavour, sanitized by the rules GitHub published for it
 * (`rehype-sanitize`'s default schema), HTML comments left out. Any input gives some output: what cannot
 * be rendered (too long, nested too deep) is shown as plain text.
 */
export function renderMarkdown(markdown: string, place: MarkdownPlace = {}): HtmlEscapedString {
  if (markdown.length > LONGEST_RENDERED || TOO_DEEP.test(markdown)) return plain(markdown);
  try {
    return raw(String(processor(place).processSync(markdown)));
  } catch (error) {
    // Thousands of nested elements exhaust the call stack of the tree builders.
    if (error instanceof RangeError) return plain(markdown);
    throw error;
  }
}

function processor(place: MarkdownPlace) {
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
