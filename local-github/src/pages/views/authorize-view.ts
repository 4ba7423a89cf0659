import { html } from "hono/html";
import type { AuthorizationRequest } from "../../access/user-authorizations.ts";
import type { Visit } from "../visit.ts";
import type { Html } from "./elements.ts";

export const notOfferedView = "This app has no callback URL, so nobody can sign in to it.";

/** Who asks, where the answer goes, and the two answers there are. */
export function authorizeView({ person }: Visit, { app, redirectUri, state, challenge }: AuthorizationRequest): Html {
  const fields = {
    client_id: app.clientId,
    redirect_uri: redirectUri,
    ...(state !== undefined && { state }),
    ...(challenge !== undefined && { code_challenge: challenge, code_challenge_method: "S256" }),
  };
  const hidden = Object.entries(fields).map(([name, it]) => html`<input type="hidden" name="${name}" value="${it}" />`);
  const who =
    person === undefined
      ? html`<p>Choose whom to act as at the top of the page first.</p>`
      : html`<p><strong>${app.name}</strong> would like to verify your identity, ${person.login}.</p>`;
  const yes =
    person === undefined
      ? ""
      : html`<button class="button button-main" name="answer" value="yes">Authorize ${app.name}</button>`;
  return html`<div class="narrow">
    <h1>Authorize ${app.name}</h1>
    ${who}
    <form method="post" action="/login/oauth/authorize">
      ${hidden} ${yes}
      <button class="button" name="answer" value="no">Cancel</button>
    </form>
    <p class="lead">You go on to ${new URL(redirectUri).origin}</p>
  </div>`;
}
