import { html } from "hono/html";
import { fullName } from "../../core/repository-name.ts";
import type { Html } from "../html.ts";
import { repositoryPath } from "../links.ts";
import type { SiteContext, SitePage } from "../page.ts";

/** The first page: which repositories there are for whoever looks. */
export const home: SitePage = {
  path: "/",
  audience: "everybody",
  summary: "The repositories that you may see.",
  async render(context) {
    const repositories = await context.visibleRepositories();
    const entries = repositories.map((it) => html`<li><a href="${repositoryPath(it)}">${fullName(it)}</a></li>`);
    const list =
      entries.length > 0
        ? html`<ul class="plain">
            ${entries}
          </ul>`
        : none(context);
    return { title: "Frontdesk", body: html`${introduction(context)}${list}` };
  },
};

function introduction({ viewer, hasSignIn }: SiteContext<never>): Html {
  if (viewer)
    return html`<p>You are signed in as ${viewer.login}. You see the repositories that you can read on GitHub.</p>`;
  const what = html`<p>
    Technical support on GitHub Discussions: how long people wait, what is answered, and what is decided.
  </p>`;
  return hasSignIn
    ? html`${what}
        <p><a class="button main" href="/sign-in">Sign in with GitHub</a></p>
        <p>
          Then you see the repositories that you can read there. I keep your name for eight hours, in a cookie, and no
          token.
        </p>`
    : html`${what}
        <p>
          Nobody can sign in here: the operator of this server has not set that up. Only repositories that are for
          everybody are shown.
        </p>`;
}

function none({ viewer }: SiteContext<never>): Html {
  return viewer
    ? html`<p>
        There is none: I am at work in no repository that you can read. If you expected one, see whether the app is
        installed there.
      </p>`
    : html`<p>No repository is for everybody.</p>`;
}
