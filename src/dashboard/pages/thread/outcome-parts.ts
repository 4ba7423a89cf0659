import { html } from "hono/html";
import type { Booking } from "../../../core/booking.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import type { Promotion } from "../../../features/faq/promotion/promotion.ts";
import { allVotes, type StoredRequest } from "../../../features/feature-requests/feature-request.ts";
import { stateDescriptions } from "../../../features/feature-requests/states/describe-states.ts";
import type { ThreadResolution } from "../../../features/resolution/thread-resolution.ts";
import type { ThreadView } from "../../gather/gather-thread.ts";
import type { Html } from "../../html.ts";
import { threadPath } from "../parts/links.ts";
import { outsideLink } from "../parts/outside-link.ts";
import { timeOf } from "../parts/time.ts";

/** What came, or is to come, of the thread: a decision, a session, an entry of the FAQ, an end. */
export function outcomeParts({ request, booking, promotion, resolution }: ThreadView, repository: RepositoryRef): Html {
  return html`${request ? requestPart(request, repository) : ""} ${booking ? bookingPart(booking) : ""}
  ${promotion ? promotionPart(promotion) : ""} ${resolution ? resolutionPart(resolution) : ""}`;
}

function requestPart(stored: StoredRequest, repository: RepositoryRef): Html {
  const { request, issue } = stored;
  const { state, since, decision, meeting, duplicateOf } = request;
  const { means, waitsOn } = stateDescriptions[state];
  const facts: readonly (readonly [string, Html | string])[] = [
    ["State", html`<strong>${state}</strong>: ${means}, since ${timeOf(new Date(since))}`],
    ["Waits on", waitsOn ?? "nobody"],
    ["Votes", String(allVotes(stored))],
    ...(issue ? [["Issue", outsideLink(issue.url, `#${issue.number}`)] as const] : []),
    ...(meeting ? [["Meeting", meeting.when] as const] : []),
    ...(decision
      ? [["Decision", html`${decision.is} by ${decision.by}, ${timeOf(new Date(decision.at))}`] as const]
      : []),
    ...(decision?.reason === undefined ? [] : [["Reason", decision.reason] as const]),
    ...(duplicateOf
      ? [
          [
            "Duplicate of",
            html`<a href="${threadPath(repository, duplicateOf.number)}"
              >#${duplicateOf.number} ${duplicateOf.title}</a
            >`,
          ] as const,
        ]
      : []),
    ...Object.entries(request.answers),
  ];
  return html`<h2>Feature request</h2>
    ${factList(facts)}`;
}

function bookingPart({ sessionTitle, start, hosts, state, cancelled, outcome, ...booking }: Booking): Html {
  const facts: readonly (readonly [string, Html | string])[] = [
    ["Session", sessionTitle],
    ["When", timeOf(new Date(start))],
    ["Hosts", hosts.join(", ") || "nobody named"],
    ["For", booking.for ?? "somebody whose account is gone"],
    ["State", cancelled === undefined ? state : `${state}: ${cancelled}`],
    ...(outcome
      ? [
          [
            "Outcome",
            html`by ${outcome.by}, ${timeOf(new Date(outcome.at))}: ${outsideLink(outcome.url, "read it on GitHub")}`,
          ] as const,
        ]
      : []),
  ];
  return html`<h2>Session</h2>
    ${factList(facts)}`;
}

function promotionPart({ state, question, file, change, by, answerer, redacted }: Promotion): Html {
  const facts: readonly (readonly [string, Html | string])[] = [
    ["State", state],
    ["Question", question],
    ["File", file],
    ["Change", change],
    ["Asked for by", by],
    ...(answerer === undefined ? [] : [["Answered by", answerer] as const]),
    ...(redacted.length === 0 ? [] : [["Taken out", redacted.join(", ")] as const]),
  ];
  return html`<h2>Promotion to the FAQ</h2>
    ${factList(facts)}`;
}

function resolutionPart({ silence, proposal, closing }: ThreadResolution): Html {
  const facts: readonly (readonly [string, Html | string])[] = [
    ...(proposal
      ? [["Answer proposed", html`${timeOf(new Date(proposal.at))}${proposal.isOpen ? ", open" : ""}`] as const]
      : []),
    ...(silence ? [["Asker reminded", timeOf(new Date(silence.remindedAt))] as const] : []),
    ...(silence?.closesAt === undefined ? [] : [["Closes", timeOf(new Date(silence.closesAt))] as const]),
    ...(closing ? [["Closed by us", timeOf(new Date(closing.at))] as const] : []),
  ];
  return facts.length === 0
    ? html``
    : html`<h2>End of the discussion</h2>
        ${factList(facts)}`;
}

function factList(facts: readonly (readonly [string, Html | string])[]): Html {
  return html`<dl class="facts">
    ${facts.map(
      ([term, what]) =>
        html`<dt>${term}</dt>
          <dd>${what}</dd>`,
    )}
  </dl>`;
}
