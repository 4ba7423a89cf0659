import { html } from "hono/html";
import type {
  ProjectV2,
  ProjectV2FieldConfiguration,
  ProjectV2Item,
  ProjectV2SingleSelectField,
  Milestone,
  Repository,
} from "../../world/objects.ts";
import { pathOf } from "../../world/urls.ts";
import { type Html, day } from "./elements.ts";
import { threadTitle } from "./thread-parts.ts";

/** A project as columns of its field `Status`; items without one stand in a column of their own. */
export function boardView(project: ProjectV2): Html {
  const status = project.fields.find(
    (field): field is ProjectV2SingleSelectField => field.dataType === "SINGLE_SELECT" && field.name === "Status",
  );
  const items = project.items.filter(({ isArchived }) => !isArchived);
  const columns = (status?.options ?? []).map(({ id, name }) => ({
    name,
    items: items.filter((item) => status !== undefined && item.values.get(status.id)?.singleSelectOptionId === id),
  }));
  const placed = new Set(columns.flatMap((column) => column.items));
  const rest = items.filter((item) => !placed.has(item));
  const shown = rest.length === 0 ? columns : [{ name: "No status", items: rest }, ...columns];
  return html`<h1>${project.title}</h1>
    <p class="lead">${project.shortDescription ?? ""}</p>
    <div class="board" id="board" data-live>
      ${shown.map(
        (column) =>
          html`<section class="column" aria-label="${column.name}">
            <h2>${column.name} <span class="count">${column.items.length}</span></h2>
            ${column.items.map((item) => itemCard(item, project))}
          </section>`,
      )}
    </div>`;
}

function itemCard(item: ProjectV2Item, project: ProjectV2): Html {
  const { content } = item;
  const title =
    content.__typename === "DraftIssue"
      ? content.title
      : html`<a href="${pathOf(content)}">${threadTitle(content.title)}</a>`;
  const number = content.__typename === "DraftIssue" ? "draft" : `#${content.number}`;
  const facts = project.fields.flatMap((field) => (field.name === "Status" ? [] : shownValue(item, field)));
  return html`<article class="card">
    <p>${title} <span class="quiet">${number}</span></p>
    <p>${facts.map(([name, value]) => html`<span class="tag" title="${name}">${value}</span> `)}</p>
  </article>`;
}

function shownValue(item: ProjectV2Item, field: ProjectV2FieldConfiguration): readonly (readonly [string, string])[] {
  const value = item.values.get(field.id);
  if (value === undefined) return [];
  if (value.date !== undefined) return [[field.name, day(value.date)]];
  if (field.dataType === "SINGLE_SELECT") {
    const option = field.options.find(({ id }) => id === value.singleSelectOptionId);
    return option === undefined ? [] : [[field.name, option.name]];
  }
  const plain = value.text ?? value.number;
  return plain === undefined ? [] : [[field.name, String(plain)]];
}

/** Milestones with what belongs to them: open ones first, the nearest date on top. */
export function milestonesView(repository: Repository, now: Date): Html {
  const sorted = repository.milestones.toSorted(
    (one, other) => rank(one) - rank(other) || (one.dueOn ?? "9").localeCompare(other.dueOn ?? "9"),
  );
  return html`<h1>Milestones</h1>
    <ul class="cards" id="milestones" data-live>
      ${sorted.map((milestone) => milestoneCard(repository, milestone, now))}
      ${sorted.length === 0 ? html`<li class="empty">No milestones.</li>` : ""}
    </ul>`;
}

function rank({ state }: Milestone): number {
  return state === "OPEN" ? 0 : 1;
}

function milestoneCard(repository: Repository, milestone: Milestone, now: Date): Html {
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
