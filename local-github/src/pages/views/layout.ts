import { html } from "hono/html";
import { type Html, avatar } from "./elements.ts";
import type { Repository, User } from "../../world/objects.ts";
import { nameWithOwner } from "../../world/repositories.ts";
import type { PageRequest, Visit } from "../visit.ts";
import { shownTime } from "./clock-view.ts";
import { repositoryHeader, type Tab } from "./repository-header.ts";
import { roleOf } from "../../world/people.ts";

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
    <nav aria-label="Server">
      <a href="/-/deliveries">Activity</a>
      <a id="time" href="/-/clock" title="Move the clock forward" ${visit.path === "/-/clock" ? "data-live" : ""}
        >${shownTime(visit.world.now())}</a
      >
    </nav>
    ${actAsMenu(visit, repository)}
  </header>`;
}

/** Chooses whom the visitor acts as. With a script the choice counts at once; without, by the button. */
export function actAsMenu(visit: Visit, repository: Repository | undefined): Html {
  const { world, person, path } = visit;
  const around = repository ?? world.all("Repository")[0];
  const people = world.all("User");
  const nobody = person === undefined ? html`<option value="" selected>nobody (just looking)</option>` : "";
  return html`<form class="act-as" method="post" action="/-/act-as">
    <input type="hidden" name="back" value="${path}" />
    <label for="act-as">Act as</label>
    ${person === undefined ? "" : avatar(person)}
    <select id="act-as" name="login" data-submit>
      ${nobody}${people.map((each) => option(each, each === person, around))}
    </select>
    <button class="button button-small" data-unscripted>Switch</button>
  </form>`;
}

function option(user: User, isChosen: boolean, repository: Repository | undefined): Html {
  const role =
    repository === undefined ? undefined : (repository.collaborators.get(user.login) ?? inherited(repository, user));
  const shown = role === undefined ? "" : ` (${role})`;
  return html`<option value="${user.login}" ${isChosen ? "selected" : ""}>${user.login}${shown}</option>`;
}

/** The role that nobody gave: that of an owner, or none at all, which on a public repository still lets one read. */
function inherited(repository: Repository, user: User): string {
  return roleOf(repository, user.login) === "admin" ? "admin" : "no role";
}

/** Says what was refused and why. What the visitor had written is shown, so that it is not lost. */
export async function refusalPage(c: PageRequest, status: 403 | 404 | 422, message: string): Promise<Response> {
  const form = c.req.method === "POST" ? await c.req.parseBody() : {};
  const written = typeof form["body"] === "string" ? form["body"] : "";
  const back = backFrom(c);
  return showPage(c, {
    title: "Not done",
    status,
    main: html`<div class="narrow">
      <h1>${status === 404 ? "Not found" : "That was refused"}</h1>
      <p class="message message-error" role="alert">${message}</p>
      ${
        written === ""
          ? ""
          : html`<label for="written">What you wrote</label
              ><textarea id="written" rows="8" readonly>${written}</textarea>`
      }
      <p><a href="${back}">Back</a></p>
    </div>`,
  });
}

/** The page the form was on, when it is one of ours. */
function backFrom(c: PageRequest): string {
  const referrer = URL.parse(c.req.header("referer") ?? "");
  return referrer === null || referrer.origin !== new URL(c.req.url).origin ? "/" : referrer.pathname + referrer.search;
}
