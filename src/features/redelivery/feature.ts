import { redeliveryActions, type RedeliveryPlan } from "./actions.ts";
import { dayMs } from "../../core/clock.ts";
import type { FailedDelivery } from "../../core/github-reads.ts";
import { nothing } from "../../core/plan.ts";
import { feature } from "../feature.ts";

/** GitHub keeps deliveries for three days: https://docs.github.com/en/webhooks/using-webhooks/viewing-webhook-deliveries */
const keptMs = 3 * dayMs;

/** At most so many in one go: GitHub wants a second between writes. The next hour brings the rest. */
const maxAtOnce = 100;

/** Has GitHub send webhooks again that did not reach us, since it does not do so by itself. */
export const redelivery = feature({
  name: "redelivery",
  summary: "Asks GitHub each hour, and at the start, to send again the webhooks that did not get through.",
  on: ["tick"],
  actions: redeliveryActions,

  async gather({ every }, { reads: { github }, now }): Promise<readonly FailedDelivery[]> {
    return every === "day" ? [] : github.failedDeliveries(new Date(now.getTime() - keptMs));
  },

  decide(_, failed): RedeliveryPlan {
    if (failed.length === 0) return nothing("every webhook got through");
    // Oldest first, as they would have come.
    const lost = failed.toReversed().slice(0, maxAtOnce);
    return {
      actions: lost.map(({ id, guid }) => ({ do: "redeliver", id, guid })),
      because: `${failed.length} webhooks did not get through`,
    };
  },
});
