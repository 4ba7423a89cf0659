import { actionSet, type ActionSet } from "../../../actions/action-set.ts";
import type { SharedAction } from "../../../actions/shared-actions.ts";
import type { Plan } from "../../../core/plan.ts";
import {
  keepEvidence,
  keepPromotion,
  markStale,
  type FaqWrites,
  type KeepEvidence,
  type KeepPromotion,
  type MarkStale,
} from "./keep-records.ts";
import { labelDiscussion, type LabelDiscussion } from "./label-discussion.ts";
import {
  deleteBranch,
  propose,
  withdrawProposal,
  type DeleteBranch,
  type Propose,
  type WithdrawProposal,
} from "./propose.ts";
import { writeReview, type WriteReview } from "./write-review.ts";

/** The changes that only the FAQ plans. */
type OwnAction =
  Propose | WithdrawProposal | DeleteBranch | KeepEvidence | MarkStale | WriteReview | KeepPromotion | LabelDiscussion;

export type FaqAction = SharedAction | OwnAction;
export type FaqPlan = Plan<FaqAction>;

export const faqActions: ActionSet<OwnAction, FaqWrites> = actionSet({
  propose,
  "withdraw-proposal": withdrawProposal,
  "delete-branch": deleteBranch,
  "keep-evidence": keepEvidence,
  "mark-stale": markStale,
  "write-review": writeReview,
  "keep-promotion": keepPromotion,
  "label-discussion": labelDiscussion,
});
