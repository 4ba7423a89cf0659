import { actionSet, type ActionSet, type Writes } from "../../actions/action-set.ts";
import type { SharedAction } from "../../actions/shared-actions.ts";
import type { Plan } from "../../core/plan.ts";
import type { WebhookSweep } from "./lost-webhooks.ts";
import type { SweepRecords } from "./store/sweep-records.ts";

/** Have GitHub send a webhook again that did not get through. */
interface Redeliver {
  readonly do: "redeliver";
  /** Of its newest attempt; a number in plans of earlier versions. */
  readonly id: string | number;
  readonly guid: string;
}

/** Remember how far GitHub's list was read, and what is lost so far. */
interface KeepSweep {
  readonly do: "keep-webhook-sweep";
  readonly sweep: WebhookSweep;
}

/** The changes that only redelivery plans. */
type OwnAction = Redeliver | KeepSweep;

export type RedeliveryAction = SharedAction | OwnAction;
export type RedeliveryPlan = Plan<RedeliveryAction>;

/** What these actions write beside what all actions may. */
interface WritesOfSweep extends Writes {
  readonly webhookSweeps: SweepRecords;
}

export const redeliveryActions: ActionSet<OwnAction, WritesOfSweep> = actionSet({
  redeliver: {
    perform: ({ id }, { github }) => github.writes.redeliver(String(id)),
    describe: ({ guid }) => `have GitHub send ${guid} again`,
  },
  "keep-webhook-sweep": {
    perform: ({ sweep }, { webhookSweeps }) => webhookSweeps.keepSweep(sweep),
    describe: ({ sweep: { lost } }) =>
      `remember how far the list of webhooks was read, and ${lost.length} that are lost`,
  },
});
