import { html } from "hono/html";
import type { Visit } from "../visit.ts";
import { labelTags, type Html } from "./elements.ts";
import type { Labelable, Minimizable } from "../../world/objects.ts";

/** A form of one button that does one action of `routes/actions.ts` on one object. */
export interface ActionButton {
  /** Name of the action. */
  readonly action: string;
  readonly subject: { readonly id: string };
  readonly text: string | Html;
  /** More hidden fields. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Classes of the button. */
  readonly className?: string;
  /** Said by screen readers where the text alone does not tell. */
  readonly label?: string;
  /** For buttons that are switched on and off. */
  readonly pressed?: boolean;
}

/** One thing to do, as a form that works without a script. */
export function actionButton(visit: Visit, button: ActionButton): Html {
  const { action, subject, text, fields = {}, className = "button-small", label, pressed } = button;
  const named = label === undefined ? "" : html`aria-label="${label}" title="${label}"`;
  const toggled = pressed === undefined ? "" : html`aria-pressed="${String(pressed)}"`;
  return html`<form method="post" action="/-/${action}" class="act">
    ${actionFields(visit, subject)}${Object.entries(fields).map(([name, value]) => hidden(name, value))}
    <button class="button ${className}" ${named} ${toggled}>${text}</button>
  </form>`;
}

/** The hidden fields every action needs: what it is done to, and where to go afterwards. */
export function actionFields(visit: Visit, subject: { readonly id: string }): Html {
  return html`${hidden("subject", subject.id)}${hidden("back", visit.path)}`;
}

function hidden(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}" />`;
}

/** An action that needs a choice first. */
export interface ChoiceForm {
  readonly action: string;
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
  const id = `${form.action}-${form.subject.id}`;
  const options = form.choices.map(
    ([value, text]) => html`<option value="${value}" ${value === form.chosen ? "selected" : ""}>${text}</option>`,
  );
  return html`<form method="post" action="/-/${form.action}" class="choice">
    ${actionFields(visit, form.subject)}
    <label class="unseen" for="${id}">${form.label}</label>
    <select id="${id}" name="${form.name}">
      ${options}
    </select>
    <button class="button button-small">${form.button}</button>
  </form>`;
}

/** A field for Markdown with its label. */
export interface TextBox {
  readonly id: string;
  readonly label: string;
  readonly name?: string;
  readonly value?: string;
  readonly rows?: number;
  readonly required?: boolean;
  readonly placeholder?: string;
  /** Shown between label and field. */
  readonly note?: Html | string;
}

/** A text area that a label names; the label may be unseen where the place makes it plain. */
export function textBox(box: TextBox): Html {
  const { id, label, name = "body", value = "", rows = 5, required = true, placeholder = "Markdown", note = "" } = box;
  // A text area swallows its first line end, so one more is needed to keep a text's own.
  return html`<label for="${id}">${label}</label>${note}
    <textarea id="${id}" name="${name}" rows="${rows}" placeholder="${placeholder}" ${required ? "required" : ""}>
${value}</textarea>`;
}

/** The labels of a thread; who may change them gets a box to tick for each. */
export function labelsForm(visit: Visit, thread: Labelable, mayChange: boolean): Html {
  const shown = thread.labels.length === 0 ? html`<span class="quiet">None</span>` : labelTags(thread.labels);
  const boxes = thread.repository.labels.map(
    (label) =>
      html`<label class="tick"
        ><input type="checkbox" name="label" value="${label.id}" ${thread.labels.includes(label) ? "checked" : ""} />
        ${labelTags([label])}</label
      >`,
  );
  const drawer = html`<details class="drawer">
    <summary class="button button-small">Change labels</summary>
    <form method="post" action="/-/label">
      ${actionFields(visit, thread)} ${boxes}
      <button class="button button-main button-small">Save</button>
    </form>
  </details>`;
  return html`<p>${shown}</p>
    ${mayChange ? drawer : ""}`;
}

/** Reasons to hide a comment, in GitHub's order and words. */
export const minimizedReasons = ["spam", "abuse", "off-topic", "outdated", "duplicate", "resolved"] as const;

/** Hides a comment for a reason, or shows it again. */
export function minimizeForm(visit: Visit, comment: Minimizable): Html {
  if (comment.isMinimized) return actionButton(visit, { action: "unminimize", subject: comment, text: "Show again" });
  return choiceForm(visit, {
    action: "minimize",
    subject: comment,
    name: "reason",
    label: "Why to hide it",
    choices: minimizedReasons.map((reason) => [reason, reason] as const),
    button: "Hide",
  });
}
