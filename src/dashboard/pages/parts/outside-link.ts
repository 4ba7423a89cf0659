import { html } from "hono/html";
import type { Html } from "../../html.ts";

/** A link to where something is on GitHub or on a docs site. Anything but the web's own addresses stays text. */
export function outsideLink(url: string, text: string): Html {
  return /^https?:\/\//iu.test(url) ? html`<a href="${url}">${text}</a>` : html`${text}`;
}
