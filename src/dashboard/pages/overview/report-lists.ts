import { html } from "hono/html";
import type { RepositoryRef } from "../../../core/discussion.ts";
import type { Report } from "../../../report/report.ts";
import { calendarSpan } from "../parts/duration.ts";
import type { Html } from "../../html.ts";
import { threadPath } from "../parts/links.ts";
import { outsideLink } from "../parts/outside-link.ts";
import { table } from "../parts/table.ts";
import { dayOf } from "../parts/time.ts";

/** What of a period is no number: who waits, who helped, what was hard, what nothing answered. */
export function reportLists(report: Report, repository: RepositoryRef): Html {
  const thread = ({ number, title }: { readonly number: number; readonly title: string }) =>
    html`<a href="${threadPath(repository, number)}">#${number} ${title}</a>`;
  return html`<h2>Unanswered</h2>
    ${table(
      "Questions that nobody has answered, the oldest first",
      ["Discussion", "Opened", { title: "Age", isNumber: true }],
      report.unanswered.map((it) => [thread(it), dayOf(new Date(it.openedAt)), calendarSpan(it.age)]),
      "Every question has a reply.",
    )}
    <h2>Hard ones</h2>
    ${table(
      "Discussions that took long, many people, or an escalation",
      ["Discussion", "Why"],
      report.thorny.map((it) => [thread(it), it.reasons.join("; ")]),
      "None was hard.",
    )}
    <h2>Gaps</h2>
    ${table(
      "Questions alike that nothing answered, with the words they share and the nearest page",
      ["Words", "Discussions", "Nearest page"],
      report.gaps.map(({ words, threads, nearest }) => [
        words.join(", "),
        html`<ul class="plain">
          ${threads.map((it) => html`<li>${thread(it)}</li>`)}
        </ul>`,
        nearest ? outsideLink(nearest.url, nearest.title) : "none",
      ]),
      "No questions of a kind went without an answer.",
    )}
    <h2>Thank you</h2>
    ${table(
      "People who answered, by name",
      ["Who", { title: "Answers", isNumber: true }],
      report.helpers.map(({ login, answers }) => [login, answers]),
      "Nobody has answered.",
    )}
    <h2>FAQ</h2>
    ${table(
      "Entries that were suggested most",
      ["Entry", { title: "Hits", isNumber: true }],
      report.faq.filter(({ hits }) => hits > 0).map(({ title, url, hits }) => [outsideLink(url, title), hits]),
      "No entry was suggested.",
    )}`;
}
