import type { Nodes } from "mdast";
import { attributeOf, htmlTokens } from "../../text/html-tokens.ts";
import { childrenOf, plainText } from "../../text/plain-text.ts";
import type { Block } from "./blocks.ts";

/** Longest block that may close a page, in UTF-16 units: what is longer says more than "ask there". */
const maxRemark = 600;

/**
 * Whether a block leads elsewhere and says nothing: back to the top, to the next page, or (in a quote) to a
 * translation.
 */
export function isNavigation({ node }: Block): boolean {
  if (node.type !== "paragraph" && node.type !== "html" && node.type !== "blockquote") return false;
  const links = linksIn(node);
  const said = plainText(node);
  if (links.length === 0 || said.length > 200) return false;
  const rest = links.reduce((text, link) => text.replace(link.text, " "), said);
  if (/[\p{L}\p{N}]/u.test(rest.replaceAll(/\b(?:back to|go to|return to|previous|next|prev|up)\b/giu, " ")))
    return false;
  return node.type === "blockquote" || links.every(isWayAround);
}

interface Link {
  readonly url: string;
  readonly text: string;
}

function linksIn(node: Nodes): Link[] {
  if (node.type === "link") return [{ url: node.url, text: plainText(node) }];
  if (node.type === "linkReference") return [{ url: "", text: plainText(node) }];
  if (node.type === "paragraph" && node.children.some(({ type }) => type === "html")) {
    return [...linksInHtml(htmlOf(node)), ...childrenOf(node).flatMap((it) => linksIn(it as Nodes))];
  }
  if (node.type === "html") return linksInHtml(node.value);
  return childrenOf(node).flatMap((it) => linksIn(it as Nodes));
}

/** The HTML of a paragraph with its words. */
function htmlOf(node: Nodes): string {
  if (node.type === "html") return node.value;
  return "value" in node
    ? node.value
    : childrenOf(node)
        .map((it) => htmlOf(it as Nodes))
        .join("");
}

function linksInHtml(html: string): Link[] {
  const links: { url: string; text: string }[] = [];
  let open: { url: string; text: string } | undefined;
  for (const token of htmlTokens(html)) {
    if (token.kind === "text" && open !== undefined) open.text += token.text;
    if (token.kind === "open" && token.name === "a") {
      const url = attributeOf(token.source, "href");
      open = url === undefined ? undefined : { url, text: "" };
      if (open !== undefined) links.push(open);
    }
    if (token.kind === "close" && token.name === "a") open = undefined;
  }
  return links.map(({ url, text }) => ({ url, text: text.replaceAll(/\s+/gu, " ").trim() }));
}

function isWayAround({ url, text }: Link): boolean {
  const isInside = url === "" || url.startsWith("#");
  const inside =
    /\b(?:top|up|back|contents?|toc|index|menu|faqs?|questions?|home|start)\b|[↑⬆⇧⤴🔝🔼☝]|顶部|目录|返回|\^$/iu;
  const across = /\b(?:prev(?:ious)?|next|(?:go )?back(?: to)?|home|top)\b|[←→«»⬅➡◀▶]|上一|下一/iu;
  return isInside ? inside.test(text) : across.test(text);
}

const includes =
  /^(?:\{%-?\s*include\w*\b[^%]*%\}|\{\{[^}]*\}\}|-{2}8<-{2}\s.*|!include\s.*|@include\b.*|<!-- ?@include\b.*|\[\[_?toc_?\]\]|\{:toc\})$/iu;

/** Whether a block takes in another file, or what a generator puts there: `{% include footer.html %}`. */
export function isInclude({ start, end }: Block, text: string): boolean {
  const lines = text
    .slice(start, Math.min(end, start + maxRemark))
    .trim()
    .split(/[\r\n]/u)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return lines.every((line) => includes.test(line));
}

/** How a page says, in the first words of a block, where to ask what it does not answer. */
const asksOn =
  /^\W*(?:(?:(?:if|when|should) (?:you|your|the)|have|got|for|do you have|is there|are there|any|in case)\b[^.!?]{0,60}\b(?:(?:other|another|more|further|additional|any|unanswered) (?:\w+ )?questions?|questions?[^.!?]{0,30}\b(?:not|isn['’]?t|aren['’]?t|wasn['’]?t|missing)\b|(?:do(?:es)? not|don['’]?t|doesn['’]?t) (?:include|cover|answer|find)\b[^.!?]{0,60}\b(?:situation|questions?|answers?|case|looking for)|(?:can['’]?t|cannot|couldn['’]?t|did not|didn['’]?t) find\b[^.!?]{0,40}\b(?:answers?|questions?|looking for|here|above|listed))|still (?:stuck|confused|unsure|lost|need(?:ing)? help|have (?:\w+ )?questions?)\b|(?:any |more |other |further )+questions?\b|(?:can['’]?t|cannot|couldn['’]?t|didn['’]?t|did not|don['’]?t) (?:find|see)\b[^.!?]{0,40}\b(?:answers?|questions?|looking for)|(?:your|my) question\b[^.!?]{0,30}\b(?:not|isn['’]?t|missing|unanswered)\b|need (?:more|further|additional) help|last (?:updated|modified|edited)\b|was this (?:page|article|faq) helpful|(?:this|the) (?:faq|page|document) (?:is|was|will be) (?:maintained|(?:last )?updated|generated|a work in progress))/iu;

/** The same as a title of its own. */
const asksOnTitle =
  /^\W*(?:i have (?:another|more|other|further) questions?\W*$|.{0,50}\bstill have (?:\w+ )?questions?\b|still|have (?:(?:any|more|other|another|a|additional|further) )*(?:questions?|issues?|problems?)|(?:got |any )?(?:(?:more|other|another|additional|further) )+(?:questions?|issues?|problems?|help)|any questions|need (?:(?:more|further|additional|any|some) )?help|more help|(?:my|your|the) (?:question|issue|problem|answer)s?\b.{0,30}\b(?:not|isn['’]?t|aren['’]?t|wasn['’]?t|missing|un\w+ed)\b|(?:didn['’]?t|did not|can['’]?t|cannot|couldn['’]?t|don['’]?t|do not) (?:find|see)|(?:is )?(?:something|anything) (?:missing|to add)|question not|other (?:situations?|cases|questions?)$|where (?:can|do|could) i (?:get|find|ask for) (?:(?:more|further|additional) )?(?:help|support|information)\b|(?:licen[sc]e|contact(?: us)?|contributing|acknowledge?ments|credits|references|resources|see also|support|related(?: \w+)?|next steps)\W*$|更多帮助|其他问题|还有问题|not (?:listed|answered|here)|getting (?:more )?help|get help|(?:further|more) (?:reading|information|resources))/iu;

/** Whether a heading or question sends people on whose question is not here: "Still have questions?" */
export function isClosingTitle(title: string): boolean {
  const line = title.trim();
  return (
    line.length <= 80 &&
    asksOnTitle.test(line) &&
    !/^\W*still (?:getting|seeing|not|doesn|won|fails?|crash)/iu.test(line)
  );
}

/** Whether a block tells where to ask on, or when the page was changed: what closes a page, and answers nothing. */
export function isClosingRemark({ node, start, end }: Block): boolean {
  if (node.type !== "paragraph" && node.type !== "blockquote" && node.type !== "html") return false;
  if (end - start > maxRemark) return false;
  return asksOn.test(
    plainText(node)
      .replaceAll(/\s+/gu, " ")
      .replace(/^\[![A-Z]+\] ?/u, ""),
  );
}
