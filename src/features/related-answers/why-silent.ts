import type { Suggestion } from "../../core/suggestion.ts";
import { isSuggestion } from "../../text/is-suggestion.ts";
import type { Comment, Thread } from "../../core/discussion.ts";
import type { RelatedAnswersConfig } from "./config.ts";

// Reasons to post nothing, whatever was found. Each is a clause for the record; undefined: there is none.

/** The category is not among those that are watched. */
export function whyNotWatched({ category }: Thread, { categories }: RelatedAnswersConfig): string | undefined {
  const watched = categories ? categories.includes(category.slug) : category.isAnswerable;
  return watched ? undefined : `the category ${category.slug} is not watched`;
}

/** A first comment is for questions that nobody has answered yet. */
function whyNotComment(thread: Thread, { isOld }: Pick<History, "isOld">): string | undefined {
  if (thread.author?.isBot) return "a bot opened the discussion";
  if (thread.closed) return `the discussion is closed as ${thread.closed}`;
  if (thread.locked) return "the discussion is locked";
  if (thread.answer) return "the discussion has an answer";
  const asker = thread.author?.login;
  const helped = thread.comments.some(({ author }) => author && !author.isBot && author.login !== asker);
  if (helped) return "somebody has already replied";
  return isOld ? "it was not heard of for longer than `freshness`" : undefined;
}

/** A comment that somebody minimized is not edited. */
function whyNotEdit(ours: Comment): string | undefined {
  return ours.isMinimized ? "our comment was folded away" : undefined;
}

/** What was suggested in a thread before. */
interface History {
  /** Whether we commented there, and somebody has deleted it. */
  readonly hasCommented: boolean;
  /** What the record says of the thread. */
  readonly earlier: Suggestion | undefined;
  /** Whether what was heard of now happened too long ago for a first comment: it came late, or was missed. */
  readonly isOld: boolean;
}

/** Threads that were opened in shadow mode stay without a comment in live mode. */
export function whyNotLive(
  { hasCommented, earlier, isOld }: History,
  thread: Thread,
  ours: Comment | undefined,
): string | undefined {
  if (ours) return whyNotEdit(ours);
  if (hasCommented) return "our comment was deleted, and stays so";
  if (earlier?.mode === "shadow") return "the discussion was met in shadow mode, and stays without a comment";
  return whyNotComment(thread, { isOld });
}

/** A comment from before shadow mode stays as it is: an edit of it would be seen. */
export function whyNotShadow({ hasCommented, earlier, isOld }: History, thread: Thread): string | undefined {
  if (hasCommented || thread.comments.some(isSuggestion)) return "in shadow mode our earlier comment stays as it is";
  // Where a comment would stand by now it would be edited, whoever has replied since.
  const wouldStand = earlier?.mode === "shadow" && earlier.items.length > 0;
  return wouldStand ? undefined : whyNotComment(thread, { isOld });
}
