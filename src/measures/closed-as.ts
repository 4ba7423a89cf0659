import type { CloseReason } from "../core/discussion.ts";
import type { MeasureContext, Observation } from "./measure.ts";
import type { MeasuredThread } from "./measured-thread.ts";
import { storyOf } from "./story-of.ts";
import { isAskers } from "./whose-thread.ts";

/** An asker's thread that is closed for this reason by now. */
export function closedAs(thread: MeasuredThread, reason: CloseReason, { now }: MeasureContext): readonly Observation[] {
  if (!isAskers(thread)) return [];
  const last = storyOf(thread, now).happenings.findLast(({ is }) => is === "closed" || is === "reopened");
  if (last?.is !== "closed" || last.reason !== reason) return [];
  return [{ thread: thread.timeline.number, at: new Date(last.at), value: 1 }];
}
