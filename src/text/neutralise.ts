import type { Node } from "mdast";
import { isTooLong } from "./block-marks.ts";
import { breakHashes } from "./break-hashes.ts";
import { codeThatStays, type Code } from "./code-that-stays.ts";
import { stripMarkers } from "./marker.ts";
import { parseMarkdown } from "./parse-markdown.ts";
import { childrenOf, valueOf } from "./plain-text.ts";
import { splitCode, toCodeSpan } from "./split-code.ts";
import { withoutUnwanted } from "./unwanted.ts";
import { withoutComments } from "./without-comments.ts";

/** Breaks a word for GitHub's filters and for no reader; Dependabot and Renovate use it (renovatebot/renovate#8823). */
const gap = "\u200B";

/** A URL that GitHub makes a link of by itself. Inside links nothing else is recognised. */
const bareUrl =
  /(?<=^|[\s(])(?:https?:\/\/|(?=www\.))[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?(?:[/?#][\w\-./?=&%#+~,:;@!$]*)?/gi;

/**
 * Other people's Markdown made safe to stand in a comment of ours, by itself or in a quote: it notifies nobody, links
 * back to nothing, closes no issue, hides nothing and has no HTML. Formatting and code stay as they are, but for tabs,
 * and code in what is too long to be parsed on the event loop.
 */
export function neutralise(markdown: string): string {
  const clean = withSpaces(stripMarkers(withoutUnwanted(markdown)));
  if (isTooLong(clean)) return neutraliseOutside(clean, []);
  const spared = neutraliseOutside(clean, codeThatStays(clean));
  // A backtick in HTML that is text now may pair with another, and what was code be code no more.
  return isSafe(spared) ? spared : neutraliseOutside(clean, []);
}

/**
 * Tabs as the spaces they stand for. How wide a tab is depends on what is before it, so that in a quote it would be
 * narrower, and a line that it made code would be none: https://spec.commonmark.org/0.31.2/#tabs
 */
function withSpaces(text: string): string {
  if (!text.includes("\t")) return text;
  return text
    .split("\n")
    .map((line) => {
      let out = "";
      for (const [i, part] of line.split("\t").entries()) {
        out += i === 0 ? part : " ".repeat(4 - (out.length % 4)) + part;
      }
      return out;
    })
    .join("\n");
}

/**
 * Plain text as one line of Markdown that shows just this text wherever inline content may stand: in a link's text,
 * a list item, a quote, emphasis. At most `max` UTF-16 units are shown, cut between words where possible, with `…`.
 */
export function inlineText(text: string, max: number): string {
  return isolated(escapeInline(cutAtWord(oneLine(text, max), max)).replace(/^(\d+)\./, "$1\\."));
}

/** As `inlineText`, of words that people wrote in Markdown: what stands between backticks stays code. */
export function inlineTextWithCode(text: string, max: number): string {
  const parts = splitCode(cutAtWord(oneLine(text, max), max));
  const shown = parts.map((it) => (it.isCode ? toCodeSpan(it.text) : escapeInline(it.text)));
  return isolated(shown.join("").replace(/^(\d+)\./, "$1\\."));
}

const fromTheRight =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

/**
 * Text that is written from the right, apart from the line it stands in: without this, the numbers and brackets beside
 * it change places, and a list whose item begins with it is set from the right.
 * https://www.w3.org/International/articles/inline-bidi-markup/uba-basics#isolation
 */
function isolated(line: string): string {
  return fromTheRight.test(line) ? `\u2068${line}\u2069` : line;
}

function oneLine(text: string, max: number): string {
  return withoutUnwanted(text.slice(0, max * 8 + 1000))
    .replaceAll(/\s+/g, " ")
    .trim();
}

function escapeInline(line: string): string {
  const broken = breakWords(line)
    .replaceAll(/:(?=\/\/)/g, `:${gap}`)
    .replaceAll(/(www)(?=\.)/gi, `$1${gap}`);
  return broken.replaceAll(/[\\`*_{}[\]()<>#+!|~&=$^-]/g, "\\$&");
}

/** The longest beginning that fits and ends between words, or at least between what a reader takes for characters. */
function cutAtWord(line: string, max: number): string {
  if (line.length <= max) return line;
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter().segment(line.slice(0, max + 50))) {
    if (index + segment.length > max - 1) break;
    end = index + segment.length;
  }
  const space = line.slice(0, end + 1).lastIndexOf(" ");
  return `${line.slice(0, space > end / 2 ? space : end).trimEnd()}…`;
}

function neutraliseOutside(text: string, spared: readonly Code[]): string {
  let at = 0;
  let out = "";
  for (const { start, end } of spared) {
    out += neutralisePiece(text.slice(at, start)) + text.slice(start, end);
    at = end;
  }
  return out + neutralisePiece(text.slice(at));
}

/** Comments go, tags become text, and character references stay only where they cannot spell a mention. */
function neutralisePiece(markdown: string): string {
  const text = withoutComments(markdown)
    .replaceAll("<", "&lt;")
    .replaceAll(/&(?!(?:lt|gt|amp|quot|nbsp);)(?=#?[a-z0-9]+;)/gi, "&amp;");
  const mayBeInBrackets = text.includes("[");
  let at = 0;
  let out = "";
  for (const { 0: url, index } of text.matchAll(bareUrl)) {
    out += breakWords(text.slice(at, index)) + withoutReferences(withoutBacklink(url), mayBeInBrackets);
    at = index + url.length;
  }
  return out + breakWords(text.slice(at));
}

/**
 * The address of an issue or thread on github.com by way of a host that GitHub keeps for this: whoever follows it
 * arrives there, and no "mentioned this" is left there. Other hosts have nothing like it; their addresses stay.
 * https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls#avoiding-backlinks-to-linked-references
 */
export function viaRedirect(url: string): string {
  return url.replace(onGitHub, (_, scheme = "https://") => `${String(scheme)}redirect.`);
}

const onGitHub = /^(?:(https?:\/\/)(?:[^\s/?#@]*@)?(?:www\.)?|www\.)(?=github\.com(?:[/:?#]|$))/i;

function withoutBacklink(url: string): string {
  if (onGitHub.test(url)) return viaRedirect(url);
  return url.replaceAll(/\/(?:issues|pull|discussions|commit)(?=\/)/gi, encode);
}

/**
 * Behind a bracket that nothing closes, cmark-gfm makes no link of an address (`cmark_inline_parser_in_bracket` in its
 * extensions/autolink.c), and what stands in it is looked at: the same address in other letters.
 */
function withoutReferences(url: string, mayBeInBrackets: boolean): string {
  if (!mayBeInBrackets) return url;
  return url.replaceAll("@", "%40").replaceAll(/(?<=#)\d/g, (digit) => `%3${digit}`);
}

/** An address on GitHub Enterprise, which has no redirecting host: the same address in other letters. */
function encode(part: string): string {
  return `/%${part.charCodeAt(1).toString(16)}${part.slice(2)}`;
}

/** Mentions, references to issues, and hashes of commits are words that GitHub makes links of. */
function breakWords(text: string): string {
  return breakHashes(text)
    .replaceAll(/@(?=\S)/g, `@${gap}`)
    .replaceAll(/#(?=[^\s#])/g, `#${gap}`)
    .replaceAll(/(GH\\?-)(?=\d)/gi, `$1${gap}`)
    .replaceAll(/(\/\/)(?:www\.)?(?=github\.com[/:?#])/gi, "$1redirect.")
    .replaceAll(/(?<![.a-z\d])www\.(?=github\.com[/:?#])/gi, "https://redirect.");
}

/** Whether no text that GitHub looks at has anything left to find. */
function isSafe(markdown: string): boolean {
  const waiting: Node[] = [parseMarkdown(`\n${markdown}`)];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === "html") return false;
    if (node.type === "text" && isNoticed(valueOf(node))) return false;
    if (node.type !== "link") waiting.push(...childrenOf(node));
  }
  return true;
}

function isNoticed(text: string): boolean {
  const words = text.replaceAll(bareUrl, "");
  const isWord = /@\w|#\d|GH-\d/i.test(words) || breakHashes(words) !== words;
  return isWord || /(?:\/\/|www\.)github\.com[/:?#]/i.test(text);
}
