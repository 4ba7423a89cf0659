import { html } from "hono/html";
import type { RepositoryRef } from "../../../core/discussion.ts";
import { threadOrderKey } from "../../../core/thread-order-key.ts";
import type { PageReads } from "../../gather/reads.ts";
import type { Html } from "../../html.ts";
import { timeOf } from "../parts/time.ts";

const maxDeliveries = 30;

/** What came about a thread, and what was planned and done for it: as `frontdesk inbox show` has it, without payloads. */
interface ThreadDelivery {
  readonly event: string;
  readonly state: string;
  readonly attempts: number;
  readonly receivedAt: Date;
  readonly outcome: string | undefined;
  readonly stages: readonly {
    readonly stage: string;
    readonly done: number;
    readonly steps: number;
    readonly lines: readonly string[];
  }[];
}

/** The newest first; what is done with is kept for fourteen days. */
export async function gatherDeliveries(
  repository: RepositoryRef,
  number: number,
  { inbox, describePlan }: Pick<PageReads, "inbox" | "describePlan">,
): Promise<readonly ThreadDelivery[]> {
  const entries = await inbox.list({ orderKey: threadOrderKey(repository, number), limit: maxDeliveries });
  const found = await Promise.all(entries.map(({ id }) => inbox.show(id)));
  return found.flatMap((it) => {
    // Pruned between the two questions.
    if (!it) return [];
    const { name, action, state, shortfall, attempts, receivedAt, outcome, plans } = it;
    return [
      {
        event: action === undefined ? name : `${name}.${action}`,
        state: shortfall === undefined ? state : `${state} (${shortfall})`,
        attempts,
        receivedAt,
        outcome,
        stages: Object.entries(plans).map(([stage, { plan, done }]) => ({
          stage,
          done: done.length,
          steps: plan.actions.length,
          lines: describePlan(plan),
        })),
      },
    ];
  });
}

export function deliveriesPart(deliveries: readonly ThreadDelivery[]): Html {
  const none = html`<p class="soft">Nothing came in the last fourteen days.</p>`;
  return html`<h2>Plans and deliveries</h2>
    <p class="soft">
      Only helpers see this part. What is done with is kept for fourteen days; the newest ${maxDeliveries} are shown.
    </p>
    ${deliveries.length === 0 ? none : deliveries.map(deliveryPart)}`;
}

function deliveryPart({ event, state, attempts, receivedAt, outcome, stages }: ThreadDelivery): Html {
  const tries = attempts > 0 ? `, after ${attempts} failed tries` : "";
  return html`<details>
    <summary>${timeOf(receivedAt)} <code>${event}</code>: ${state}${tries}</summary>
    <p>${outcome ?? "Nothing came of it yet."}</p>
    ${stages.map(
      ({ stage, done, steps, lines }) =>
        html`<p>${stage}: ${done} of ${steps} steps done</p>
          <ul>
            ${lines.map((line) => html`<li>${line}</li>`)}
          </ul>`,
    )}
  </details>`;
}
