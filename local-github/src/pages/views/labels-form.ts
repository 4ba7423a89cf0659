import { html } from "hono/html";
import type { Labelable } from "../../world/objects.ts";
import type { Visit } from "../visit.ts";
import { actFields } from "./act-button.ts";
import type { Html } from "./html.ts";
import { labelTags } from "./label-tags.ts";

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
      ${actFields(visit, thread)} ${boxes}
      <button class="button button-main button-small">Save</button>
    </form>
  </details>`;
  return html`<p>${shown}</p>
    ${mayChange ? drawer : ""}`;
}
