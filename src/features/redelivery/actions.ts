import { actionSet, type ActionSet, type Writes } from "../../actions/action-set.ts";
import type { SharedAction } from "../../actions/shared-actions.ts";
import type { Plan } from "../../core/plan.ts";

/** Have GitHub send a webhook again that did not get through. */
interface Redeliver {
  readonly do: "redeliver";
  readonly id: number;
  readonly guid: string;
}

/** The changes that only redelivery plans. */
type OwnAction = Redeliver;

export type RedeliveryAction = SharedAction | OwnAction;
export type RedeliveryPlan = Plan<RedeliveryAction>;

export const redeliveryActions: ActionSet<OwnAction, Writes> = actionSet({
  redeliver: {
    perform: ({ id }, { github }) => github.writes.redeliver(id),
    describe: ({ guid }) => `have GitHub send ${guid} again`,
  },
});
