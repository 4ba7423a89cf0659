import { actionSet, type ActionSet } from "../../../actions/action-set.ts";
import type { SharedAction } from "../../../actions/shared-actions.ts";
import type { Plan } from "../../../core/plan.ts";
import { keepOnboarding, type KeepOnboarding, type OnboardingWrites } from "./keep-onboarding.ts";
import { openOnboarding, type OpenOnboarding } from "./open-onboarding.ts";

/** The changes that only this feature plans. */
type OwnAction = KeepOnboarding | OpenOnboarding;

export type OnboardingPlan = Plan<SharedAction | OwnAction>;

export const onboardingActions: ActionSet<OwnAction, OnboardingWrites> = actionSet({
  "keep-onboarding": keepOnboarding,
  "open-onboarding": openOnboarding,
});
