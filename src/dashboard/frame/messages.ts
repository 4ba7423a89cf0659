import { html } from "hono/html";
import type { Html } from "../html.ts";

/** A page that says why there is no other. */
export interface Message {
  readonly status: 400 | 403 | 404 | 414 | 429 | 500 | 503;
  readonly title: string;
  readonly body: Html;
}

/**
 * The same whether something does not exist or is not for whoever asks, so that nobody can tell one from the other.
 */
export function notFound(isSignedIn: boolean, hasSignIn: boolean): Message {
  const how = isSignedIn
    ? html`If you can read the repository on GitHub, try again in a minute: GitHub may not have told in time.`
    : hasSignIn
      ? html`Perhaps there is something for you when you have signed in.`
      : html`Nobody can sign in here, since the operator of this server has not set that up; only public pages are
        shown.`;
  return {
    status: 404,
    title: "Not found",
    body: html`<p>There is no such page here, or it is not for you to see. ${how}</p>
      <p><a href="/">To the first page</a></p>`,
  };
}

/** A query that makes no sense: `why` says what to write instead. */
export function badQuery(why: string): Message {
  return { status: 400, title: "That cannot be shown", body: html`<p>${why}</p>` };
}

/** A form that did not come from one of our pages, or from one that was open for too long. */
export const foreignForm: Message = {
  status: 403,
  title: "That was not done",
  body: html`<p>
    The form did not come from one of these pages, or you have signed in or out since it was opened. Go back, load the
    page again, and send it once more.
  </p>`,
};

/** Somebody asks more than one person can. */
export const tooMany: Message = {
  status: 429,
  title: "Too many requests",
  body: html`<p>That was more than I answer in so short a time. Please wait a moment.</p>`,
};

/** An address of more than two thousand characters, or with more parameters than any page has. */
export const tooLong: Message = {
  status: 414,
  title: "That address is too long",
  body: html`<p>No page here has so long an address.</p>
    <p><a href="/">To the first page</a></p>`,
};

/** A bug. What it is stands in the log. */
export const somethingWentWrong: Message = {
  status: 500,
  title: "Something went wrong here",
  body: html`<p>
    The operator of this server finds in the log what it was. Nothing that you did is lost; please try again later.
  </p>`,
};
