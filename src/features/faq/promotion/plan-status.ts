import type { RepositoryRef, Thread } from "../../../core/discussion.ts";
import type { FoundEntry } from "../../../core/faq-editor.ts";
import { nothing } from "../../../core/plan.ts";
import type { PullRequest } from "../../../core/proposal.ts";
import type { FaqAction, FaqPlan } from "../actions/faq-actions.ts";
import { proposalBody, proposalTitle } from "../messages/pull-request.ts";
import { promotionNews } from "../messages/thread-section.ts";
import { followUp } from "./branch-contents.ts";
import { entryUrl, type EntryFiles } from "./entry-files.ts";
import type { FollowFacts } from "./gather-follow.ts";
import { isSameEdit } from "./promotable-answer.ts";
import { noEntry, type EditedAnswer, type Promotion } from "./promotion.ts";
import { isLost } from "./proposal-reason.ts";
import { hasMarkerOf, readSections } from "../../../text/marker.ts";
import { localeOf, type LanguageSettings } from "../../../words/locale-of.ts";
import { english, type Text } from "../../../core/language.ts";

/** What a promotion is compared with, and what the comparison found. */
export interface PromotionStatus {
  readonly pull: PullRequest | undefined;
  readonly entry: FoundEntry | undefined;
  readonly trouble?: Text;
  /** Of discussions whose answer is in the FAQ. */
  readonly label: string;
  /** How the answer differs from what was asked for. */
  readonly edited?: EditedAnswer;
  /** Whether the pull request does not name all that is on its branch. */
  readonly isMisdescribed?: boolean;
  /** Whether the branch was made anew without it. */
  readonly isLeftOut?: boolean;
}

/**
 * The plan where nothing is to be proposed: records the state of the promotion, and reports it in the thread and the pull
 * request.
 */
export function planStatus(
  repository: RepositoryRef,
  facts: FollowFacts,
  files: EntryFiles,
  status: PromotionStatus,
): FaqPlan {
  const { promotion, thread } = facts;
  const { pull, entry, trouble, label, isLeftOut = false } = status;
  const state = isLeftOut ? stateOfLeftOut(entry) : stateOf(promotion, pull, entry);
  const { edited: before, ...rest } = promotion;
  const edited = status.edited ?? (before?.isIn || state === "declined" ? before : undefined);
  const now = { ...rest, state, question: entry?.question ?? promotion.question, ...(edited && { edited }) };
  const isEdit = !isSameEdit(before, edited);
  const isNew = facts.isMoved || isEdit || state !== promotion.state || now.question !== promotion.question;
  const keep: FaqAction[] = isNew ? [{ do: "keep-promotion", repository, promotion: now }] : [];
  const threadSection = planThreadSection(
    repository,
    { ...facts, promotion: now },
    { pull, anchor: entry?.slug, trouble, language: files.language },
  );
  const relabelling = thread && state !== promotion.state ? relabel(repository, thread, state, label) : [];
  const description =
    isEdit || status.isMisdescribed || isLeftOut ? describePull(repository, { ...facts, promotion: now }, files) : [];
  // After `keep-promotion`, whose record it reads: a review has another order key.
  const review = isEdit && state === "published" ? [followUpReview(repository)] : [];
  const followUps = isLeftOut ? followUpOthers(repository, facts, files) : followUpLost(repository, facts, files);
  const actions = [
    ...threadSection,
    ...relabelling,
    ...keep,
    ...description,
    ...review,
    ...deleteMergedBranch(repository, files),
    ...followUps,
  ];
  const because =
    trouble?.(english) ?? `the answer is ${state}${pull === undefined ? "" : `, its pull request ${pull.state}`}`;
  return actions.length === 0 ? nothing(because) : { actions, because };
}

function stateOfLeftOut(entry: FoundEntry | undefined): Promotion["state"] {
  return entry === undefined ? "declined" : "published";
}

/** The open pull request says which answers it has, and which of them were edited since. */
function describePull(
  repository: RepositoryRef,
  { promotion, branchContents }: FollowFacts,
  { proposal, branch, path, language }: EntryFiles,
): FaqAction[] {
  const head = proposal.branch?.head;
  if (head === undefined || proposal.pullRequest?.state !== "open") return [];
  const all = [...branchContents.otherPromotions, ...(promotion.state === "proposed" ? [promotion] : [])];
  if (all.length === 0) return [];
  const locale = localeOf(language);
  const words = { message: "", title: proposalTitle(all)(locale), body: proposalBody(all, path)(locale), files: [] };
  const wanted = { branch, base: proposal.base.name, from: head, parent: head, ...words };
  return [{ do: "propose", repository, proposal: wanted }];
}

function followUpReview(repository: RepositoryRef): FaqAction {
  return { do: "follow-up", key: "review-faq", event: { kind: "review-faq", repository } };
}

function followUpOthers(repository: RepositoryRef, { branchContents }: FollowFacts, files: EntryFiles): FaqAction[] {
  return branchContents.otherPromotions.map((it) => followUp(repository, it, files));
}

/** Others on the branch may have been compared for the last time before this one overwrote it. */
export function followUpLost(
  repository: RepositoryRef,
  { branchContents }: FollowFacts,
  files: EntryFiles,
): FaqAction[] {
  return branchContents.otherPromotions.filter((it) => isLost(it, files)).map((it) => followUp(repository, it, files));
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

/** Labels the discussion when the state changes: a label that a person removed later stays off. */
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

/** Deletes the branch of a merged pull request, unless somebody has moved it since. */
function deleteMergedBranch(repository: RepositoryRef, { branch, proposal }: EntryFiles): FaqAction[] {
  const { pullRequest, branch: there } = proposal;
  const isLeft = pullRequest?.state === "merged" && there?.head === pullRequest.head;
  return isLeft ? [{ do: "delete-branch", repository, branch, at: pullRequest.head }] : [];
}

interface ThreadContext {
  readonly promotion: Promotion;
  readonly thread: Thread | undefined;
  readonly hasSpoken: boolean;
}

interface ThreadUpdate {
  readonly pull: PullRequest | undefined;
  /** Fragment of the entry on GitHub. */
  readonly anchor: string | undefined;
  readonly trouble?: Text | undefined;
  readonly language: LanguageSettings;
}

/** The section of our one comment that says where an answer is on its way into the FAQ. */
const section = "faq";

/**
 * Actions that write the section of a thread, unless it says so already. Where somebody deleted or minimized our comment,
 * the answer goes under their command instead.
 */
function planThreadSection(repository: RepositoryRef, context: ThreadContext, status: ThreadUpdate): FaqAction[] {
  const { promotion, thread, hasSpoken } = context;
  if (!thread) return [];
  const { number, id: discussion } = thread;
  const { pull, anchor, trouble, language } = status;
  const entry = anchor === undefined ? undefined : entryUrl(repository, thread.url, promotion.file, anchor);
  const body = promotionNews({ promotion, pull, entry, trouble })(localeOf(language, thread));
  const ours = thread.comments.find((it) => it.isOurs && it.replyTo === undefined && readSections(it.body).size > 0);
  const isSeen = ours === undefined ? !hasSpoken : !ours.isMinimized;
  if (isSeen) {
    if (ours !== undefined && readSections(ours.body).get(section) === body) return [];
    return [{ do: "say", repository, discussion, number, section, body }];
  }
  const key = `promotion:${promotion.state}:${pull?.number ?? 0}`;
  const isSaid = thread.comments.some((it) => it.isOurs && hasMarkerOf(it.body, repository, "reply", key));
  if (isSaid || promotion.command === undefined) return [];
  return [{ do: "reply", repository, discussion, number, to: promotion.command, key, body }];
}
