import { html } from "hono/html";
import type { Actor, Repository } from "../../world/objects.ts";
import { roleOf } from "../../world/people.ts";
import type { Html } from "./html.ts";

/** How many colours the style sheet has for avatars. */
const COLOURS = 8;

/** Initials on a colour of their own, as nobody here has a picture. Decoration: the login stands beside it. */
export function avatar(actor: Actor | null): Html {
  const login = actor?.login ?? "ghost";
  const colour = Buffer.from(login).reduce((sum, byte) => sum + byte, 0) % COLOURS;
  const kind = actor?.__typename === "Bot" ? "avatar-bot" : "";
  return html`<span class="avatar avatar-${colour} ${kind}" aria-hidden="true">${initials(login)}</span>`;
}

function initials(login: string): string {
  const [first = "", second = ""] = login.split(/[-_]/u);
  return (first.charAt(0) + second.charAt(0)).toUpperCase();
}

/** Login, with `bot` beside it for apps. GitHub shows `ghost` where the account is gone. */
export function byline(actor: Actor | null): Html {
  const bot = actor?.__typename === "Bot" ? html` <span class="tag">bot</span>` : "";
  return html`<strong class="login">${actor?.login ?? "ghost"}</strong>${bot}`;
}

/** What somebody is in a repository, in a word; empty for who may only read. */
export function roleTag(repository: Repository, actor: Actor | null, author: Actor | null): Html {
  const role = actor?.__typename === "User" ? roleOf(repository, actor.login) : undefined;
  const shown = role === undefined || role === "read" ? "" : html`<span class="tag">${role}</span>`;
  const asker = actor !== null && actor === author ? html`<span class="tag tag-author">author</span>` : "";
  return html`${shown}${asker}`;
}
