import { html } from "hono/html";
import type { Html } from "./html.ts";

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
