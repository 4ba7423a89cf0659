import { html } from "hono/html";
import type {
  ProjectV2,
  ProjectV2FieldConfiguration,
  ProjectV2Item,
  ProjectV2SingleSelectField,
} from "../../world/objects.ts";
import { pathOf } from "../../world/urls.ts";
import type { Html } from "./html.ts";
import { threadTitle } from "./thread-title.ts";
import { day } from "./time-ago.ts";

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
            ${column.items.map((item) => card(item, project))}
          </section>`,
      )}
    </div>`;
}

function card(item: ProjectV2Item, project: ProjectV2): Html {
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
