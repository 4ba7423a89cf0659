import type { MeasuredThread } from "./measured-thread.ts";

/** Whether somebody who is neither of the team nor a bot opened a thread: the others wait for nobody's support. */
export function isAskers({ timeline: { opener } }: MeasuredThread): boolean {
  return opener === "asker" || opener === "community";
}

/** Whether a thread asks a question: in a category whose format is Q&A, and not for a feature. */
export function isQuestion(thread: MeasuredThread): boolean {
  return isAskers(thread) && thread.timeline.observed.isAnswerable && thread.request === undefined;
}
