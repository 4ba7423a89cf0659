import { actionSet, type ActionSet } from "../../../actions/action-set.ts";
import type { SharedAction } from "../../../actions/shared-actions.ts";
import type { Plan } from "../../../core/plan.ts";
import {
  closeLivingIssue,
  keepLivingIssue,
  writeLivingIssue,
  type CloseLivingIssue,
  type KeepLivingIssue,
  type LivingIssueWrites,
  type WriteLivingIssue,
} from "./write-living-issue.ts";

/** The changes that only this feature plans. */
type OwnAction = WriteLivingIssue | KeepLivingIssue | CloseLivingIssue;

export type LivingIssueAction = SharedAction | OwnAction;
export type LivingIssuePlan = Plan<LivingIssueAction>;

export const livingIssueActions: ActionSet<OwnAction, LivingIssueWrites> = actionSet({
  "write-living-issue": writeLivingIssue,
  "keep-living-issue": keepLivingIssue,
  "close-living-issue": closeLivingIssue,
});
