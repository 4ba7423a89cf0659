import { html } from "hono/html";
import type { Inbox } from "../../../core/inbox.ts";
import type { Plan } from "../../../core/plan.ts";
import type { Html } from "../../html.ts";
import type { SitePage } from "../../page.ts";
import { retryForm } from "./retry.ts";
import { eventOf, shownState, shownTime } from "./shown-delivery.ts";

interface ReadsDelivery {
  readonly inbox: Pick<Inbox, "show">;
  readonly describePlan: (plan: Plan) => readonly string[];
}

/** Longer payloads are cut: the command line shows all of one. */
const maxPayload = 50_000;

/** One delivery: its state, the plans of its stages with what of them is done, and what it said. */
export const delivery: SitePage<ReadsDelivery> = {
  path: "/-/inbox/:id",
  audience: "operator",
  summary: "A delivery: its state, what was planned and done, and its payload.",
  async render({ params: { id = "" }, reads, formToken = "" }) {
    const found = await reads.inbox.show(id);
    if (!found) return undefined;
    const { payload, plans, ...entry } = found;
    const stages = Object.entries(plans).map(([stage, stored]) =>
      showStage(stage, stored, reads.describePlan(stored.plan)),
    );
    const body = html`<dl class="facts">
        <dt>Id</dt>
        <dd><code>${id}</code></dd>
        <dt>Received</dt>
        <dd>${shownTime(entry.receivedAt)} UTC</dd>
        <dt>State</dt>
        <dd>${shownState(entry)}</dd>
        <dt>Order</dt>
        <dd><code>${entry.orderKey}</code></dd>
        <dt>What came of it</dt>
        <dd>${entry.outcome ?? "nothing yet"}</dd>
      </dl>
      ${entry.state === "dead" ? retryForm(id, formToken) : ""}
      <h2>Plans</h2>
      ${stages.length > 0 ? stages : html`<p>Nothing was planned.</p>`}
      <h2>What it said</h2>
      ${showPayload(payload, id)}`;
    return { title: eventOf(entry), body };
  },
};

function showStage(
  stage: string,
  { plan, done }: { readonly plan: Plan; readonly done: readonly number[] },
  lines: readonly string[],
): Html {
  const steps = lines
    .slice(0, plan.actions.length)
    .map((it, at) => html`<li>${it} <span class="soft">${done.includes(at) ? "done" : "not done"}</span></li>`);
  return html`<h3>${stage}</h3>
    <ol>
      ${steps}
    </ol>
    <p class="soft">${lines.slice(plan.actions.length).join(" ")}</p>`;
}

function showPayload(payload: unknown, id: string): Html {
  if (payload === undefined) return html`<p>That was forgotten, with its repository or a person.</p>`;
  const text = JSON.stringify(payload, undefined, 2);
  const rest =
    text.length > maxPayload ? html`<p>Cut short; <code>frontdesk inbox show ${id}</code> shows all of it.</p>` : "";
  return html`<details>
    <summary>Payload</summary>
    <pre tabindex="0">${text.slice(0, maxPayload)}</pre>
    ${rest}
  </details>`;
}
