import { html } from "hono/html";
import type { Html } from "../../html.ts";
import { withQuery, type Query } from "./links.ts";

/** The way to the pages before and behind this one; nothing where there is but one. */
export function pager(
  path: string,
  query: Query,
  { page, pages }: { readonly page: number; readonly pages: number },
  fragment = "",
): Html {
  if (pages <= 1) return html``;
  const link = (to: number, text: string, rel: string) =>
    to < 1 || to > pages
      ? ""
      : html`<a class="button" rel="${rel}" href="${withQuery(path, { ...query, page: to })}${fragment}">${text}</a>`;
  return html`<nav aria-label="Pages of the list">
    <p>${link(page - 1, "Previous", "prev")} Page ${page} of ${pages} ${link(page + 1, "Next", "next")}</p>
  </nav>`;
}
