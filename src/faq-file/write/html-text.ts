import type { SiteSyntax } from "../../core/faq-editor.ts";
import { encodeText } from "../mdx/encode.ts";
import { encodedWithoutTags } from "../templates/without-tags.ts";
import { codeSpan, longestQuestion } from "./question-text.ts";

export interface HtmlPlace {
  /** Whether it is the value of an attribute in double quotes, which has no code. */
  readonly isAttribute?: boolean;
  /** MDX reads Markdown between tags on a line, and others their tags. */
  readonly syntax?: SiteSyntax;
}

/** A question as one line of HTML, with code where its title has code. */
export function htmlText(question: string, { isAttribute = false, syntax = "markdown" }: HtmlPlace = {}): string {
  const line = question.replaceAll(/\s+/gu, " ").trim().slice(0, longestQuestion).toWellFormed();
  if (isAttribute) return (syntax === "markdown" ? escapeHtml : encodeText)(line).replaceAll('"', "&quot;");
  const encode = encoders[syntax];
  let at = 0;
  let out = "";
  for (const { 0: span, 2: code = "", index } of line.matchAll(codeSpan)) {
    out += `${encode(quiet(line.slice(at, index)))}<code>${encode(code)}</code>`;
    at = index + span.length;
  }
  return out + encode(quiet(line.slice(at)));
}

const encodeTags = (text: string): string => encodedWithoutTags(encodeText(text));
const encoders = { markdown: escapeHtml, mdx: encodeText, vue: encodeTags, template: encodeTags } as const;

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Nobody is mentioned, and nothing referred to. */
function quiet(text: string): string {
  return text.replaceAll(/([@#])(?=\w)/gu, "$1\u200B");
}
