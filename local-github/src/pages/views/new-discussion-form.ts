import { html } from "hono/html";
import type { DiscussionCategory, Repository } from "../../world/objects.ts";
import type { CategoryForm, FormElement } from "../category-form.ts";
import { renderMarkdown } from "../markdown/render-markdown.ts";
import { nameWithOwner } from "../../world/repositories.ts";
import type { Visit } from "../visit.ts";
import { categoryIcon, type Html } from "./elements.ts";
import { textBox } from "./forms.ts";

/** First step of a new discussion: where it belongs. */
export function chooseCategory(repository: Repository): Html {
  const links = repository.discussionCategories.map(
    (category) =>
      html`<li class="row">
        <span class="row-icon" aria-hidden="true">${categoryIcon(category)}</span>
        <div class="row-main">
          <strong>${category.name}</strong>
          <p class="quiet">${category.description ?? ""}</p>
        </div>
        <a class="button" href="/${nameWithOwner(repository)}/discussions/new?category=${category.slug}"
          >Start<span class="unseen"> in ${category.name}</span></a
        >
      </li>`,
  );
  return html`<div class="narrow">
    <h1>Start a new discussion</h1>
    <ul class="rows">
      ${links}
    </ul>
  </div>`;
}

/** Second step: the fields of the category's form, or one text box where it has none. */
export function newDiscussionForm(visit: Visit, category: DiscussionCategory, form: CategoryForm | undefined): Html {
  const { person } = visit;
  const send =
    person === undefined
      ? html`<p class="message">Choose whom to act as, at the top of the page, to start a discussion.</p>`
      : html`<button class="button button-main">Start discussion as ${person.login}</button>`;
  return html`<div class="narrow">
    <h1>${categoryIcon(category)} New discussion in ${category.name}</h1>
    <form class="composer" method="post">
      <label for="title">Title</label>
      <input id="title" name="title" required maxlength="256" value="${form?.title ?? ""}" autocomplete="off" />
      ${form === undefined ? textBox({ id: "body", label: "Text", rows: 10 }) : form.body.map(formField)} ${send}
    </form>
  </div>`;
}

function formField(element: FormElement, index: number): Html {
  const name = `answer-${index}`;
  switch (element.type) {
    case "markdown":
      return html`<div class="markdown form-note">${renderMarkdown(element.attributes.value)}</div>`;
    case "input":
      return html`${fieldLabel(element, name)}
        <input
          id="${name}"
          name="${name}"
          value="${element.attributes.value ?? ""}"
          placeholder="${element.attributes.placeholder ?? ""}"
          ${element.validations.required ? "required" : ""}
        />`;
    case "textarea":
      return textBox({
        id: name,
        name,
        label: element.attributes.label,
        value: element.attributes.value ?? "",
        placeholder: element.attributes.placeholder ?? "",
        required: element.validations.required,
        note: fieldNote(element),
      });
    case "dropdown":
      return html`${fieldLabel(element, name)}
        <select
          id="${name}"
          name="${name}"
          ${element.attributes.multiple ? "multiple" : ""}
          ${element.validations.required ? "required" : ""}
        >
          ${emptyChoice(element)} ${element.attributes.options.map((option) => html`<option>${option}</option>`)}
        </select>`;
    case "checkboxes":
      return html`<fieldset>
        <legend>${element.attributes.label}</legend>
        ${element.attributes.options.map(
          ({ label, required }, at) =>
            html`<label class="tick"
              ><input type="checkbox" name="${name}" value="${at}" ${required ? "required" : ""} />
              <span class="markdown">${renderMarkdown(label)}</span></label
            >`,
        )}
      </fieldset>`;
  }
}

function emptyChoice({ attributes, validations }: Extract<FormElement, { type: "dropdown" }>): Html | string {
  if (attributes.multiple) return "";
  return html`<option value="">${validations.required ? "Choose one" : "None"}</option>`;
}

type LabelledElement = Exclude<FormElement, { type: "markdown" }>;

function fieldLabel(element: LabelledElement, id: string): Html {
  return html`<label for="${id}">${element.attributes.label}</label>${fieldNote(element)}`;
}

function fieldNote(element: LabelledElement): Html | string {
  const { description } = element.attributes;
  return description === undefined ? "" : html`<div class="markdown quiet">${renderMarkdown(description)}</div>`;
}
