import { html } from "hono/html";
import type { Repository } from "../../world/objects.ts";
import { hasRole } from "../../world/people.ts";
import { nameWithOwner } from "../../world/repositories.ts";
import type { Visit } from "../visit.ts";
import type { Html } from "./html.ts";

/** All repositories the visitor may see, with the ways in. */
export function homeView(visit: Visit): Html {
  const { world, person } = visit;
  const repositories = world
    .all("Repository")
    .filter((repository) => !repository.isPrivate || (person !== undefined && hasRole(repository, person, "read")));
  return html`<div class="narrow">
    <h1>Repositories</h1>
    <ul class="cards">
      ${repositories.map(card)}
    </ul>
    <h2>How this works</h2>
    <p>
      Choose whom to act as at the top of the page. Nobody here has a password. What you do sends the same webhooks as
      on GitHub; <a href="/-/deliveries">Activity</a> lists them with the answers of the app.
    </p>
  </div>`;
}

function card(repository: Repository): Html {
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
