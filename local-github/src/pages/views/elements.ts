import type { HtmlEscapedString } from "hono/utils/html";
import { html } from "hono/html";
import type { Actor, DiscussionCategory, Label, Repository } from "../../world/objects.ts";
import { roleOf } from "../../world/people.ts";

/** A piece of a page, as hono's `html` makes it: everything put into it is escaped. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/**
 * An icon from `assets/icons.svg`, as decoration beside words. Emoji would need a font that servers and
 * containers lack.
 */
export function icon(name: string): Html {
  return html`<svg class="icon" aria-hidden="true"><use href="/-/icons.svg#${name}" /></svg>`;
}

const drawn = new Set(["mega", "speech_balloon", "bulb", "pray", "raised_hands", "ballot_box"]);

/** The icon of a category by its emoji; a speech balloon for those that are not drawn. */
export function categoryIcon({ emoji }: DiscussionCategory): Html {
  const name = emoji.replaceAll(":", "");
  return icon(drawn.has(name) ? name : "speech_balloon");
}

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

const units: readonly (readonly [name: Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
];
const words = new Intl.RelativeTimeFormat("en", { numeric: "auto" });

/** A moment as a distance from now, with the exact time for who points at it or reads it by machine. */
export function timeAgo(iso: string, now: Date): Html {
  return html`<time datetime="${iso}" title="${iso}">${distance(iso, now)}</time>`;
}

function distance(iso: string, now: Date): string {
  const seconds = (Date.parse(iso) - now.getTime()) / 1000;
  const unit = units.find(([, size]) => Math.abs(seconds) >= size);
  return unit === undefined ? "just now" : words.format(Math.trunc(seconds / unit[1]), unit[0]);
}

/** The day of a moment, such as `3 May 2026`, in UTC. */
export function day(iso: string): string {
  return new Date(iso).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}

/** Labels as small tags. The colour is an SVG attribute, because the pages allow no inline styles. */
export function labelTags(labels: readonly Label[]): Html {
  return html`<span class="labels"
    >${labels.map(
      ({ name, color, description }) =>
        html`<span class="label" title="${description ?? name}"
          ><svg viewBox="0 0 10 10" aria-hidden="true"><circle cx="5" cy="5" r="5" fill="#${color}" /></svg
          >${name}</span
        >`,
    )}</span
  >`;
}
