import type { RepositoryRef, Thread } from "../../../core/discussion.ts";
import { UserError } from "../../../core/errors.ts";
import { isRefusal, type FoundEntry } from "../../../core/faq-editor.ts";
import { nothing } from "../../../core/plan.ts";
import type { FaqPlan } from "../actions/faq-actions.ts";
import type { FaqConfig } from "../config.ts";
import { editedSince } from "./edited-since.ts";
import { readEntryFiles, type EntryFiles } from "./entry-files.ts";
import type { FollowFacts } from "./follow-facts.ts";
import { findAccount, gatherOnBranch } from "./gather-wishes.ts";
import { knownPromotion } from "./known-promotion.ts";
import { lookAgain, looksAtLeft } from "./look-again.ts";
import { isUnfit, promotableAnswer, wantedOf, type Promotable, type Unfit } from "./promotable-answer.ts";
import { noEntry, type EditedAnswer, type Promotion } from "./promotion.ts";
import { proposeChange, type Wish } from "./propose-change.ts";
import { lookAtLost, settle, type Standing } from "./settle.ts";
import { putWish, removeWish } from "./to-wish.ts";
import { reasons, whyPropose } from "./why-propose.ts";
import type { ReadsWithFaq } from "../reads.ts";

interface FeatureContext {
  readonly reads: ReadsWithFaq;
  readonly config: FaqConfig;
  readonly now: Date;
}

/**
 * ReadsWithFaq how things stand; undefined where nobody promoted the thread. Rejects while the pull request of a promotion is
 * not to be seen. 4 points and 2 to 5 REST requests.
 */
export async function gatherFollow(
  repository: RepositoryRef,
  number: number,
  { reads, config, now }: FeatureContext,
): Promise<FollowFacts | undefined> {
  const known = await knownPromotion(repository, number, reads);
  if (known === undefined) return undefined;
  const { promotion } = known;
  const [thread, comment, files] = await Promise.all([
    reads.github.findThread(repository, number),
    reads.records.findOurComment(repository, number),
    readEntryFiles(repository, { path: promotion.file, branch: promotion.branch, mdx: config.mdx }, reads),
  ]);
  if (!isRefusal(files) && promotion.state === "proposed" && files.proposal.pullRequest === undefined) {
    // ReadsWithFaq may lag behind writes; the inbox asks again in a while.
    throw new Error(`the pull request from ${promotion.branch} is not to be seen yet`);
  }
  const promotable = thread && promotableAnswer(thread, promotion.comment, config);
  const company = isRefusal(files)
    ? { onBranch: [], fellows: [], heldBack: [] }
    : await gatherOnBranch(repository, files, number, { reads, config, now });
  const facts = { ...known, thread, promotable, files, company, hasSpoken: comment !== undefined };
  const none = { ...facts, entry: undefined, due: undefined };
  if (isRefusal(files)) return none;
  try {
    return { ...facts, ...(await compare(repository, { ...facts, files }, { reads, now })) };
  } catch (error) {
    // Nobody asked for this just now, so there is nobody to tell it.
    if (error instanceof UserError) return { ...none, files: { refused: error.message } };
    throw error;
  }
}

type Compared = Pick<FollowFacts, "promotion" | "thread" | "promotable" | "company"> & { readonly files: EntryFiles };

/** Its entry on the default branch, and the change that has to be proposed, with why. */
async function compare(
  repository: RepositoryRef,
  facts: Compared,
  { reads, now }: Pick<FeatureContext, "reads" | "now">,
): Promise<Pick<FollowFacts, "entry" | "due">> {
  const { promotion, thread, promotable, files, company } = facts;
  const entry = await entryOf(files, promotion);
  const wanted = wantedNow(thread, promotable);
  const why = whyPropose({ promotion, wanted, files, entry, onBranch: company.onBranch });
  if (why === undefined) return { entry, due: undefined };
  const answerer = promotable && !isUnfit(promotable) ? promotable.answer.author?.login : undefined;
  const account = await findAccount(repository, answerer, reads);
  const edit = editedSince(promotion, promotable);
  const tries = triesOf(facts);
  const wish = wishOf({ ...facts, account }, entry, now);
  const edited = edit && { edited: { ...edit, isIn: true } };
  const again = { ...wish, promotion: { ...wish.promotion, tries, ...edited } };
  return { entry, due: { why, edit, tries, change: await proposeChange(repository, files, again, company) } };
}

/**
 * Brings pull request, entry and thread in line with each other, whatever happened: it compares what should be with
 * what is, so that it does not matter which webhook came, how often, or in which order.
 */
export function decideFollow(
  repository: RepositoryRef,
  facts: FollowFacts,
  { config: { label, "follow-edits": edits } }: { readonly config: FaqConfig },
): FaqPlan {
  const { files, entry, due } = facts;
  if (isRefusal(files)) return nothing(files.refused);
  const pull = files.proposal.pullRequest;
  const standing = { pull, entry, label };
  if (due === undefined) return settle(repository, facts, files, standing);
  const { why, edit, tries, change: done } = due;
  const bringsWords = isRefusal(done) || done.is === "proposed";
  if (edit && bringsWords && edits === "ask") return hold(repository, facts, files, { ...standing, edit });
  if (tries > mostTries) return settle(repository, facts, files, { ...standing, trouble: inVain });
  if (isRefusal(done)) return settle(repository, facts, files, { ...standing, trouble: done.refused });
  // Where nothing but words were missing, another look could tell no more, and would have no end if they did not stay.
  const looks =
    why === "mistold" ? lookAtLost(repository, facts, files) : [lookAgain(repository, done.promotion, files)];
  const left = looksAtLeft(repository, facts.company, files);
  return { actions: [...done.actions, ...(left.length > 0 ? left : looks)], because: reasons[why] };
}

/**
 * An edited answer is no wish of anybody who may have one: what was asked for stays as it is, and the edit is told.
 * Where the branch cannot be gone on with, what was asked for cannot be put there again: only its digest is known.
 */
function hold(
  repository: RepositoryRef,
  facts: FollowFacts,
  files: EntryFiles,
  { edit, ...standing }: Standing & { readonly edit: Omit<EditedAnswer, "isIn"> },
): FaqPlan {
  const { promotion, company } = facts;
  const { entry } = standing;
  const { onBranch } = company;
  const why = whyPropose({ promotion, wanted: promotion.wanted, files, entry, onBranch });
  const edited = { ...edit, isIn: false };
  const isMistold = why === "mistold";
  if (why === "conflict") return settle(repository, facts, files, { ...standing, edited, trouble: editedAway });
  return settle(repository, facts, files, { ...standing, edited, isMistold, isLeftOut: why === "lost" });
}

const editedAway = "its answer was edited, and what was asked for no longer merges. Comment /promote-faq";

/** How often the same is proposed by ourselves, without a person's command or another file on the default branch between. */
const mostTries = 3;

const inVain = `it was proposed ${mostTries} times, and the branch still does not hold it. Look at the branch, then comment /promote-faq`;

/** Counted from 1 for what is proposed for the first time. */
function triesOf({ promotion, thread, promotable, files }: Compared): number {
  const isSame = promotion.onto === files.baseSha && promotion.wanted === wantedNow(thread, promotable);
  return isSame ? (promotion.tries ?? 0) + 1 : 1;
}

function wantedNow(thread: Thread | undefined, promotable: Promotable | Unfit | undefined): string {
  return thread && promotable ? wantedOf(promotable) : noEntry;
}

function wishOf(
  facts: Compared & { readonly account: number | undefined },
  entry: FoundEntry | undefined,
  now: Date,
): Wish {
  const { promotion, thread, promotable, account } = facts;
  const wish =
    !thread || !promotable || isUnfit(promotable)
      ? removeWish(promotion)
      : putWish(thread, promotable, promotion, { now, account, chosen: promotion.question });
  if (entry === undefined || entry.thread === promotion.number) return wish;
  const which = { question: entry.question };
  return { ...wish, change: "put" in wish.change ? { ...wish.change, instead: which } : { remove: which } };
}

/** A reviewer may have taken our mark out of the entry: then it is known by its question. */
async function entryOf(
  { path, base, editor, proposal }: EntryFiles,
  { number, question, state }: Promotion,
): Promise<FoundEntry | undefined> {
  if (base === undefined) return undefined;
  const own = await editor.work({ do: "find", path, text: base, which: { thread: number } });
  if (own !== undefined) return own;
  if (state !== "published" && proposal.pullRequest?.state !== "merged") return undefined;
  return editor.work({ do: "find", path, text: base, which: { question } });
}
