import type { Thread } from "../../../core/discussion.ts";
import type { WatchedThread } from "../../../core/thread-status.ts";
import type { Timeline } from "../../../core/timeline.ts";
import { digestOf } from "../../../timeline/digest-of.ts";

/**
 * Whether a thread holds more than its timeline, of what may have kept the promise or moved it: it is closed, answered or
 * gone, has other labels, or a person has said something that can be read. What is hidden or deleted may be in no timeline.
 * So it is where the timeline holds more than the promise was reckoned from, which is on its way then.
 */
export function isBehind(
  { reckonedFrom }: Pick<WatchedThread, "reckonedFrom">,
  timeline: Timeline | undefined,
  thread: Thread | undefined,
): boolean {
  if (!thread || !timeline || digestOf(timeline) !== reckonedFrom) return true;
  const { observed, entries } = timeline;
  const isClosedSince = thread.closed !== undefined && observed.closed === undefined;
  const isAnsweredSince = thread.answer !== undefined && observed.answer === undefined;
  const isLabelledSince = sorted(thread.labels) !== sorted(observed.labels);
  const known = new Set(entries.flatMap((it) => (it.kind === "comment" ? [it.id] : [])));
  const isSaidSince = thread.comments.some(
    (it) => !it.isOurs && it.author?.isBot !== true && !it.isMinimized && it.body !== "" && !known.has(it.id),
  );
  return isClosedSince || isAnsweredSince || isLabelledSince || isSaidSince;
}

function sorted(labels: readonly string[]): string {
  return JSON.stringify(labels.toSorted());
}
