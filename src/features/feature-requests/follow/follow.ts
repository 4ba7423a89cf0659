import type { Thread } from "../../../core/discussion.ts";
import { allVotes, type FeatureRequest, type RelatedRequest, type SeenIssue } from "../feature-request.ts";
import type { FeatureRequestsConfig } from "../config.ts";
import { answersInThread, missing } from "../answers/answers-in-thread.ts";
import { move } from "../states/move.ts";
import type { Trigger } from "../states/transitions.ts";

/** What is there, as it was read just now. */
export interface Sight {
  readonly thread: Thread;
  /** Node id of our comment in the thread. */
  readonly ours: string | undefined;
  /** Of the request's issue; undefined where there is none. */
  readonly issue: SeenIssue | undefined;
  /** Whether it was there before the request was accepted: such a one stays open when the request is declined. */
  readonly isAdopted: boolean;
  readonly votes: number;
  /** What was found about the same matter; undefined where nobody looked. */
  readonly related?: readonly RelatedRequest[];
  /** A duplicate whose votes count here, or, without votes, do no more. */
  readonly duplicate?: { readonly number: number; readonly votes?: number };
  /** What a person did to the thread just now. */
  readonly change?: "closed" | "reopened";
}

/** What changed within this time may not be visible everywhere yet: whoever acts on it could undo it. */
const settledAfterMs = 10 * 60 * 1000;

/** The request as it is, seen what there is to see. */
export function follow(
  before: FeatureRequest,
  sight: Sight,
  config: Pick<FeatureRequestsConfig, "votes-for-decision" | "votes-to-reconsider">,
  now: Date,
): FeatureRequest {
  const { thread, ours, issue, related, duplicate } = sight;
  const { seen: _, ...rest } = before;
  const looked: FeatureRequest = {
    ...rest,
    discussion: thread.id,
    title: thread.title,
    url: thread.url,
    answers: answersInThread(thread, ours),
    ...(related && { related }),
    ...(issue && { seen: issue }),
    ...(duplicate && { votesFrom: withVotes(before.votesFrom, duplicate) }),
  };
  const moved = triggersOf(looked, sight, now).reduce((request, trigger) => move(request, trigger, now), looked);
  const votes = allVotes({ request: moved, votes: sight.votes });
  return { ...moved, isReady: moved.isReady || votes >= votesWanted(moved, config) };
}

/** Votes from which on the project should decide, or decide anew. */
export function votesWanted(
  { state, decision }: Pick<FeatureRequest, "state" | "decision">,
  config: Pick<FeatureRequestsConfig, "votes-for-decision" | "votes-to-reconsider">,
): number {
  const more = config[state === "declined" ? "votes-to-reconsider" : "votes-for-decision"];
  return more === 0 ? Infinity : more + (state === "declined" ? (decision?.votes ?? 0) : 0);
}

function triggersOf(request: FeatureRequest, { thread, issue, isAdopted, change }: Sight, now: Date): Trigger[] {
  const isSettled = now.getTime() - Date.parse(request.since) > settledAfterMs;
  const triggers: Trigger[] = [];
  if (thread.closed && (change === "closed" || isSettled)) {
    triggers.push(thread.closed === "duplicate" ? "thread closed as duplicate" : "thread closed");
  }
  // Of what was declined by a label alone, before we came, the thread may have been left open.
  const wasClosed = request.state !== "declined" || request.decision !== undefined;
  const isReopened = change === "reopened" || (change === undefined && isSettled && wasClosed);
  if (!thread.closed && isReopened) triggers.push("thread reopened");
  triggers.push(missing(request.answers).length > 0 ? "an answer missing" : "all questions answered");
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
  { number, votes }: NonNullable<Sight["duplicate"]>,
): FeatureRequest["votesFrom"] {
  const { [number]: _, ...others } = votesFrom;
  return votes === undefined ? others : { ...others, [number]: votes };
}
