import type { Comment, Thread } from "../../core/discussion.ts";
import type { RelatedAnswersConfig } from "./config.ts";

// Reasons to stay silent that have nothing to do with what was found. Each is a clause for the record; undefined: go on.

/** Whether the thread's category is one to look at. */
export function whyNotWatched({ category }: Thread, { categories }: RelatedAnswersConfig): string | undefined {
  const watched = categories ? categories.includes(category.slug) : category.isAnswerable;
  return watched ? undefined : `the category ${category.slug} is not watched`;
}

/** A first comment is for questions that still wait. */
export function whyNotSpeak(thread: Thread): string | undefined {
  if (thread.author?.isBot) return "a bot opened the discussion";
  if (thread.closed) return `the discussion is closed as ${thread.closed}`;
  if (thread.locked) return "the discussion is locked";
  if (thread.answer) return "the discussion has an answer";
  const asker = thread.author?.login;
  const helped = thread.comments.some(({ author }) => author && !author.isBot && author.login !== asker);
  return helped ? "somebody has already replied" : undefined;
}

/** A comment that somebody folded away is not brought back by an edit. */
export function whyNotEdit(ours: Comment): string | undefined {
  return ours.isMinimized ? "our comment was folded away" : undefined;
}
