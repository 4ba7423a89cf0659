import { dayMs } from "../../core/clock.ts";
import { firstResponseAt } from "../first-response.ts";
import type { MeasureContext } from "../measure.ts";
import type { MeasuredThread } from "../measured-thread.ts";
import { resolvedSince, storyOf } from "../story-of.ts";
import { isQuestion } from "../whose-thread.ts";

/**
 * Whether nothing that we know answered a question: nothing was good enough to be suggested, or its asker refused what
 * was. Where nobody looked, as in an export, that nobody resolved it: no reply of the team for as long as makes a
 * deflection implied. What is closed as duplicate or outdated was answered elsewhere, or needs no answer.
 */
export function isUncovered(thread: MeasuredThread, { now, impliedAfterDays }: MeasureContext): boolean {
  if (!isQuestion(thread)) return false;
  const { timeline, suggestion, feedback } = thread;
  const story = storyOf(thread, now);
  const isResolved = resolvedSince(story) !== undefined;
  if (story.phases.at(-1)?.status === "closed" && !isResolved) return false;
  if (suggestion) return suggestion.items.length === 0 || feedback.some((it) => it.isAsker && !it.helpful);
  const isOld = now.getTime() - timeline.openedAt.getTime() >= impliedAfterDays * dayMs;
  return isOld && !isResolved && firstResponseAt(thread, "team", now) === undefined;
}
