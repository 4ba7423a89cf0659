import { html } from "hono/html";
import { maxDeliveries, type ThreadDelivery } from "../../gather/gather-deliveries.ts";
import type { Html } from "../../html.ts";
import { timeOf } from "../parts/time.ts";

export function deliveriesPart(deliveries: readonly ThreadDelivery[]): Html {
  const none = html`<p class="soft">Nothing came in the last fourteen days.</p>`;
  return html`<h2>Plans and deliveries</h2>
    <p class="soft">
      Only helpers see this part. What is done with is kept for fourteen days; the newest ${maxDeliveries} are shown.
    </p>
    ${deliveries.length === 0 ? none : deliveries.map(deliveryPart)}`;
}

function deliveryPart({ event, state, attempts, receivedAt, outcome, stages }: ThreadDelivery): Html {
  const tries = attempts > 0 ? `, after ${attempts} failed tries` : "";
  return html`<details>
    <summary>${timeOf(receivedAt)} <code>${event}</code>: ${state}${tries}</summary>
    <p>${outcome ?? "Nothing came of it yet."}</p>
    ${stages.map(
      ({ stage, done, steps, lines }) =>
        html`<p>${stage}: ${done} of ${steps} steps done</p>
          <ul>
            ${lines.map((line) => html`<li>${line}</li>`)}
          </ul>`,
    )}
  </details>`;
}
