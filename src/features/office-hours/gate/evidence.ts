import type { Comment, Thread } from "../../../core/discussion.ts";
import type { GivenFeedback, Suggestion } from "../../../core/suggestion.ts";
import type { WatchedThread } from "../../../core/thread-status.ts";
import { saysDidNotHelp } from "../../../reply-sense/says-did-not-help.ts";
import { isSameName } from "../../../text/is-same-name.ts";
import { isSuggestion } from "../../../text/is-suggestion.ts";

/** What is known of what an asker has tried. */
export interface GateEvidence {
  readonly docs: DocsEvidence;
  readonly team: TeamEvidence;
}

/** `refused`: as not helpful. `did-not-help`: the asker says so. `waiting`: suggestions stand, and nothing is said of them. */
export type DocsEvidence = "refused" | "did-not-help" | "waiting" | "nothing-suggested";

/** Whether the team was tried; else what there is to wait for. */
export type TeamEvidence =
  | { readonly is: "late" }
  | { readonly is: "did-not-help" }
  /** A reply or an answer is due then. */
  | { readonly is: "due"; readonly at: Date; readonly what: "reply" | "answer" }
  /** The team has replied, and no clock runs until the asker writes. */
  | { readonly is: "your-turn" }
  /** Nobody is held to a time: nothing is watched here, or no target is set. */
  | { readonly is: "no-target"; readonly hasReply: boolean };

/** What was read of a thread. */
export interface GateFacts {
  readonly thread: Thread;
  readonly suggestion: Suggestion | undefined;
  readonly feedback: readonly GivenFeedback[];
  /** 👎 of the asker that no webhook has told of yet. */
  readonly isDisliked: boolean;
  readonly watched: WatchedThread | undefined;
  readonly now: Date;
}

/** What the asker of a thread has tried, by what stands in it and what is recorded of it. */
export function toEvidence(facts: GateFacts): GateEvidence {
  const { thread, watched, now } = facts;
  const reply = thread.comments.find((it) => isHumanReply(it, thread));
  const isTeamTried = reply !== undefined && complainsAfter(reply, thread);
  return {
    docs: docsEvidence(facts),
    team: isTeamTried ? { is: "did-not-help" } : teamEvidence(watched, reply !== undefined, now),
  };
}

/** Whether the asker says behind a comment that something did not help. GitHub counts in seconds; comments are in order. */
function complainsAfter(comment: Comment, { comments, author }: Thread): boolean {
  const later = comments.slice(comments.indexOf(comment) + 1);
  return later.some(
    (it) => author !== undefined && it.author?.login === author.login && !it.isMinimized && saysDidNotHelp(it.body),
  );
}

function isHumanReply({ author, isOurs }: Comment, thread: Thread): boolean {
  return !isOurs && author?.isBot !== true && author?.login !== thread.author?.login;
}

function docsEvidence({ thread, suggestion, feedback, isDisliked }: GateFacts): DocsEvidence {
  const login = thread.author?.login;
  const isAsker = (it: GivenFeedback) => it.isAsker || (login !== undefined && isSameName(it.by, login));
  if (isDisliked || feedback.some((it) => isAsker(it) && !it.helpful)) return "refused";
  const posted = thread.comments.find(isSuggestion);
  // Whatever was found in shadow mode, nobody has seen it.
  if (!posted || suggestion?.mode === "shadow" || suggestion?.items.length === 0) return "nothing-suggested";
  if (posted.isMinimized) return "refused";
  return complainsAfter(posted, thread) ? "did-not-help" : "waiting";
}

function teamEvidence(watched: WatchedThread | undefined, hasReply: boolean, now: Date): TeamEvidence {
  if (!watched) return { is: "no-target", hasReply };
  const { breaches, due, state } = watched;
  if (breaches.length > 0 || (due && due.at <= now)) return { is: "late" };
  if (state.status === "waiting-on-asker") return { is: "your-turn" };
  if (due) return { is: "due", at: due.at, what: due.clock === "resolution" ? "answer" : "reply" };
  return { is: "no-target", hasReply };
}
