import type { RepositoryRef } from "../../../core/discussion.ts";
import { isRefusal } from "../../../core/faq-editor.ts";
import { nothing } from "../../../core/plan.ts";
import type { FaqPlan } from "../actions/faq-actions.ts";
import type { FaqConfig } from "../config.ts";
import { followUp, followUpHeldBack } from "./branch-contents.ts";
import type { EntryFiles } from "./entry-files.ts";
import type { FollowFacts } from "./gather-follow.ts";
import { followUpLost, planStatus, type PromotionStatus } from "./plan-status.ts";
import type { EditedAnswer } from "./promotion.ts";
import { reasons, proposalReason } from "./proposal-reason.ts";
import { say } from "../messages/words.ts";

/**
 * Brings pull request, entry and thread in line with each other. It compares the wanted state with the present one, so
 * that it does not matter which webhook came, how often, or in which order.
 */
export function decideFollow(
  repository: RepositoryRef,
  facts: FollowFacts,
  { config: { label, "follow-edits": edits } }: { readonly config: FaqConfig },
): FaqPlan {
  const { files, entry, due } = facts;
  if (isRefusal(files)) return nothing(files.refused);
  const pull = files.proposal.pullRequest;
  const status = { pull, entry, label };
  if (due === undefined) return planStatus(repository, facts, files, status);
  const { why, edit, tries, change: done } = due;
  const bringsWords = isRefusal(done) || done.is === "proposed";
  if (edit && bringsWords && edits === "ask") return planHeldEdit(repository, facts, files, { ...status, edit });
  if (tries > maxTries) return planStatus(repository, facts, files, { ...status, trouble: triedTooOften });
  if (isRefusal(done)) return planStatus(repository, facts, files, { ...status, trouble: () => done.refused });
  // Where only the description of the pull request was wrong, a follow-up could find no more, and would repeat without end
  // if the description did not stay.
  const followUps =
    why === "misdescribed" ? followUpLost(repository, facts, files) : [followUp(repository, done.promotion, files)];
  const left = followUpHeldBack(repository, facts.branchContents, files);
  return { actions: [...done.actions, ...(left.length > 0 ? left : followUps)], because: reasons[why] };
}

/**
 * Nobody with the right to promote asked for an edited answer: what was asked for stays proposed, and the edit is
 * reported. Where the branch has to be made anew, what was asked for cannot be committed again: only its digest is
 * stored.
 */
function planHeldEdit(
  repository: RepositoryRef,
  facts: FollowFacts,
  files: EntryFiles,
  { edit, ...status }: PromotionStatus & { readonly edit: Omit<EditedAnswer, "isIn"> },
): FaqPlan {
  const { promotion, branchContents } = facts;
  const { entry } = status;
  const { otherPromotions } = branchContents;
  const why = proposalReason({ promotion, wanted: promotion.wanted, files, entry, otherPromotions });
  const edited = { ...edit, isIn: false };
  const isMisdescribed = why === "misdescribed";
  if (why === "conflict") return planStatus(repository, facts, files, { ...status, edited, trouble: editedAway });
  return planStatus(repository, facts, files, { ...status, edited, isMisdescribed, isLeftOut: why === "lost" });
}

const editedAway = say("trouble.edited-away");

/**
 * How often the same is proposed again while neither a person's command nor another file on the default branch comes
 * between.
 */
const maxTries = 3;

const triedTooOften = say("trouble.tried-too-often", { count: maxTries });
