import { html } from "hono/html";
import type { InboxCounts, InboxEntry, InboxState, Shortfall } from "../../../core/delivery.ts";
import type { Inbox } from "../../../core/inbox.ts";
import type { Html } from "../../html.ts";
import type { SitePage } from "../../page.ts";
import { tableBox } from "../parts/table.ts";
import { retryForm } from "./retry.ts";
import { deliveryPath, eventOf, shownState, shownTime } from "./shown-delivery.ts";

export interface ReadsInbox {
  readonly inbox: Pick<Inbox, "list" | "counts">;
}

const states: readonly InboxState[] = ["dead", "waiting", "running", "done"];
const shortfalls: readonly Shortfall[] = ["refused", "gone"];

/** How many deliveries are shown at most: `frontdesk inbox list` has them all. */
const limit = 100;

/** How much of what came of one is shown in a list, in characters. */
const maxOutcome = 160;

const meaning: Readonly<Record<InboxState | Shortfall, string>> = {
  dead: "given up after the last try",
  waiting: "in line, or waiting for another try",
  running: "in progress",
  done: "done with",
  refused: "done, but GitHub refused a part",
  gone: "done, but something was deleted or moved",
};

/** Deliveries for operators: first those that were given up and those that fell short. */
export const inbox: SitePage<ReadsInbox> = {
  path: "/-/inbox",
  audience: "operator",
  summary: "What came in, and what came of it: dead letters with a button to try again, and what fell short.",
  async render({ query, reads, formToken = "" }) {
    const counts = await reads.inbox.counts();
    const wanted = query.get("show") ?? "";
    const lists = await Promise.all(
      listsFor(wanted).map(async (which) =>
        list(which, await reads.inbox.list({ ...filterOf(which), limit }), formToken),
      ),
    );
    return { title: "Inbox", body: html`${summary(counts, wanted)}${lists}` };
  },
};

type Which = InboxState | Shortfall;

/** What is not known shows what asks for somebody. */
function listsFor(wanted: string): readonly Which[] {
  const one = [...states, ...shortfalls].find((it) => it === wanted);
  return one ? [one] : ["dead", ...shortfalls];
}

function filterOf(which: Which): { readonly state?: InboxState; readonly shortfall?: Shortfall } {
  const shortfall = shortfalls.find((it) => it === which);
  const state = states.find((it) => it === which);
  return { ...(state && { state }), ...(shortfall && { shortfall }) };
}

function summary(counts: InboxCounts, wanted: string): Html {
  const cards = [...states, ...shortfalls].map(
    (it) =>
      html`<li class="card">
        <a href="/-/inbox?show=${it}" ${wanted === it ? html` aria-current="true"` : ""}>${it}</a>
        <div class="figure">${counts[it]}</div>
        <p class="soft">${meaning[it]}</p>
      </li>`,
  );
  return html`<ul class="cards small">
    ${cards}
  </ul>`;
}

function list(which: Which, entries: readonly InboxEntry[], formToken: string): Html {
  const heading = html`<h2>${which[0]?.toUpperCase()}${which.slice(1)}</h2>`;
  if (entries.length === 0)
    return html`${heading}
      <p>None.</p>`;
  const rows = entries.map(
    (it) =>
      html`<tr>
        <td class="nowrap">${shownTime(it.receivedAt)}</td>
        <td><a href="${deliveryPath(it.id)}">${eventOf(it)}</a></td>
        <td>${shownState(it)}</td>
        <td>${shortOutcome(it)}</td>
        <td>${it.state === "dead" ? retryForm(it.id, formToken) : ""}</td>
      </tr>`,
  );
  const more =
    entries.length < limit
      ? ""
      : html`<p>The newest ${limit} are shown; <code>frontdesk inbox list</code> has all.</p>`;
  const titles = ["Received (UTC)", "Event", "State", "What came of it", html`<span class="unseen">Try again</span>`];
  const heads = titles.map((it) => html`<th scope="col">${it}</th>`);
  return html`${heading} ${tableBox(`Deliveries: ${which}`, { heads, rows })} ${more}`;
}

/** The page of a delivery has all of it. */
function shortOutcome({ outcome = "" }: InboxEntry): string {
  return outcome.length > maxOutcome ? `${outcome.slice(0, maxOutcome)}…` : outcome;
}
