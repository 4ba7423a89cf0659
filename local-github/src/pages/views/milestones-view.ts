import { html } from "hono/html";
import type { Milestone, Repository } from "../../world/objects.ts";
import { pathOf } from "../../world/urls.ts";
import type { Html } from "./html.ts";
import { threadTitle } from "./thread-title.ts";
import { day } from "./time-ago.ts";

/** Milestones with what belongs to them: open ones first, the nearest date on top. */
export function milestonesView(repository: Repository, now: Date): Html {
  const sorted = repository.milestones.toSorted(
    (one, other) => order(one) - order(other) || (one.dueOn ?? "9").localeCompare(other.dueOn ?? "9"),
  );
  return html`<h1>Milestones</h1>
    <ul class="cards" id="milestones" data-live>
      ${sorted.map((milestone) => card(repository, milestone, now))}
      ${sorted.length === 0 ? html`<li class="empty">No milestones.</li>` : ""}
    </ul>`;
}

function order({ state }: Milestone): number {
  return state === "OPEN" ? 0 : 1;
}

function card(repository: Repository, milestone: Milestone, now: Date): Html {
  const issues = repository.issues.filter((issue) => issue.milestone === milestone);
  const done = issues.filter(({ closed }) => closed).length;
  const isLate = milestone.state === "OPEN" && milestone.dueOn !== null && Date.parse(milestone.dueOn) < now.getTime();
  const due = milestone.dueOn === null ? "no date" : `due ${day(milestone.dueOn)}${isLate ? ", late" : ""}`;
  return html`<li class="card">
    <h2>${milestone.title} <span class="tag">${milestone.state.toLowerCase()}</span></h2>
    <p class="quiet">${due} · ${done} of ${issues.length} done</p>
    <progress max="${Math.max(issues.length, 1)}" value="${done}" aria-label="Issues done"></progress>
    <p>${milestone.description ?? ""}</p>
    <ul>
      ${issues.map((issue) => html`<li>${issue.closed ? "✓ " : ""}<a href="${pathOf(issue)}">${threadTitle(issue.title)}</a></li>`)}
    </ul>
  </li>`;
}
