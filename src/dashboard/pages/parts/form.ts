import { html } from "hono/html";
import type { Html } from "../../html.ts";
import type { Query } from "./links.ts";

/** Something to choose from; the value is what is shown, unless that is said. */
export type Choice = string | { readonly value: string; readonly shown: string };

/** A choice of one, or of `all`. */
export function select(
  name: string,
  label: string,
  choices: readonly Choice[],
  chosen: string | undefined,
  all = "all",
): Html {
  const options = choices.map((it) => (typeof it === "string" ? { value: it, shown: it } : it));
  return html`<div>
    <label for="${name}">${label}</label
    ><select id="${name}" name="${name}">
      <option value="">${all}</option>
      ${options.map(
        ({ value, shown }) =>
          html`<option value="${value}" ${value === chosen ? html` selected` : ""}>${shown}</option>`,
      )}
    </select>
  </div>`;
}

export function textInput(name: string, label: string, value: string | undefined, maxLength = 200): Html {
  return html`<div>
    <label for="${name}">${label}</label
    ><input id="${name}" name="${name}" maxlength="${maxLength}" value="${value ?? ""}" />
  </div>`;
}

export function dayInput(name: string, label: string, value: string): Html {
  return html`<div>
    <label for="${name}">${label}</label><input id="${name}" name="${name}" type="date" value="${value}" />
  </div>`;
}

/** A form that asks for the same page with a query. `kept`: what goes with it. */
export function filterForm(
  path: string,
  label: string,
  fields: readonly Html[],
  { kept = {}, button = "Show" }: { readonly kept?: Query; readonly button?: string } = {},
): Html {
  const hidden = Object.entries(kept).flatMap(([name, value]) =>
    value === undefined ? [] : [html`<input type="hidden" name="${name}" value="${value}" />`],
  );
  return html`<form class="row" method="get" action="${path}" aria-label="${label}">
    ${hidden}${fields}<button>${button}</button>
  </form>`;
}
