import type { RepositoryRef, Thread } from "../../../core/discussion.ts";
import { nothing, type Action, type Plan } from "../../../core/plan.ts";
import type { Reads } from "../../../core/ports.ts";
import { noEntry, type Promotion } from "../../../core/promotion.ts";
import type { PullRequest } from "../../../core/proposal.ts";
import { findEntry } from "../../../faq/place/find-entry.ts";
import type { FaqEntry } from "../../../faq/read/faq-entry.ts";
import { readFaq } from "../../../faq/read/read-faq.ts";
import { isRefusal, type Refusal } from "../../../faq/refusal.ts";
import type { FaqConfig } from "../config.ts";
import { findThreadEntry } from "./change-entry.ts";
import { readEntryFiles, type EntryFiles } from "./entry-files.ts";
import { findAccount, gatherOnBranch, type OnBranch } from "./gather-wishes.ts";
import { knownPromotion, type KnownPromotion } from "./known-promotion.ts";
import { isUnfit, promotableAnswer, wantedOf, type Promotable, type Unfit } from "./promotable-answer.ts";
import { proposeChange, type Wish } from "./propose-change.ts";
import { tellThread } from "./tell-thread.ts";
import { putWish, removeWish } from "./to-wish.ts";
import { isLost, reasons, whyPropose } from "./why-propose.ts";

/** What is known of one promotion and of all that it depends on. */
export interface FollowFacts extends KnownPromotion {
  /** Undefined when it is gone. */
  readonly thread: Thread | undefined;
  readonly promotable: Promotable | Unfit | undefined;
  /** Number of the answerer's account. */
  readonly account: number | undefined;
  readonly files: EntryFiles | Refusal;
  readonly company: OnBranch;
  /** Whether we commented in the thread before, be the comment still there or not. */
  readonly hasSpoken: boolean;
}

interface Surroundings {
  readonly reads: Reads;
  readonly config: FaqConfig;
  readonly now: Date;
}

/**
 * Reads how things stand; undefined where nobody promoted the thread. Rejects while the pull request of a promotion is
 * not to be seen. 4 points and 2 to 5 REST requests.
 */
export async function gatherFollow(
  repository: RepositoryRef,
  number: number,
  { reads, config, now }: Surroundings,
): Promise<FollowFacts | undefined> {
  const known = await knownPromotion(repository, number, reads);
  if (known === undefined) return undefined;
  const { promotion } = known;
  const [thread, comment, files] = await Promise.all([
    reads.github.findThread(repository, number),
    reads.records.findOurComment(repository, number),
    readEntryFiles(repository, { path: promotion.file, branch: promotion.branch }, reads.github),
  ]);
  if (!isRefusal(files) && promotion.state === "proposed" && files.proposal.pullRequest === undefined) {
    // Reads may lag behind writes; the inbox asks again in a while.
    throw new Error(`the pull request from ${promotion.branch} is not to be seen yet`);
  }
  const promotable = thread && promotableAnswer(thread, promotion.comment, config);
  const company = isRefusal(files)
    ? { onBranch: [], fellows: [] }
    : await gatherOnBranch(repository, files, number, { reads, config, now });
  const facts: FollowFacts = {
    ...known,
    thread,
    promotable,
    account: undefined,
    files,
    company,
    hasSpoken: comment !== undefined,
  };
  const answerer = promotable && !isUnfit(promotable) ? promotable.answer.author?.login : undefined;
  if (isRefusal(files) || answerer === undefined || compare(facts, files).why === undefined) return facts;
  return { ...facts, account: await findAccount(repository, answerer, reads) };
}

/** Its entry on the default branch, and why a change has to be proposed. */
function compare({ promotion, thread, promotable, company }: FollowFacts, files: EntryFiles) {
  const entry = entryOf(files, promotion);
  const wanted = wantedNow(thread, promotable);
  return { entry, why: whyPropose({ promotion, wanted, files, entry, onBranch: company.onBranch }) };
}

/**
 * Brings pull request, entry and thread in line with each other, whatever happened: it compares what should be with
 * what is, so that it does not matter which webhook came, how often, or in which order.
 */
export function decideFollow(
  repository: RepositoryRef,
  facts: FollowFacts,
  { config: { label }, now }: { readonly config: FaqConfig; readonly now: Date },
): Plan {
  const { files } = facts;
  if (isRefusal(files)) return nothing(files.refused);
  const pull = files.proposal.pullRequest;
  const { entry, why } = compare(facts, files);
  if (why === undefined) return settle(repository, facts, files, { pull, entry, label });
  const tries = triesOf(facts, files);
  if (tries > mostTries) return settle(repository, facts, files, { pull, entry, label, trouble: inVain });
  const wish = wishOf(facts, entry, now);
  const again = { ...wish, promotion: { ...wish.promotion, tries } };
  const done = proposeChange(repository, files, again, facts.company);
  if (isRefusal(done)) return settle(repository, facts, files, { pull, entry, label, trouble: done.refused });
  // Where nothing but words were missing, another look could tell no more, and would have no end if they did not stay.
  const looks =
    why === "mistold" ? lookAtLost(repository, facts, files) : [lookAgain(repository, done.promotion, files)];
  return { actions: [...done.actions, ...looks], because: reasons[why] };
}

/** How often the same is proposed by ourselves, without a person's command or another file on the default branch between. */
const mostTries = 3;
const inVain = `it was proposed ${mostTries} times, and the branch still does not hold it. Look at the branch, then comment /promote-faq`;

/** Counted from 1 for what is proposed for the first time. */
function triesOf({ promotion, thread, promotable }: FollowFacts, { baseSha }: EntryFiles): number {
  const isSame = promotion.onto === baseSha && promotion.wanted === wantedNow(thread, promotable);
  return isSame ? (promotion.tries ?? 0) + 1 : 1;
}

function wantedNow(thread: Thread | undefined, promotable: Promotable | Unfit | undefined): string {
  return thread && promotable ? wantedOf(promotable) : noEntry;
}

function wishOf(facts: FollowFacts, entry: FaqEntry | undefined, now: Date): Wish {
  const { promotion, thread, promotable, account } = facts;
  const wish =
    !thread || !promotable || isUnfit(promotable)
      ? removeWish(promotion)
      : putWish(thread, promotable, promotion, { now, account, chosen: promotion.question });
  if (entry === undefined || entry.marks.source?.thread === promotion.number) return wish;
  const which = { question: entry.question };
  return { ...wish, change: "put" in wish.change ? { ...wish.change, instead: which } : { remove: which } };
}

/** The thread is told by a look of its own: only then is it known which pull request it has become. */
export function lookAgain(repository: RepositoryRef, { number, wanted }: Promotion, { proposal }: EntryFiles): Action {
  const key = `promotion:${number}:${wanted}:${proposal.base.head}`;
  return { do: "follow-up", key, event: { kind: "promotion-changed", repository, number } };
}

/** A reviewer may have taken our mark out of the entry: then it is known by its question. */
function entryOf({ base, parser, proposal }: EntryFiles, { number, question, state }: Promotion): FaqEntry | undefined {
  const own = findThreadEntry(base, number, parser);
  if (own !== undefined || base === undefined) return own;
  if (state !== "published" && proposal.pullRequest?.state !== "merged") return undefined;
  const found = findEntry(readFaq(base, parser), { question });
  return isRefusal(found) ? undefined : found;
}

interface Standing {
  readonly pull: PullRequest | undefined;
  readonly entry: FaqEntry | undefined;
  readonly trouble?: string;
  /** Of discussions whose answer is in the FAQ. */
  readonly label: string;
}

/** Nothing is to be proposed: what has become of it is written down and told. */
function settle(
  repository: RepositoryRef,
  facts: FollowFacts,
  files: EntryFiles,
  { pull, entry, trouble, label }: Standing,
): Plan {
  const { promotion, thread } = facts;
  const state = stateOf(promotion, pull, entry);
  const now = { ...promotion, state, question: entry?.question ?? promotion.question };
  const isNew = facts.isMoved || state !== promotion.state || now.question !== promotion.question;
  const keep: Action[] = isNew ? [{ do: "keep-promotion", repository, promotion: now }] : [];
  const tell = tellThread(repository, { ...facts, promotion: now }, { pull, anchor: entry?.anchor, trouble });
  const mark = thread && state !== promotion.state ? relabel(repository, thread, state, label) : [];
  const looks = lookAtLost(repository, facts, files);
  const actions = [...tell, ...mark, ...keep, ...leftBranch(repository, files), ...looks];
  const because = trouble ?? `the answer is ${state}${pull === undefined ? "" : `, its pull request ${pull.state}`}`;
  return actions.length === 0 ? nothing(because) : { actions, because };
}

/** Others on the branch may have had their last look before this one took it from them. */
function lookAtLost(repository: RepositoryRef, { company }: FollowFacts, files: EntryFiles): Action[] {
  return company.onBranch.filter((it) => isLost(it, files)).map((it) => lookAgain(repository, it, files));
}

function stateOf(
  { state, wanted }: Promotion,
  pull: PullRequest | undefined,
  entry: FaqEntry | undefined,
): Promotion["state"] {
  if (pull?.state === "open" && state === "proposed") return "proposed";
  if (entry !== undefined) return "published";
  return wanted === noEntry || state === "published" || state === "withdrawn" ? "withdrawn" : "declined";
}

/** Only when it changes: a label that a person took off stays off. */
function relabel(
  repository: RepositoryRef,
  { id: discussion, number }: Thread,
  state: Promotion["state"],
  name: string,
): Action[] {
  if (state !== "published" && state !== "withdrawn") return [];
  const label = { name, color: "0e8a16", description: "The answer is in the FAQ." };
  return [{ do: "label-discussion", repository, number, discussion, label, on: state === "published" }];
}

/** A branch that was merged as we left it is of no more use. */
function leftBranch(repository: RepositoryRef, { branch, proposal }: EntryFiles): Action[] {
  const { pullRequest, branch: there } = proposal;
  const isLeft = pullRequest?.state === "merged" && there?.head === pullRequest.head;
  return isLeft ? [{ do: "delete-branch", repository, branch, at: pullRequest.head }] : [];
}
