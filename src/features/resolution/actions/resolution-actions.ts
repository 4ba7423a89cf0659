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

/** The changes that only this feature plans. */
type OwnAction = KeepResolution | ForgetResolution;

export type ResolutionAction = SharedAction | OwnAction;
export type ResolutionPlan = Plan<ResolutionAction>;

export const resolutionActions: ActionSet<OwnAction, ResolutionWrites> = actionSet({
  "keep-resolution": keepResolution,
  "forget-resolution": forgetResolution,
});
