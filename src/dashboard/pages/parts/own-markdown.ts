import { html } from "hono/html";
import type { Node } from "mdast";
import { parseMarkdown } from "../../../text/parse-markdown.ts";
import { childrenOf, plainText, valueOf } from "../../../text/plain-text.ts";
import type { Html } from "../../html.ts";

/** Markdown of our own, such as a definition: paragraphs, lists, code, emphasis and links. Of anything else the text is shown. */
export function ownMarkdown(markdown: string): Html {
  return html`${childrenOf(parseMarkdown(markdown)).map(show)}`;
}

function show(node: Node): Html {
  const inner = () => childrenOf(node).map(show);
  switch (node.type) {
    case "paragraph":
      return html`<p>${inner()}</p>`;
    case "list":
      return html`<ul>
        ${inner()}
      </ul>`;
    case "listItem":
      return html`<li>${inner()}</li>`;
    case "strong":
      return html`<strong>${inner()}</strong>`;
    case "emphasis":
      return html`<em>${inner()}</em>`;
    case "text":
      return html`${valueOf(node)}`;
    case "inlineCode":
      return html`<code>${valueOf(node)}</code>`;
    case "link": {
      const url = "url" in node ? String(node.url) : "";
      // Of a page of our docs the words are shown: this server has no such page.
      return /^https?:/u.test(url) ? html`<a href="${url}">${inner()}</a>` : html`${inner()}`;
    }
    default:
      return html`${plainText(node)}`;
  }
}
