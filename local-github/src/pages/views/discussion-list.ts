import { html } from "hono/html";
import type { Discussion, Repository } from "../../world/objects.ts";
import { pageSize, type DiscussionFilter } from "../discussion-filter.ts";
import { nameWithOwner } from "../../world/repositories.ts";
import type { Visit } from "../visit.ts";
import { actionButton } from "./forms.ts";
import { categoryIcon, icon, type Html } from "./elements.ts";
import { threadRow } from "./thread-parts.ts";

/** The threads of a repository, with categories at the side and a few filters above. */
export function discussionList(
  visit: Visit,
  repository: Repository,
  filter: DiscussionFilter,
  discussions: readonly Discussion[],
): Html {
  const root = `/${nameWithOwner(repository)}/discussions`;
  const category = filter.category === undefined ? "" : `?category=${filter.category.slug}`;
  return html`<div class="with-side">
    <aside>
      <h2>Categories</h2>
      ${categories(repository, filter)}
    </aside>
    <div>
      <div class="toolbar">
        <h1>${filter.category?.name ?? "Discussions"}</h1>
        <a class="button button-main" href="${root}/new${category}">New discussion</a>
      </div>
      ${search(filter)}
      <ul class="rows" id="threads" data-live>
        ${discussions.slice((filter.page - 1) * pageSize, filter.page * pageSize).map((discussion) => row(visit, discussion))}
        ${discussions.length === 0 ? html`<li class="empty">Nothing here matches.</li>` : ""}
      </ul>
      ${pager(visit, filter, discussions.length)}
    </div>
  </div>`;
}

/** Links to the pages before and after, where there are any. */
function pager({ path }: Visit, { page }: DiscussionFilter, count: number): Html {
  const link = (to: number, text: string): Html => {
    const [address = "", query] = path.split("?");
    const search = new URLSearchParams(query);
    search.set("page", String(to));
    return html`<a class="button" href="${address}?${search}">${text}</a>`;
  };
  return html`<nav class="pager" aria-label="Pages">
    ${page > 1 ? link(page - 1, "Previous") : ""} ${page * pageSize < count ? link(page + 1, "Next") : ""}
  </nav>`;
}

function categories(repository: Repository, filter: DiscussionFilter): Html {
  const root = `/${nameWithOwner(repository)}/discussions`;
  const links = repository.discussionCategories.map(
    (category) =>
      html`<li>
        <a href="${root}/categories/${category.slug}" ${category === filter.category ? html`aria-current="page"` : ""}
          >${categoryIcon(category)} ${category.name}</a
        >
      </li>`,
  );
  return html`<ul class="side-links">
    <li>
      <a href="${root}" ${filter.category === undefined ? html`aria-current="page"` : ""}
        >${icon("comment")} All discussions</a
      >
    </li>
    ${links}
  </ul>`;
}

const states: readonly (readonly [value: DiscussionFilter["state"], text: string])[] = [
  ["open", "Open"],
  ["unanswered", "Unanswered"],
  ["answered", "Answered"],
  ["closed", "Closed"],
  ["all", "All"],
];

function search(filter: DiscussionFilter): Html {
  const options = states.map(
    ([value, text]) => html`<option value="${value}" ${value === filter.state ? "selected" : ""}>${text}</option>`,
  );
  return html`<form class="filters" method="get" role="search">
    <label class="unseen" for="words">Words in title or text</label>
    <input id="words" name="q" type="search" value="${filter.words}" placeholder="Search in title and text" />
    <label class="unseen" for="state">State</label>
    <select id="state" name="state" data-submit>
      ${options}
    </select>
    <label class="unseen" for="sort">Order</label>
    <select id="sort" name="sort" data-submit>
      <option value="new" ${filter.sort === "new" ? "selected" : ""}>Newest</option>
      <option value="active" ${filter.sort === "active" ? "selected" : ""}>Last active</option>
      <option value="top" ${filter.sort === "top" ? "selected" : ""}>Most votes</option>
    </select>
    <button class="button">Search</button>
  </form>`;
}

function row(visit: Visit, discussion: Discussion): Html {
  const { category, comments } = discussion;
  const said = comments.reduce((sum, comment) => sum + 1 + comment.replies.length, 0);
  const lock = discussion.locked ? html` · <span>${icon("lock")} locked</span>` : "";
  return threadRow(
    {
      thread: discussion,
      lead: html`${voteButton(visit, discussion)}<span class="row-icon" aria-hidden="true"
          >${categoryIcon(category)}</span
        >`,
      notes: html`in ${category.name}${lock}`,
      comments: said,
    },
    visit.world.now(),
  );
}

/** Votes of a discussion, with a button to give or take back one's own. */
export function voteButton(visit: Visit, discussion: Discussion): Html {
  const count = discussion.upvoters.size;
  const isMine = visit.person !== undefined && discussion.upvoters.has(visit.person.login);
  return actionButton(visit, {
    action: isMine ? "take-vote-back" : "vote",
    subject: discussion,
    text: html`<span aria-hidden="true">↑</span> ${count}`,
    className: "button-small vote",
    label: `Upvote: ${count} so far`,
    pressed: isMine,
  });
}
