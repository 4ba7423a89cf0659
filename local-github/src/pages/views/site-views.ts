import { html } from "hono/html";
import type { Repository } from "../../world/objects.ts";
import { hasRole } from "../../world/people.ts";
import { nameWithOwner } from "../../world/repositories.ts";
import type { Visit, ShownDelivery } from "../visit.ts";
import { type Html, timeAgo } from "./elements.ts";

/** All repositories the visitor may see, with the ways in. */
export function homeView(visit: Visit): Html {
  const { world, person } = visit;
  const repositories = world
    .all("Repository")
    .filter((repository) => !repository.isPrivate || (person !== undefined && hasRole(repository, person, "read")));
  return html`<div class="narrow">
    <h1>Repositories</h1>
    <ul class="cards">
      ${repositories.map(repositoryCard)}
    </ul>
    <h2>How this works</h2>
    <p>
      Choose whom to act as at the top of the page. Nobody here has a password. What you do sends the same webhooks as
      on GitHub; <a href="/-/deliveries">Activity</a> lists them with the answers of the app.
    </p>
  </div>`;
}

function repositoryCard(repository: Repository): Html {
  const root = `/${nameWithOwner(repository)}`;
  const open = repository.discussions.filter(({ closed }) => !closed).length;
  return html`<li class="card">
    <h2><a href="${root}">${nameWithOwner(repository)}</a></h2>
    <p>${repository.description ?? ""}</p>
    <p class="card-links">
      <a class="button" href="${root}/discussions">${open} open discussions</a>
      <a class="button button-main" href="${root}/discussions/new">Start a discussion</a>
    </p>
  </li>`;
}

/** How many deliveries the page shows. */
const MAX_SHOWN = 200;

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
                  ${deliveries.slice(0, MAX_SHOWN).map((delivery) => deliveryRow(visit, delivery))}
                </tbody>
              </table>
            </div>`
      }
    </div>`;
}

function deliveryRow(visit: Visit, delivery: ShownDelivery): Html {
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
