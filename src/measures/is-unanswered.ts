import { firstResponseAt } from "./first-response.ts";
import type { MeasuredThread } from "./measured-thread.ts";
import { storyOf } from "./story-of.ts";
import { isAskers } from "./whose-thread.ts";

/** Whether an asker's thread is open, unresolved, and nobody but the asker has written in it. */
export function isUnanswered(thread: MeasuredThread, now: Date): boolean {
  if (!isAskers(thread) || firstResponseAt(thread, "anyone", now)) return false;
  const last = storyOf(thread, now).phases.at(-1);
  return last !== undefined && !last.isResolved && last.status !== "closed";
}
