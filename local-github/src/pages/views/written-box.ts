import { html } from "hono/html";
import type { Actor, Reactable, Repository } from "../../world/objects.ts";
import { hasRole } from "../../world/people.ts";
import { renderMarkdown } from "../markdown/render-markdown.ts";
import { pathOf } from "../../world/urls.ts";
import { findThread, type Visit } from "../visit.ts";
import type { Html } from "./html.ts";
import { actFields } from "./act-button.ts";
import { avatar, byline, roleTag } from "./person.ts";
import { reactionsBar } from "./reactions-bar.ts";
import { textBox } from "./text-box.ts";
import { timeAgo } from "./time-ago.ts";

/** A text that somebody wrote, as it stands in a thread. */
export interface WrittenBox {
  readonly subject: Reactable;
  readonly repository: Repository;
  /** Who opened the thread. */
  readonly threadAuthor: Actor | null;
  /** Id of the element, to link to: `discussioncomment-12`. */
  readonly anchor: string;
  /** `commented`, `asked`. */
  readonly verb: string;
  /** Shown on the right of the head. */
  readonly tags?: Html;
  /** More buttons below the text. */
  readonly acts?: Html;
  /** Buttons that few need, folded away. */
  readonly rareActs?: Html;
  readonly look?: string;
}

/** One text with its author, reactions and what may be done with it. */
export function writtenBox(visit: Visit, box: WrittenBox): Html {
  const { subject, repository, anchor, threadAuthor } = box;
  const edited = subject.lastEditedAt === null ? "" : html` · <span title="${subject.lastEditedAt}">edited</span>`;
  return html`<article
    class="written ${box.look ?? ""}"
    id="${anchor}"
    aria-label="${subject.author?.login ?? "ghost"} ${box.verb}"
  >
    <header>
      ${avatar(subject.author)} ${byline(subject.author)} ${roleTag(repository, subject.author, threadAuthor)}
      <span class="quiet">
        ${box.verb} <a href="#${anchor}">${timeAgo(subject.createdAt, visit.world.now())}</a>${edited}
      </span>
      <span class="head-tags">${box.tags ?? ""}</span>
    </header>
    <div class="markdown">${renderBody(visit, repository, subject.body)}</div>
    <footer>${reactionsBar(visit, subject)} ${box.acts ?? ""} ${editor(visit, box)} ${moreActs(box)}</footer>
  </article>`;
}

/** A body with its mentions and thread numbers linked. */
export function renderBody(visit: Visit, repository: Repository, body: string): Html {
  const thread = (number: number): string | undefined => {
    const found = findThread(repository, number);
    return found === undefined ? undefined : pathOf(found);
  };
  const person = (login: string): boolean => visit.world.findAccount(login) !== undefined;
  return renderMarkdown(body, { references: { thread, person } });
}

function moreActs({ rareActs }: WrittenBox): Html | string {
  if (rareActs === undefined) return "";
  return html`<details class="drawer">
    <summary class="button button-small">More</summary>
    <div class="more">${rareActs}</div>
  </details>`;
}

function editor(visit: Visit, { subject, repository }: WrittenBox): Html | string {
  const { person } = visit;
  if (person === undefined) return "";
  if (subject.author !== person && !hasRole(repository, person, "triage")) return "";
  const id = `edit-${subject.databaseId}`;
  return html`<details class="drawer">
    <summary class="button button-small">Edit</summary>
    <form method="post" action="/-/edit">
      ${actFields(visit, subject)} ${textBox({ id, label: "Edit the text", value: subject.body, rows: 8 })}
      <button class="button button-main">Save</button>
    </form>
  </details>`;
}
