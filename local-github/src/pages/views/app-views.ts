import { html } from "hono/html";
import type { AppManifest } from "../../access/app-manifests.ts";
import type { App, Organization, User } from "../../world/objects.ts";
import type { Html } from "./elements.ts";

/** Names the app before it is registered, as GitHub's page does. */
export function newAppView(
  owner: User | Organization,
  manifest: AppManifest,
  given: { readonly json: string; readonly state: string | undefined },
): Html {
  return html`<div class="narrow">
    <h1>Create GitHub App for ${owner.login}</h1>
    <form method="post" action="/-/apps">
      <input type="hidden" name="owner" value="${owner.login}" />
      <input type="hidden" name="manifest" value="${given.json}" />
      <input type="hidden" name="state" value="${given.state ?? ""}" />
      <label for="name">GitHub App name</label>
      <input id="name" name="name" value="${manifest.name ?? ""}" maxlength="34" required />
      <button class="button button-main">Create GitHub App for ${owner.login}</button>
    </form>
    <p class="lead">
      It asks for:
      ${Object.entries(manifest.default_permissions)
        .map(([name, level]) => `${name} (${level})`)
        .join(", ")}
    </p>
  </div>`;
}

/** Chooses where an app is installed. */
export function installView(app: App, accounts: readonly (User | Organization)[]): Html {
  return html`<div class="narrow">
    <h1>Install ${app.name}</h1>
    <form method="post" action="/apps/${app.slug}/installations/new">
      <label for="account">Where do you want to install it?</label>
      <select id="account" name="account">
        ${accounts.map((it) => html`<option value="${it.login}">${it.login}</option>`)}
      </select>
      <p>On all repositories of the account.</p>
      <button class="button button-main">Install</button>
    </form>
  </div>`;
}

export function installedView(app: App, account: User | Organization): Html {
  return html`<div class="narrow">
    <h1>${app.name} is installed on ${account.login}</h1>
    <p><a href="/">Repositories</a></p>
  </div>`;
}
