import type { RepositoryRef, Thread } from "../../../core/discussion.ts";
import { UserError } from "../../../core/errors.ts";
import { isRefusal, type FoundEntry, type Refusal } from "../../../core/faq-editor.ts";
import type { FaqConfig } from "../config.ts";
import { findAccount, gatherBranchContents, type BranchContents } from "./branch-contents.ts";
import { readEntryFiles, type EntryFiles } from "./entry-files.ts";
import { putRequest, removeRequest, type EntryRequest } from "./entry-request.ts";
import { knownPromotion, type KnownPromotion } from "./known-promotion.ts";
import {
  editedSince,
  isNotPromotable,
  promotableAnswer,
  wantedOf,
  type Promotable,
  type NotPromotable,
} from "./promotable-answer.ts";
import { noEntry, type EditedAnswer, type Promotion } from "./promotion.ts";
import { proposalReason, type reasons } from "./proposal-reason.ts";
import { proposeChange, type Proposed } from "./propose-change.ts";
import type { ReadsWithFaq } from "../reads.ts";
import type { LanguageSettings } from "../../../words/locale-of.ts";

interface FollowContext {
  readonly reads: ReadsWithFaq;
  readonly config: FaqConfig;
  readonly now: Date;
  readonly language: LanguageSettings;
}

/**
 * Reads the present state; undefined where nobody promoted the thread. Rejects while GitHub does not
 * show the pull request of a promotion yet. 4 points and 2 to 5 REST requests.
 */
export async function gatherFollow(
  repository: RepositoryRef,
  number: number,
  { reads, config, now, language }: FollowContext,
): Promise<FollowFacts | undefined> {
  const known = await knownPromotion(repository, number, reads);
  if (known === undefined) return undefined;
  const { promotion } = known;
  const [thread, comment, files] = await Promise.all([
    reads.github.findThread(repository, number),
    reads.records.findOurComment(repository, number),
    readEntryFiles(repository, { path: promotion.file, branch: promotion.branch, mdx: config.mdx, language }, reads),
  ]);
  if (!isRefusal(files) && promotion.state === "proposed" && files.proposal.pullRequest === undefined) {
    // Reads may lag behind writes; the inbox asks again in a while.
    throw new Error(`the pull request from ${promotion.branch} is not to be seen yet`);
  }
  const promotable = thread && promotableAnswer(thread, promotion.comment, config);
  const branchContents = isRefusal(files)
    ? { otherPromotions: [], otherRequests: [], heldBack: [] }
    : await gatherBranchContents(repository, files, number, { reads, config, now });
  const facts = { ...known, thread, promotable, files, branchContents, hasSpoken: comment !== undefined };
  const none = { ...facts, entry: undefined, due: undefined };
  if (isRefusal(files)) return none;
  try {
    return { ...facts, ...(await compare(repository, { ...facts, files }, { reads, now })) };
  } catch (error) {
    // Nobody asked for this just now, so there is nobody to answer.
    if (error instanceof UserError) return { ...none, files: { refused: error.message } };
    throw error;
  }
}

type Compared = Pick<FollowFacts, "promotion" | "thread" | "promotable" | "branchContents"> & {
  readonly files: EntryFiles;
};

/** The entry on the default branch, and the change that has to be proposed, with the reason. */
async function compare(
  repository: RepositoryRef,
  facts: Compared,
  { reads, now }: Pick<FollowContext, "reads" | "now">,
): Promise<Pick<FollowFacts, "entry" | "due">> {
  const { promotion, thread, promotable, files, branchContents } = facts;
  const entry = await entryOf(files, promotion);
  const wanted = wantedNow(thread, promotable);
  const why = proposalReason({ promotion, wanted, files, entry, otherPromotions: branchContents.otherPromotions });
  if (why === undefined) return { entry, due: undefined };
  const answerer = promotable && !isNotPromotable(promotable) ? promotable.answer.author?.login : undefined;
  const account = await findAccount(repository, answerer, reads);
  const edit = editedSince(promotion, promotable);
  const tries = triesOf(facts);
  const request = requestOf({ ...facts, account }, entry, now);
  const edited = edit && { edited: { ...edit, isIn: true } };
  const again = { ...request, promotion: { ...request.promotion, tries, ...edited } };
  return { entry, due: { why, edit, tries, change: await proposeChange(repository, files, again, branchContents) } };
}

/** Counted from 1 for what is proposed for the first time. */
function triesOf({ promotion, thread, promotable, files }: Compared): number {
  const isSame = promotion.onto === files.baseSha && promotion.wanted === wantedNow(thread, promotable);
  return isSame ? (promotion.tries ?? 0) + 1 : 1;
}

function wantedNow(thread: Thread | undefined, promotable: Promotable | NotPromotable | undefined): string {
  return thread && promotable ? wantedOf(promotable) : noEntry;
}

function requestOf(
  facts: Compared & { readonly account: number | undefined },
  entry: FoundEntry | undefined,
  now: Date,
): EntryRequest {
  const { promotion, thread, promotable, account } = facts;
  const request =
    !thread || !promotable || isNotPromotable(promotable)
      ? removeRequest(promotion)
      : putRequest(thread, promotable, promotion, { now, account, chosen: promotion.question });
  if (entry === undefined || entry.thread === promotion.number) return request;
  const which = { question: entry.question };
  return { ...request, change: "put" in request.change ? { ...request.change, instead: which } : { remove: which } };
}

/** A reviewer may have taken our metadata comment out of the entry: then it is found by its question. */
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

/** The facts about one promotion and all that it depends on. */
export interface FollowFacts extends KnownPromotion {
  /** Undefined when it is gone. */
  readonly thread: Thread | undefined;
  readonly promotable: Promotable | NotPromotable | undefined;
  readonly files: EntryFiles | Refusal;
  readonly branchContents: BranchContents;
  /** Whether we commented in the thread before, be the comment still there or not. */
  readonly hasSpoken: boolean;
  /** Its entry on the default branch. */
  readonly entry: FoundEntry | undefined;
  /** A change that has to be proposed; undefined where all is as it should be. */
  readonly due: DueChange | undefined;
}

/** A change that has to be proposed. */
export interface DueChange {
  readonly why: keyof typeof reasons;
  /** How the answer was edited since a person asked for it. */
  readonly edit: Omit<EditedAnswer, "isIn"> | undefined;
  /** How often the same was proposed, with this. */
  readonly tries: number;
  readonly change: Proposed | Refusal;
}
