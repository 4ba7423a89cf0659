import type { Nodes } from "mdast";
import type { SiteSyntax } from "../../core/faq-editor.ts";
import { inlineText } from "../../text/neutralise.ts";
import { parseMarkdown } from "../../text/parse-markdown.ts";
import { childrenOf } from "../../text/plain-text.ts";
import { encodedWithoutTags, encodeText, templateTag, withoutTags } from "../syntax/escape-text.ts";

/** The longest question, in UTF-16 units: GitHub's limit for titles. */
export const maxQuestion = 256;

/** Backticks around words are code, in titles of threads as well; around nothing they are none. */
const codeSpan = /(?<!`)(`{1,3})(?!\s*`)([^`]+)\1(?!`)/gu;

/** Words that GitHub makes something of wherever they stand: mentions, references, addresses, hashes of commits. */
const notifying = /@[\p{L}\p{N}_]|#\d|\bGH-\d|:\/\/|\bwww\.|\b[0-9a-f]{7,40}\b/iu;

/** What may mean something to Markdown. */
const special = /[\\`*_[\]<>&~|$^]/u;

/** What may be a program or a formula to MDX, whatever stands around it: all of such a line is escaped. */
const programs = /[{}<>$\\]|^\s*(?:import|export)\b/u;

/**
 * A question as one line of Markdown that shows just its words, with code where its title has code. As few characters
 * as serve are escaped: none where it reads as it is written.
 */
export function questionText(question: string, syntax: SiteSyntax = "markdown"): string {
  const line = question.replaceAll(/\s+/gu, " ").trim();
  const hasTags = templateTag.test(line) || line.replaceAll(codeSpan, "").includes("{");
  if (hasTags && (syntax === "vue" || syntax === "template")) return withoutTags(inlineText(line, maxQuestion));
  const isFull = line.length > maxQuestion || (syntax === "mdx" && programs.test(line));
  if (isFull) return inlineText(line, maxQuestion);
  const written = [
    (word: string) => notifying.test(word),
    (word: string) => notifying.test(word) || special.test(word),
  ].map((needs) =>
    withCode(line, (words) => eachWord(words, (word) => (needs(word) ? inlineText(word, 10_000) : word))),
  );
  return written.find(readsAsWritten) ?? inlineText(line, maxQuestion);
}

function eachWord(words: string, write: (word: string) => string): string {
  return words.replaceAll(/\S+/gu, write);
}

/** Code stays as it is; `write` is for the words around it. */
function withCode(line: string, write: (words: string) => string): string {
  let at = 0;
  let out = "";
  for (const { 0: code, index } of line.matchAll(codeSpan)) {
    out += write(line.slice(at, index)) + code;
    at = index + code.length;
  }
  return out + write(line.slice(at));
}

/** Whether a line holds nothing but words and code, in a heading and in bold letters alike. */
function readsAsWritten(line: string): boolean {
  if ((line.match(/\$/gu)?.length ?? 0) > 1 && !line.includes("\\$")) return false;
  return [`# ${line}`, `**${line}**`].every((source) => {
    const [block, ...more] = parseMarkdown(source).children;
    if (block === undefined || more.length > 0) return false;
    const [strong] = block.type === "paragraph" ? block.children : [];
    const outer: Nodes = strong?.type === "strong" ? strong : block;
    if (outer.type !== "heading" && (outer.type !== "strong" || strong?.position?.end.offset !== source.length))
      return false;
    const isAll = source.slice(outer.position?.start.offset, outer.position?.end.offset) === source;
    return isAll && childrenOf(outer).every((it) => isPlain(it as Nodes, source)) && endsAt(outer, source);
  });
}

function isPlain(node: Nodes, source: string): boolean {
  if (node.type === "inlineCode") return node.value.trim() !== "";
  if (node.type !== "text") return false;
  const written = source.slice(node.position?.start.offset, node.position?.end.offset);
  return written.replaceAll(/\\([!-/:-@[-`{-~])/gu, "$1") === node.value;
}

/** A heading may drop what it ends with: `## C #`. */
function endsAt(outer: Nodes, source: string): boolean {
  const last = childrenOf(outer).at(-1);
  return last?.position?.end.offset === source.length - (outer.type === "strong" ? 2 : 0);
}

export interface HtmlPlace {
  /** Whether it is the value of an attribute in double quotes, which has no code. */
  readonly isAttribute?: boolean;
  /** MDX reads Markdown between tags on a line, and others their tags. */
  readonly syntax?: SiteSyntax;
}

/** A question as one line of HTML, with code where its title has code. */
export function htmlText(question: string, { isAttribute = false, syntax = "markdown" }: HtmlPlace = {}): string {
  const line = question.replaceAll(/\s+/gu, " ").trim().slice(0, maxQuestion).toWellFormed();
  if (isAttribute) return (syntax === "markdown" ? escapeHtml : encodeText)(line).replaceAll('"', "&quot;");
  const encode = encoders[syntax];
  let at = 0;
  let out = "";
  for (const { 0: span, 2: code = "", index } of line.matchAll(codeSpan)) {
    out += `${encode(neutralised(line.slice(at, index)))}<code>${encode(code)}</code>`;
    at = index + span.length;
  }
  return out + encode(neutralised(line.slice(at)));
}

const encodeTags = (text: string): string => encodedWithoutTags(encodeText(text));
const encoders = { markdown: escapeHtml, mdx: encodeText, vue: encodeTags, template: encodeTags } as const;

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Nobody is mentioned, and nothing referred to. */
function neutralised(text: string): string {
  return text.replaceAll(/([@#])(?=\w)/gu, "$1\u200B");
}
