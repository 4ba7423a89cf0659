import { html } from "hono/html";
import type { Visit } from "../visit.ts";
import type { Html } from "./html.ts";

/** A form of one button that does one act of `routes/acts.ts` on one object. */
export interface ActButton {
  /** Name of the act. */
  readonly act: string;
  readonly subject: { readonly id: string };
  readonly text: string | Html;
  /** More hidden fields. */
  readonly fields?: Readonly<Record<string, string>>;
  /** Classes of the button. */
  readonly look?: string;
  /** Said by screen readers where the text alone does not tell. */
  readonly label?: string;
  /** For buttons that are switched on and off. */
  readonly pressed?: boolean;
}

/** One thing to do, as a form that works without a script. */
export function actButton(visit: Visit, button: ActButton): Html {
  const { act, subject, text, fields = {}, look = "button-small", label, pressed } = button;
  const named = label === undefined ? "" : html`aria-label="${label}" title="${label}"`;
  const toggled = pressed === undefined ? "" : html`aria-pressed="${String(pressed)}"`;
  return html`<form method="post" action="/-/${act}" class="act">
    ${actFields(visit, subject)}${Object.entries(fields).map(([name, value]) => hidden(name, value))}
    <button class="button ${look}" ${named} ${toggled}>${text}</button>
  </form>`;
}

/** The hidden fields every act needs: what it is done to, and where to go afterwards. */
export function actFields(visit: Visit, subject: { readonly id: string }): Html {
  return html`${hidden("subject", subject.id)}${hidden("back", visit.path)}`;
}

function hidden(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}" />`;
}
