import { actionSet, type ActionSet, type Writes } from "../../../actions/action-set.ts";
import type { SharedAction } from "../../../actions/shared-actions.ts";
import type { Plan } from "../../../core/plan.ts";
import { markAnswer, type MarkAnswer } from "./mark-answer.ts";

/** The changes that only this feature plans. */
type OwnAction = MarkAnswer;

export type ResolutionAction = SharedAction | OwnAction;
export type ResolutionPlan = Plan<ResolutionAction>;

export const resolutionActions: ActionSet<OwnAction, Writes> = actionSet({
  "mark-answer": markAnswer,
});
