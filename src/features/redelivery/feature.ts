import { redeliveryActions, type RedeliveryAction, type RedeliveryPlan } from "./actions.ts";
import type { WebhookAttempt } from "../../core/github-reads.ts";
import { nothing } from "../../core/plan.ts";
import { feature } from "../feature.ts";
import { afterAsking, afterLook, dueWebhooks, listedFrom, type WebhookSweep } from "./lost-webhooks.ts";
import type { ReadsWithSweep } from "./store/sweep-records.ts";
import { SweepStore } from "./store/sweep-store.ts";

/** At most so many in one go: GitHub wants a second between writes. Five minutes later come the next. */
const maxAtOnce = 100;

interface Facts {
  readonly before: WebhookSweep;
  /** Newest first; undefined where GitHub was not asked. */
  readonly attempts: readonly WebhookAttempt[] | undefined;
}

/** Has GitHub send webhooks again that did not reach us, since it does not do so by itself. */
export const redelivery = feature({
  name: "redelivery",
  summary: "Asks GitHub each hour, and at the start, to send again the webhooks that did not get through.",
  on: ["tick"],
  actions: redeliveryActions,
  openStores: (database) => ({ webhookSweeps: new SweepStore(database) }),

  /** Each hour and at the start a look at what came since the last one; in between only at what that found. */
  async gather({ every }, { reads, now }: { reads: ReadsWithSweep; now: Date }): Promise<Facts> {
    if (every === "day") return { before: { lost: [] }, attempts: undefined };
    const before = await reads.webhookSweeps.findSweep();
    const isLook = every !== "minutes";
    return { before, attempts: isLook ? await reads.github.webhookAttempts(listedFrom(before, now)) : undefined };
  },

  decide(_, { before, attempts }, { now }): RedeliveryPlan {
    const sweep = attempts ? afterLook(before, attempts, now) : before;
    const due = dueWebhooks(sweep, now, attempts !== undefined).slice(0, maxAtOnce);
    const known = afterAsking(sweep, due, now);
    const isChanged = JSON.stringify(known) !== JSON.stringify(before);
    const actions: RedeliveryAction[] = [
      // First: what follows is found again by it, should this plan be given up.
      ...(isChanged ? [{ do: "keep-webhook-sweep", sweep: known } as const] : []),
      ...due.map(({ attempt, guid }) => ({ do: "redeliver", id: attempt, guid }) as const),
    ];
    const because =
      sweep.lost.length === 0
        ? "every webhook got through"
        : `${sweep.lost.length} webhooks did not get through so far`;
    return actions.length === 0 ? nothing(because) : { actions, because };
  },
});
