import { html } from "hono/html";
import type { Visit } from "../visit.ts";
import { actFields } from "./act-button.ts";
import type { Html } from "./html.ts";

/** An act that needs a choice first. */
export interface ChoiceForm {
  readonly act: string;
  readonly subject: { readonly id: string };
  /** Name of the field that carries the choice. */
  readonly name: string;
  readonly label: string;
  readonly choices: readonly (readonly [value: string, text: string])[];
  readonly chosen?: string;
  readonly button: string;
}

/** A list to choose from, and a button that does it. */
export function choiceForm(visit: Visit, form: ChoiceForm): Html {
  const id = `${form.act}-${form.subject.id}`;
  const options = form.choices.map(
    ([value, text]) => html`<option value="${value}" ${value === form.chosen ? "selected" : ""}>${text}</option>`,
  );
  return html`<form method="post" action="/-/${form.act}" class="choice">
    ${actFields(visit, form.subject)}
    <label class="unseen" for="${id}">${form.label}</label>
    <select id="${id}" name="${form.name}">
      ${options}
    </select>
    <button class="button button-small">${form.button}</button>
  </form>`;
}
