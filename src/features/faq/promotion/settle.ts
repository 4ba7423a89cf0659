import type { RepositoryRef, Thread } from "../../../core/discussion.ts";
import { nothing } from "../../../core/plan.ts";
import type { FaqAction, FaqPlan } from "../actions/faq-actions.ts";
import { noEntry, type EditedAnswer, type Promotion } from "./promotion.ts";
import type { PullRequest } from "../../../core/proposal.ts";
import type { FoundEntry } from "../../../core/faq-editor.ts";
import { proposalBody, proposalTitle } from "../messages/proposal.ts";
import { isSameEdit } from "./edited-since.ts";
import type { EntryFiles } from "./entry-files.ts";
import type { FollowFacts } from "./follow-facts.ts";
import { lookAgain } from "./look-again.ts";
import { tellThread } from "./tell-thread.ts";
import { isLost } from "./why-propose.ts";

/** How things stand with a promotion. */
export interface Standing {
  readonly pull: PullRequest | undefined;
  readonly entry: FoundEntry | undefined;
  readonly trouble?: string;
  /** Of discussions whose answer is in the FAQ. */
  readonly label: string;
  /** How the answer differs from what was asked for. */
  readonly edited?: EditedAnswer;
  /** Whether the pull request does not name all that is on its branch. */
  readonly isMistold?: boolean;
  /** Whether the branch was made anew without it. */
  readonly isLeftOut?: boolean;
}

/** Nothing is to be proposed: what has become of it is written down and told. */
export function settle(repository: RepositoryRef, facts: FollowFacts, files: EntryFiles, standing: Standing): FaqPlan {
  const { promotion, thread } = facts;
  const { pull, entry, trouble, label, isLeftOut = false } = standing;
  const state = isLeftOut ? leftOut(entry) : stateOf(promotion, pull, entry);
  const { edited: before, ...rest } = promotion;
  const edited = standing.edited ?? (before?.isIn || state === "declined" ? before : undefined);
  const now = { ...rest, state, question: entry?.question ?? promotion.question, ...(edited && { edited }) };
  const isEdit = !isSameEdit(before, edited);
  const isNew = facts.isMoved || isEdit || state !== promotion.state || now.question !== promotion.question;
  const keep: FaqAction[] = isNew ? [{ do: "keep-promotion", repository, promotion: now }] : [];
  const tell = tellThread(repository, { ...facts, promotion: now }, { pull, anchor: entry?.slug, trouble });
  const mark = thread && state !== promotion.state ? relabel(repository, thread, state, label) : [];
  const words =
    isEdit || standing.isMistold || isLeftOut ? tellPull(repository, { ...facts, promotion: now }, files) : [];
  // Behind what it reads: reviews stand in another line.
  const review = isEdit && state === "published" ? [reviewAgain(repository)] : [];
  const looks = isLeftOut ? lookAtOthers(repository, facts, files) : lookAtLost(repository, facts, files);
  const actions = [...tell, ...mark, ...keep, ...words, ...review, ...leftBranch(repository, files), ...looks];
  const because = trouble ?? `the answer is ${state}${pull === undefined ? "" : `, its pull request ${pull.state}`}`;
  return actions.length === 0 ? nothing(because) : { actions, because };
}

function leftOut(entry: FoundEntry | undefined): Promotion["state"] {
  return entry === undefined ? "declined" : "published";
}

/** The open pull request says which answers it has, and which of them were edited since. */
function tellPull(
  repository: RepositoryRef,
  { promotion, company }: FollowFacts,
  { proposal, branch, path }: EntryFiles,
): FaqAction[] {
  const head = proposal.branch?.head;
  if (head === undefined || proposal.pullRequest?.state !== "open") return [];
  const all = [...company.onBranch, ...(promotion.state === "proposed" ? [promotion] : [])];
  if (all.length === 0) return [];
  const words = { message: "", title: proposalTitle(all), body: proposalBody(all, path), files: [] };
  const wanted = { branch, base: proposal.base.name, from: head, parent: head, ...words };
  return [{ do: "propose", repository, proposal: wanted }];
}

function reviewAgain(repository: RepositoryRef): FaqAction {
  return { do: "follow-up", key: "review-faq", event: { kind: "review-faq", repository } };
}

function lookAtOthers(repository: RepositoryRef, { company }: FollowFacts, files: EntryFiles): FaqAction[] {
  return company.onBranch.map((it) => lookAgain(repository, it, files));
}

/** Others on the branch may have had their last look before this one took it from them. */
export function lookAtLost(repository: RepositoryRef, { company }: FollowFacts, files: EntryFiles): FaqAction[] {
  return company.onBranch.filter((it) => isLost(it, files)).map((it) => lookAgain(repository, it, files));
}

function stateOf(
  { state, wanted }: Promotion,
  pull: PullRequest | undefined,
  entry: FoundEntry | undefined,
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
): FaqAction[] {
  if (state !== "published" && state !== "withdrawn") return [];
  const label = { name, color: "0e8a16", description: "The answer is in the FAQ." };
  return [{ do: "label-discussion", repository, number, discussion, label, on: state === "published" }];
}

/** A branch that was merged as we left it is of no more use. */
function leftBranch(repository: RepositoryRef, { branch, proposal }: EntryFiles): FaqAction[] {
  const { pullRequest, branch: there } = proposal;
  const isLeft = pullRequest?.state === "merged" && there?.head === pullRequest.head;
  return isLeft ? [{ do: "delete-branch", repository, branch, at: pullRequest.head }] : [];
}
