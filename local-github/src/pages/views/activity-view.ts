import { html } from "hono/html";
import type { ShownDelivery } from "../context.ts";
import type { Visit } from "../visit.ts";
import type { Html } from "./html.ts";
import { timeAgo } from "./time-ago.ts";

/** How many deliveries the page shows. */
const SHOWN = 200;

/** Webhooks, newest first, with what the app answered. */
export function activityView(visit: Visit): Html {
  const deliveries = visit.deliveries.list();
  return html`<h1>Activity</h1>
    <p class="lead">Webhooks sent to the app, newest first. Sending one again keeps its id, as on GitHub.</p>
    <div id="deliveries" data-live>
      ${
        deliveries.length === 0
          ? html`<p class="empty">Nothing was sent yet.</p>`
          : html`<div class="scroll" role="region" aria-label="Deliveries" tabindex="0">
              <table class="deliveries">
                <thead>
                  <tr>
                    <th scope="col">Event</th>
                    <th scope="col">Answer</th>
                    <th scope="col">Took</th>
                    <th scope="col">When</th>
                    <th scope="col">Delivery</th>
                    <th scope="col"><span class="unseen">Send again</span></th>
                  </tr>
                </thead>
                <tbody>
                  ${deliveries.slice(0, SHOWN).map((delivery) => row(visit, delivery))}
                </tbody>
              </table>
            </div>`
      }
    </div>`;
}

function row(visit: Visit, delivery: ShownDelivery): Html {
  const { id, event, action, statusCode, status, duration, guid, deliveredAt, redelivery } = delivery;
  const isFine = statusCode >= 200 && statusCode < 300;
  const again = html`<form method="post" action="/-/deliveries/${id}/attempts" class="act">
    <button class="button button-small">Redeliver</button>
  </form>`;
  return html`<tr>
    <th scope="row">${event}${action === null ? "" : `.${action}`}</th>
    <td>
      <span class="state ${isFine ? "state-answered" : "state-closed"}"
        >${statusCode === 0 ? "–" : statusCode} ${status}</span
      >
    </td>
    <td>${Math.round(duration * 1000)} ms</td>
    <td>${timeAgo(deliveredAt, visit.world.now())}</td>
    <td><code>${guid}</code>${redelivery ? html` <span class="tag">redelivery</span>` : ""}</td>
    <td>${visit.person === undefined ? "" : again}</td>
  </tr>`;
}
