import { html } from "hono/html";
import type { Html } from "../html.ts";
import { styleSheetPath } from "./style-sheet.ts";

/** Whoever looks at a page, for its frame. */
export interface FrameViewer {
  readonly login: string;
  readonly isOperator: boolean;
  readonly formToken: string;
}

/** A page with what its frame shows. */
export interface FramedPage {
  readonly title: string;
  readonly body: Html;
  readonly viewer: FrameViewer | undefined;
  readonly hasSignIn: boolean;
  /** Path and query of this page, to come back to. */
  readonly path: string;
  /** The repository it is about, and the navigation there. */
  readonly repository?: { readonly name: string; readonly path: string; readonly nav: readonly NavEntry[] };
}

export interface NavEntry {
  readonly label: string;
  readonly href: string;
  readonly isCurrent: boolean;
}

/** The whole document. */
export function layout(page: FramedPage): Html {
  const { title, body, repository } = page;
  const about = repository === undefined ? "" : ` · ${repository.name}`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}${about} · Frontdesk</title>
        <link rel="icon" href="/-/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="${styleSheetPath}" />
      </head>
      <body>
        <a class="skip" href="#main">Skip to content</a>
        ${banner(page)} ${repository === undefined ? "" : sections(repository.nav)}
        <main id="main" tabindex="-1">
          <h1>${title}</h1>
          ${body}
        </main>
        <footer class="foot"><p>Made from what Frontdesk has recorded.</p></footer>
      </body>
    </html>`;
}

function banner({ viewer, hasSignIn, path, repository }: FramedPage): Html {
  const place = repository && html`<a href="${repository.path}">${repository.name}</a>`;
  return html`<header class="banner">
    <div>
      <a class="brand" href="/">Frontdesk</a>
      ${place ?? ""}
      <div class="who">${viewer ? signedIn(viewer) : hasSignIn ? signInLink(path) : ""}</div>
    </div>
  </header>`;
}

function signedIn({ login, isOperator, formToken }: FrameViewer): Html {
  return html`${isOperator ? html`<a href="/-/inbox">Inbox</a>` : ""}<span>${login}</span>
    <form method="post" action="/sign-out">
      <input type="hidden" name="token" value="${formToken}" /><button>Sign out</button>
    </form>`;
}

function signInLink(path: string): Html {
  return html`<a href="/sign-in?return_to=${encodeURIComponent(path)}">Sign in with GitHub</a>`;
}

function sections(nav: readonly NavEntry[]): Html {
  if (nav.length === 0) return html``;
  const entries = nav.map(
    ({ label, href, isCurrent }) =>
      html`<li><a href="${href}" ${isCurrent ? html` aria-current="page"` : ""}>${label}</a></li>`,
  );
  return html`<nav class="sections" aria-label="Pages">
    <ul>
      ${entries}
    </ul>
  </nav>`;
}
