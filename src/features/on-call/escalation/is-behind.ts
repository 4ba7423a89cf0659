import type { Thread } from "../../../core/discussion.ts";
import type { Timeline } from "../../../core/timeline.ts";

/**
 * Whether a thread holds more than its timeline, of what may have kept the promise: it is closed, answered or gone, or a
 * person has said something. That is on its way, or comes with the next reconciling.
 */
export function isBehind(timeline: Timeline | undefined, thread: Thread | undefined): boolean {
  if (!thread || !timeline) return true;
  const { observed, entries } = timeline;
  const isClosedSince = thread.closed !== undefined && observed.closed === undefined;
  const isAnsweredSince = thread.answer !== undefined && observed.answer === undefined;
  const known = new Set(entries.flatMap((it) => (it.kind === "comment" ? [it.id] : [])));
  const isSaidSince = thread.comments.some((it) => !it.isOurs && it.author?.isBot !== true && !known.has(it.id));
  return isClosedSince || isAnsweredSince || isSaidSince;
}
