import { html } from "hono/html";
import type { AuthorizationProblem } from "../../core/user-authorization.ts";
import type { Message } from "../frame/messages.ts";

const again = html`<p><a class="button" href="/sign-in">Sign in again</a> <a href="/">To the first page</a></p>`;

const messages: Readonly<Record<AuthorizationProblem, Message>> = {
  denied: {
    status: 403,
    title: "You are not signed in",
    body: html`<p>You told GitHub not to tell me who you are, so I do not know what you may see.</p>
      ${again}`,
  },
  mismatch: {
    status: 400,
    title: "That sign-in did not begin here",
    body: html`<p>
        It took more than ten minutes, was begun in another window or browser, or was used already. Nobody is signed in
        by it.
      </p>
      ${again}`,
  },
  refused: {
    status: 403,
    title: "GitHub did not confirm who you are",
    body: html`<p>
        The code that GitHub gave you counts once and for ten minutes. If it fails again, the operator of this server
        finds the reason in its log.
      </p>
      ${again}`,
  },
  unavailable: {
    status: 503,
    title: "GitHub does not answer",
    body: html`<p>I could not ask GitHub who you are. Please try again in a minute.</p>
      ${again}`,
  },
};

/** What somebody is told who could not be signed in. Nothing that came with their request is in it. */
export function problemMessage(problem: AuthorizationProblem): Message {
  return messages[problem];
}
