import { actionSet, type ActionSet } from "../../../actions/action-set.ts";
import type { SharedAction } from "../../../actions/shared-actions.ts";
import type { Plan } from "../../../core/plan.ts";
import {
  forgetResolution,
  keepResolution,
  type ForgetResolution,
  type KeepResolution,
  type ResolutionWrites,
} from "./keep-resolution.ts";
import { markAnswer, type MarkAnswer } from "./mark-answer.ts";

/** The changes that only this feature plans. */
type OwnAction = MarkAnswer | KeepResolution | ForgetResolution;

export type ResolutionAction = SharedAction | OwnAction;
export type ResolutionPlan = Plan<ResolutionAction>;

export const resolutionActions: ActionSet<OwnAction, ResolutionWrites> = actionSet({
  "mark-answer": markAnswer,
  "keep-resolution": keepResolution,
  "forget-resolution": forgetResolution,
});
