import { html } from "hono/html";
import type { RepositoryRef } from "../../core/discussion.ts";
import {
  toInterviewsView,
  type InterviewView,
  type InterviewsView,
} from "../../features/interviews/to-interviews-view.ts";
import type { PageReads } from "../gather/reads.ts";
import type { RepositoryPage } from "../page.ts";
import type { Html } from "../html.ts";
import { threadPath } from "./parts/links.ts";
import { dayOf } from "./parts/time.ts";

/** Whom to talk to, why, and what to ask. Of people's own words, which are published nowhere, only helpers see any. */
export const interviews: RepositoryPage<Pick<PageReads, "interviews" | "surveys">> = {
  path: "/interviews",
  audience: "helper",
  nav: "Interviews",
  summary: "The few askers worth talking to this quarter: why, what to ask, what they wrote, and who was talked to.",
  async render({ repository, reads }) {
    const [named, words, surveys, notes] = await Promise.all([
      reads.interviews.interviews(repository),
      reads.surveys.words(repository),
      reads.surveys.surveys(repository),
      reads.interviews.notes(repository),
    ]);
    return { title: "Interviews", body: body(toInterviewsView(named, { words, surveys, notes }), repository) };
  },
};

function body({ quarter, toTalkTo, talkedTo, earlier }: InterviewsView, repository: RepositoryRef): Html {
  if (quarter === undefined) {
    return html`<p>Nobody has been named yet: it takes a few discussions to tell who is worth talking to.</p>`;
  }
  return html`<p>
      Numbers say how much, people say why. Talk with these few; then comment
      <code>/interviewed &lt;notes&gt;</code> in one of their discussions to tick them off. Nobody is named twice in a
      year. Only helpers see this page.
    </p>
    ${part(`To talk to in ${quarter}`, toTalkTo, repository, "Everybody who was named was talked to.")}
    ${part("Talked to", talkedTo, repository, "Nobody yet.")}
    ${earlier.length === 0 ? "" : part("Earlier quarters", earlier, repository, "")}`;
}

function part(heading: string, people: readonly InterviewView[], repository: RepositoryRef, empty: string): Html {
  if (people.length === 0)
    return html`<h2>${heading}</h2>
      <p class="soft">${empty}</p>`;
  return html`<h2>${heading}</h2>
    <ul class="cards">
      ${people.map((it) => card(it, repository))}
    </ul>`;
}

function card(
  { login, quarter, reasons, questions, words, done, notes }: InterviewView,
  repository: RepositoryRef,
): Html {
  const thread = (number: number, title = "") =>
    html`<a href="${threadPath(repository, number)}">#${number}${title === "" ? "" : ` ${title}`}</a>`;
  const state = done ? html`<p>Talked to on ${dayOf(new Date(done.at))} by ${done.by}.</p>` : "";
  return html`<li class="card">
    <h3>${login} <span class="badge">${quarter}</span></h3>
    ${state}
    <ul>
      ${reasons.map(
        ({ text, threads }) =>
          html`<li>${text}: ${threads.map(({ number, title }) => html`${thread(number, title)} `)}</li>`,
      )}
    </ul>
    ${
      questions.length === 0
        ? ""
        : html`<p>What to ask:</p>
            <ul>
              ${questions.map((it) => html`<li>${it}</li>`)}
            </ul>`
    }
    ${words.map(
      (it) =>
        html`<p>Wrote in ${thread(it.thread)}:</p>
          <blockquote>${it.words}</blockquote>`,
    )}
    ${
      notes === undefined
        ? ""
        : html`<p>Notes:</p>
            <blockquote>${notes}</blockquote>`
    }
  </li>`;
}
