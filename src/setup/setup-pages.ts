import { html } from "hono/html";
import { styleSheetPath } from "../dashboard/frame/style-sheet.ts";
import type { Html } from "../dashboard/html.ts";
import type { Problems, SentForm } from "./read-wishes.ts";

/** A page of the setup. */
export interface SetupPage {
  readonly status: 200 | 400 | 403 | 404 | 422 | 502;
  readonly title: string;
  readonly body: Html;
}

/** The whole document. */
export function setupDocument({ title, body }: SetupPage): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Frontdesk</title>
        <link rel="stylesheet" href="${styleSheetPath}" />
      </head>
      <body>
        <header class="banner">
          <div><span class="brand">Frontdesk</span></div>
        </header>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html>`;
}

/** To whoever comes without a token that counts. */
export const noEntry: SetupPage = {
  status: 403,
  title: "This server is being set up",
  body: html`<p>Whoever started it finds an address on its terminal that opens this page, once and for an hour.</p>
    <p>
      Was it used already, or is it too old? Then a new one stands there now. Elsewhere, restarting the server prints
      one.
    </p>`,
};

export const notFound: SetupPage = {
  status: 404,
  title: "There is no such page yet",
  body: html`<p>
    This server is being set up. Whoever started it finds the address of the setup page on its terminal.
  </p>`,
};

/** The one form. `asksGitHub`: the environment does not say which GitHub it is. */
export function formPage(sent: SentForm, problems: Problems, asksGitHub: boolean): SetupPage {
  const isWrong = Object.keys(problems).length > 0;
  return {
    status: isWrong ? 422 : 200,
    title: "Register Frontdesk on GitHub",
    body: html`<p>
        GitHub creates an app that is yours alone, with the permissions and webhooks that Frontdesk needs, and hands its
        keys to this server. You see what it asks for before you agree.
      </p>
      <form method="post" action="/setup" class="setup">
        ${field("name", "Name of the app", sent.name, problems.name, "It signs the comments. Nobody on your GitHub may have it yet.")}
        ${field("publicUrl", "Address of this server", sent.publicUrl, problems.publicUrl, "Where GitHub and people reach it, such as https://frontdesk.example.com.")}
        ${asksGitHub ? field("webUrl", "Your GitHub", sent.webUrl, problems.webUrl, "https://github.com, or the address of your GitHub Enterprise Server.") : ""}
        ${field("organization", "Organization", sent.organization, problems.organization, "Its login. Empty: the app belongs to you, and serves your own repositories.", false)}
        <p>
          <label
            ><input type="checkbox" name="boards" ${sent.boards === "on" ? "checked" : ""} /> Plan on the organization’s
            boards (Projects)</label
          >
          ${complaint(problems.boards)}
        </p>
        <fieldset>
          <legend>Where the keys are kept</legend>
          <p>
            <label
              ><input type="radio" name="keep" value="folder" ${sent.keep === "terminal" ? "" : "checked"} /> In the
              data folder, readable by this server alone</label
            >
          </p>
          <p>
            <label
              ><input type="radio" name="keep" value="terminal" ${sent.keep === "terminal" ? "checked" : ""} /> In a
              secret store of mine: print them on the terminal, once</label
            >
          </p>
        </fieldset>
        <p><button>Continue</button></p>
      </form>`,
  };
}

function field(
  name: keyof SentForm,
  label: string,
  value: string | undefined,
  problem: string | undefined,
  hint: string,
  isRequired = true,
): Html {
  return html`<p>
    <label for="${name}">${label}</label><br />
    <input
      id="${name}"
      name="${name}"
      value="${value ?? ""}"
      size="40"
      maxlength="200"
      ${isRequired ? "required" : ""}
      aria-describedby="${name}-hint"
      ${problem === undefined ? "" : html`aria-invalid="true"`}
    /><br />
    <small id="${name}-hint">${hint}</small>
    ${complaint(problem)}
  </p>`;
}

function complaint(problem: string | undefined): Html | "" {
  return problem === undefined ? "" : html`<br /><strong class="bad" role="alert">${problem}</strong>`;
}

/** Sends the manifest to GitHub by the visitor's own hand. */
export function handOverPage(
  address: string,
  manifest: Readonly<Record<string, unknown>>,
  owner: string | undefined,
): SetupPage {
  return {
    status: 200,
    title: "Create the app on GitHub",
    body: html`<p>
        GitHub shows what the app asks for and creates it for
        ${owner === undefined ? "you" : html`<strong>${owner}</strong>`}. Then it sends you back here. You have an hour
        for it.
      </p>
      <form method="post" action="${address}">
        <input type="hidden" name="manifest" value="${JSON.stringify(manifest)}" />
        <p><button>Create it on ${new URL(address).host}</button></p>
      </form>
      <p><a href="/setup">Change something first</a></p>`,
  };
}

/** It is done; the app starts behind this page. */
export function donePage(appPage: string, kept: string, publicUrl: string): SetupPage {
  return {
    status: 200,
    title: "Frontdesk is registered",
    body: html`<p>${kept}</p>
      <p><a href="${appPage}/installations/new">Install it on your repositories</a>; it begins to answer at once.</p>
      <p>This server starts now. Its dashboard is at <a href="${publicUrl}/">${publicUrl}</a>.</p>`,
  };
}

/** Something that whoever sets up can mend. `again`: where to try again. */
export function problemPage(status: SetupPage["status"], title: string, what: string, again: string): SetupPage {
  return {
    status,
    title,
    body: html`<p role="alert">${what}</p>
      <p><a href="${again}">Try again</a></p>`,
  };
}
