import { html } from "hono/html";
import type { Repository, User } from "../../world/objects.ts";
import { roleOf } from "../../world/people.ts";
import type { Visit } from "../visit.ts";
import type { Html } from "./html.ts";
import { avatar } from "./person.ts";

/** Chooses whom the visitor acts as. With a script the choice counts at once; without, by the button. */
export function actAsMenu(visit: Visit, repository: Repository | undefined): Html {
  const { world, person, path } = visit;
  const around = repository ?? world.all("Repository")[0];
  const people = world.all("User");
  const nobody = person === undefined ? html`<option value="" selected>nobody (just looking)</option>` : "";
  return html`<form class="act-as" method="post" action="/-/act-as">
    <input type="hidden" name="back" value="${path}" />
    <label for="act-as">Act as</label>
    ${person === undefined ? "" : avatar(person)}
    <select id="act-as" name="login" data-submit>
      ${nobody}${people.map((each) => option(each, each === person, around))}
    </select>
    <button class="button button-small" data-unscripted>Switch</button>
  </form>`;
}

function option(user: User, isChosen: boolean, repository: Repository | undefined): Html {
  const role =
    repository === undefined ? undefined : (repository.collaborators.get(user.login) ?? inherited(repository, user));
  const shown = role === undefined ? "" : ` (${role})`;
  return html`<option value="${user.login}" ${isChosen ? "selected" : ""}>${user.login}${shown}</option>`;
}

/** The role that nobody gave: that of an owner, or none at all, which on a public repository still lets one read. */
function inherited(repository: Repository, user: User): string {
  return roleOf(repository, user.login) === "admin" ? "admin" : "no role";
}
