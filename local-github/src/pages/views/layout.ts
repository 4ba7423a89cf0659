import { html } from "hono/html";
import type { Html } from "./html.ts";
import type { Repository } from "../../world/objects.ts";
import { nameWithOwner } from "../../world/repositories.ts";
import type { PageRequest, Visit } from "../visit.ts";
import { actAsMenu } from "./act-as-menu.ts";
import { repositoryHeader, type Tab } from "./repository-header.ts";

/** What a page is made of besides its frame. */
export interface PageParts {
  readonly title: string;
  readonly main: Html;
  readonly repository?: Repository;
  /** The tab of the repository this page is under. */
  readonly tab?: Tab;
  readonly status?: 200 | 403 | 404 | 422;
}

/** Answers with a whole page. */
export async function showPage(c: PageRequest, parts: PageParts): Promise<Response> {
  return c.html(frame(c.var.visit, parts), parts.status ?? 200);
}

function frame(visit: Visit, { title, main, repository, tab }: PageParts): Html {
  const place = repository === undefined ? "" : ` · ${nameWithOwner(repository)}`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}${place} · Local GitHub</title>
        <link rel="icon" href="/-/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/-/style.css" />
        <script src="/-/watch.js" defer></script>
      </head>
      <body>
        <a class="skip" href="#main">Skip to content</a>
        ${banner(visit, repository)} ${repository === undefined ? "" : repositoryHeader(repository, tab)}
        <main id="main">${main}</main>
        <footer>
          <p>A stand-in for GitHub on this machine. Nothing here reaches github.com.</p>
        </footer>
        <p id="news" class="unseen" role="status"></p>
      </body>
    </html>`;
}

function banner(visit: Visit, repository: Repository | undefined): Html {
  return html`<header class="banner">
    <a class="brand" href="/">
      <svg viewBox="0 0 32 32" aria-hidden="true"><use href="/-/icon.svg#mark" /></svg>Local GitHub
    </a>
    <span class="stand-in">local stand-in</span>
    <nav aria-label="Server"><a href="/-/deliveries">Activity</a></nav>
    ${actAsMenu(visit, repository)}
  </header>`;
}
