import { isFirstResponse, type FirstResponse } from "../timeline/first-response.ts";
import type { MeasureContext, Observation } from "./measure.ts";
import type { MeasuredThread } from "./measured-thread.ts";
import { storyOf } from "./story-of.ts";
import { toDuration } from "./to-duration.ts";
import { isAskers } from "./whose-thread.ts";

/** When somebody, or somebody of the team, replied first. */
export function firstResponseAt(thread: MeasuredThread, by: FirstResponse, now: Date): Date | undefined {
  const first = storyOf(thread, now).happenings.find((it) => isFirstResponse(it, by));
  return first && new Date(first.at);
}

/** The time to the first response, of what an asker opened. */
export function firstResponse(
  thread: MeasuredThread,
  by: FirstResponse,
  context: MeasureContext,
): readonly Observation[] {
  const to = isAskers(thread) ? firstResponseAt(thread, by, context.now) : undefined;
  const { number, openedAt } = thread.timeline;
  return to ? [toDuration({ thread: number, from: openedAt, to }, context)] : [];
}
