import type { RepositoryRef } from "../../../core/discussion.ts";
import { isRefusal } from "../../../core/faq-editor.ts";
import type { FaqAction } from "../actions/faq-actions.ts";
import type { FaqConfig } from "../config.ts";
import { findBranchBase } from "./branch-base.ts";
import type { EntryFiles } from "./entry-files.ts";
import { putRequest, removeRequest, type EntryRequest } from "./entry-request.ts";
import { editedSince, isNotPromotable, promotableAnswer } from "./promotable-answer.ts";
import { noEntry, type Promotion } from "./promotion.ts";
import type { ReadsWithFaq } from "../reads.ts";

/** What else is on a branch beside one thread's entry. */
export interface BranchContents {
  /** All other promotions that are proposed there. */
  readonly otherPromotions: readonly Promotion[];
  /** Their requests, where the branch is to be made anew. */
  readonly otherRequests: readonly EntryRequest[];
  /** Those that are left out then: their answers were edited, and nobody asked for what they say now. */
  readonly heldBack: readonly Promotion[];
}

/** Reads the threads of other promotions on a branch only where they are needed: one point and at most one more each. */
export async function gatherBranchContents(
  repository: RepositoryRef,
  files: EntryFiles,
  number: number,
  { reads, config, now }: { readonly reads: ReadsWithFaq; readonly config: FaqConfig; readonly now: Date },
): Promise<BranchContents> {
  const known = await reads.faq.promotions(repository, { branch: files.branch, state: "proposed" });
  const isOpen = files.proposal.pullRequest?.state === "open";
  const otherPromotions = isOpen ? known.filter((it) => it.number !== number && it.file === files.path) : [];
  const branchBase = findBranchBase(files);
  if (isRefusal(branchBase) || !branchBase.isFresh) return { otherPromotions, otherRequests: [], heldBack: [] };
  const otherRequests: EntryRequest[] = [];
  const heldBack: Promotion[] = [];
  for (const promotion of otherPromotions) {
    const other = await requestOfOther(repository, promotion, { reads, config, now });
    if (other === undefined) heldBack.push(promotion);
    else otherRequests.push(other);
  }
  return { otherPromotions: otherPromotions.filter((it) => !heldBack.includes(it)), otherRequests, heldBack };
}

/** Undefined where the answer is not what was asked for, and the config wants a person to ask. */
async function requestOfOther(
  repository: RepositoryRef,
  promotion: Promotion,
  { reads, config, now }: { readonly reads: ReadsWithFaq; readonly config: FaqConfig; readonly now: Date },
): Promise<EntryRequest | undefined> {
  const thread = promotion.wanted === noEntry ? undefined : await reads.github.findThread(repository, promotion.number);
  const promotable = thread && promotableAnswer(thread, promotion.comment, config);
  if (!thread || !promotable || isNotPromotable(promotable)) return removeRequest(promotion);
  const edit = editedSince(promotion, promotable);
  if (edit && config["follow-edits"] === "ask") return undefined;
  const account = await findAccount(repository, promotable.answer.author?.login, reads);
  return putRequest(thread, promotable, promotion, { now, account, chosen: promotion.question });
}

/** The number of a person's account; one point. */
export async function findAccount(
  repository: RepositoryRef,
  login: string | undefined,
  { github }: ReadsWithFaq,
): Promise<number | undefined> {
  return login === undefined ? undefined : github.accountId(repository, login);
}

/**
 * A follow-up that compares the promotion again: only after `propose` is it known which pull request its thread has to
 * name.
 */
export function followUp(
  repository: RepositoryRef,
  { number, wanted }: Promotion,
  { proposal }: EntryFiles,
): FaqAction {
  const key = `promotion:${number}:${wanted}:${proposal.base.head}`;
  return { do: "follow-up", key, event: { kind: "promotion-changed", repository, number } };
}

/**
 * Follow-ups of the promotions that a branch made anew leaves out. They run before those of the others on it, so that
 * each is recorded as left out before another takes it for something that the pull request has to name.
 */
export function followUpHeldBack(
  repository: RepositoryRef,
  { heldBack }: BranchContents,
  files: EntryFiles,
): FaqAction[] {
  return heldBack.map((it) => followUp(repository, it, files));
}
