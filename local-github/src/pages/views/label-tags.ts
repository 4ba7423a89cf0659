import { html } from "hono/html";
import type { Label } from "../../world/objects.ts";
import type { Html } from "./html.ts";

/** Labels as small tags. The colour is an SVG attribute, because the pages allow no inline styles. */
export function labelTags(labels: readonly Label[]): Html {
  return html`<span class="labels"
    >${labels.map(
      ({ name, color, description }) =>
        html`<span class="label" title="${description ?? name}"
          ><svg viewBox="0 0 10 10" aria-hidden="true"><circle cx="5" cy="5" r="5" fill="#${color}" /></svg
          >${name}</span
        >`,
    )}</span
  >`;
}
