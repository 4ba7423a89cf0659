import { html } from "hono/html";
import type { Html } from "./html.ts";

/** A title with what stands between backticks as code, the one bit of Markdown that GitHub shows in titles. */
export function threadTitle(title: string): Html {
  // Odd parts are those between backticks; an unpaired one stays text.
  const parts = title.split(/`([^`]+)`/u);
  return html`${parts.map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`;
}
