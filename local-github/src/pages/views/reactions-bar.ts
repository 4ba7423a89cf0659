import { html } from "hono/html";
import type { Reactable, ReactionContent } from "../../world/objects.ts";
import { reactionContents } from "../../world/reactions.ts";
import type { Visit } from "../visit.ts";
import { actionFields } from "./forms.ts";
import { type Html, icon } from "./elements.ts";

const names: Readonly<Record<ReactionContent, string>> = {
  THUMBS_UP: "thumbs up",
  THUMBS_DOWN: "thumbs down",
  LAUGH: "laugh",
  HOORAY: "hooray",
  CONFUSED: "confused",
  HEART: "heart",
  ROCKET: "rocket",
  EYES: "eyes",
};

/** Reactions with who gave them, and a menu to add one. Pressing a given one again takes it back. */
export function reactionsBar(visit: Visit, subject: Reactable): Html {
  const given = reactionContents.filter((content) =>
    subject.reactions.some((reaction) => reaction.content === content),
  );
  const menu = html`<details class="menu">
    <summary class="button button-small" aria-label="Add a reaction">${icon("smile")}</summary>
    <span class="menu-items">${reactionContents.map((content) => button(visit, subject, content, false))}</span>
  </details>`;
  return html`<form class="reactions" method="post" action="/-/react">
    ${actionFields(visit, subject)}
    ${given.map((content) => button(visit, subject, content, true))}${visit.person === undefined ? "" : menu}
  </form>`;
}

function button(visit: Visit, subject: Reactable, content: ReactionContent, withCount: boolean): Html {
  const name = names[content];
  const people = subject.reactions.filter((reaction) => reaction.content === content).map(({ user }) => user);
  const isMine = visit.person !== undefined && people.includes(visit.person);
  const who = people.length === 0 ? "" : `: ${people.map(({ login }) => login).join(", ")}`;
  return html`<button
    class="button button-small reaction"
    name="content"
    value="${content}"
    title="${name}${withCount ? who : ""}"
    aria-label="${name}${withCount ? who : ""}"
    aria-pressed="${String(isMine)}"
  >
    ${icon(content)}${withCount ? html` <span>${people.length}</span>` : ""}
  </button>`;
}
