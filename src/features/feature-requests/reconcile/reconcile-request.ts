import type { Thread } from "../../../core/discussion.ts";
import { allVotes, type FeatureRequest, type RelatedRequest, type ObservedIssue } from "../feature-request.ts";
import type { FeatureRequestsConfig } from "../config.ts";
import { answersInThread, missingAnswers } from "../answers/answers-in-thread.ts";
import { applyTrigger, type Trigger } from "../states/transitions.ts";

/** What was just read of a request's thread and issue. */
export interface ObservedState {
  readonly thread: Thread;
  /** Node id of our comment in the thread. */
  readonly ours: string | undefined;
  /** Of the request's issue; undefined where there is none. */
  readonly issue: ObservedIssue | undefined;
  /** Whether it was there before the request was accepted: such a one stays open when the request is declined. */
  readonly isAdopted: boolean;
  readonly votes: number;
  /** Requests and issues about the same matter; undefined where nobody searched. */
  readonly related?: readonly RelatedRequest[];
  /** A duplicate whose votes count for this request; without votes, they no longer do. */
  readonly duplicate?: { readonly number: number; readonly votes?: number };
  /** What a person did to the thread just now. */
  readonly change?: "closed" | "reopened";
}

/**
 * A change of state may not be visible in every answer of GitHub within this time. Until then, thread and issue are not
 * taken for what a person did since.
 */
const settlingMs = 10 * 60 * 1000;

/** The request after all that was observed: the record follows thread and issue, whatever was missed between. */
export function reconcile(
  before: FeatureRequest,
  observed: ObservedState,
  config: Pick<FeatureRequestsConfig, "votes-for-decision" | "votes-to-reconsider">,
  now: Date,
): FeatureRequest {
  const { thread, ours, issue, related, duplicate } = observed;
  const { seen: _, ...rest } = before;
  const updated: FeatureRequest = {
    ...rest,
    discussion: thread.id,
    title: thread.title,
    url: thread.url,
    answers: answersInThread(thread, ours),
    ...(related && { related }),
    ...(issue && { seen: issue }),
    ...(duplicate && { votesFrom: withVotes(before.votesFrom, duplicate) }),
  };
  const moved = triggersOf(updated, observed, now).reduce(
    (request, trigger) => applyTrigger(request, trigger, now),
    updated,
  );
  const votes = allVotes({ request: moved, votes: observed.votes });
  return { ...moved, isReady: moved.isReady || votes >= voteThreshold(moved, config) };
}

/** Votes from which on a request is marked as ready for a decision, or for another one. */
export function voteThreshold(
  { state, decision }: Pick<FeatureRequest, "state" | "decision">,
  config: Pick<FeatureRequestsConfig, "votes-for-decision" | "votes-to-reconsider">,
): number {
  const more = config[state === "declined" ? "votes-to-reconsider" : "votes-for-decision"];
  return more === 0 ? Infinity : more + (state === "declined" ? (decision?.votes ?? 0) : 0);
}

function triggersOf(
  request: FeatureRequest,
  { thread, issue, isAdopted, change }: ObservedState,
  now: Date,
): Trigger[] {
  const isSettled = now.getTime() - Date.parse(request.since) > settlingMs;
  const triggers: Trigger[] = [];
  if (thread.closed && (change === "closed" || isSettled)) {
    triggers.push(thread.closed === "duplicate" ? "thread closed as duplicate" : "thread closed");
  }
  // The thread of a request that was declined by a label alone, before the app came, may have been left open.
  const wasClosed = request.state !== "declined" || request.decision !== undefined;
  const isReopened = change === "reopened" || (change === undefined && isSettled && wasClosed);
  if (!thread.closed && isReopened) triggers.push("thread reopened");
  triggers.push(missingAnswers(request.answers).length > 0 ? "an answer missing" : "all questions answered");
  switch (issue?.state) {
    case "completed":
      return [...triggers, "issue completed"];
    case "not-planned":
    case "duplicate":
      return [...triggers, "issue not planned"];
    case "open":
      return request.state === "declined" && (isAdopted || !isSettled) ? triggers : [...triggers, "issue reopened"];
    default:
      return triggers;
  }
}

function withVotes(
  votesFrom: FeatureRequest["votesFrom"],
  { number, votes }: NonNullable<ObservedState["duplicate"]>,
): FeatureRequest["votesFrom"] {
  const { [number]: _, ...others } = votesFrom;
  return votes === undefined ? others : { ...others, [number]: votes };
}
