import type { RepositoryRef } from "../../../core/discussion.ts";
import { isRefusal } from "../../../core/faq-editor.ts";
import type { FaqConfig } from "../config.ts";
import { editedSince } from "./edited-since.ts";
import type { EntryFiles } from "./entry-files.ts";
import { findGround } from "./find-ground.ts";
import { isUnfit, promotableAnswer } from "./promotable-answer.ts";
import { noEntry, type Promotion } from "./promotion.ts";
import type { Wish } from "./propose-change.ts";
import { putWish, removeWish } from "./to-wish.ts";
import type { ReadsWithFaq } from "../reads.ts";

/** What else is on a branch beside one thread's wish. */
export interface OnBranch {
  /** All other promotions that are proposed there. */
  readonly onBranch: readonly Promotion[];
  /** Their wishes, where the branch is to be made anew. */
  readonly fellows: readonly Wish[];
  /** Those that are left out then: their answers were edited, and nobody asked for what they say now. */
  readonly heldBack: readonly Promotion[];
}

/** ReadsWithFaq the threads of other promotions on a branch only where they are needed: one point and at most one more each. */
export async function gatherOnBranch(
  repository: RepositoryRef,
  files: EntryFiles,
  number: number,
  { reads, config, now }: { readonly reads: ReadsWithFaq; readonly config: FaqConfig; readonly now: Date },
): Promise<OnBranch> {
  const known = await reads.faq.promotions(repository, { branch: files.branch, state: "proposed" });
  const isOpen = files.proposal.pullRequest?.state === "open";
  const onBranch = isOpen ? known.filter((it) => it.number !== number && it.file === files.path) : [];
  const ground = findGround(files);
  if (isRefusal(ground) || !ground.isFresh) return { onBranch, fellows: [], heldBack: [] };
  const fellows: Wish[] = [];
  const heldBack: Promotion[] = [];
  for (const promotion of onBranch) {
    const fellow = await toFellow(repository, promotion, { reads, config, now });
    if (fellow === undefined) heldBack.push(promotion);
    else fellows.push(fellow);
  }
  return { onBranch: onBranch.filter((it) => !heldBack.includes(it)), fellows, heldBack };
}

/** Undefined where the answer is not what was asked for, and the config wants a person to ask. */
async function toFellow(
  repository: RepositoryRef,
  promotion: Promotion,
  { reads, config, now }: { readonly reads: ReadsWithFaq; readonly config: FaqConfig; readonly now: Date },
): Promise<Wish | undefined> {
  const thread = promotion.wanted === noEntry ? undefined : await reads.github.findThread(repository, promotion.number);
  const promotable = thread && promotableAnswer(thread, promotion.comment, config);
  if (!thread || !promotable || isUnfit(promotable)) return removeWish(promotion);
  const edit = editedSince(promotion, promotable);
  if (edit && config["follow-edits"] === "ask") return undefined;
  const account = await findAccount(repository, promotable.answer.author?.login, reads);
  return putWish(thread, promotable, promotion, { now, account, chosen: promotion.question });
}

/** The number of a person's account; one point. */
export async function findAccount(
  repository: RepositoryRef,
  login: string | undefined,
  { github }: ReadsWithFaq,
): Promise<number | undefined> {
  return login === undefined ? undefined : github.accountId(repository, login);
}
