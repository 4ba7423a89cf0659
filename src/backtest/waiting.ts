import type { PastThread } from "../core/discussion.ts";
import { isByAsker } from "./truth.ts";

const hourMs = 3_600_000;

/** Hours from the question to the first comment or reply by a person other than the asker; undefined while there is none. */
export function hoursToFirstResponse(thread: PastThread): number | undefined {
  const first = thread.comments.find((it) => it.author?.isBot !== true && !it.isOurs && !isByAsker(thread, it));
  return first && hoursBetween(thread.createdAt, first.createdAt);
}

/** Hours from the question to when a person's answer was marked; undefined while none is. */
export function hoursToAnswer(thread: PastThread): number | undefined {
  const { answer, answeredAt } = thread;
  if (!answer || answer.author?.isBot === true || answer.isOurs) return undefined;
  return hoursBetween(thread.createdAt, answeredAt ?? answer.createdAt);
}

function hoursBetween(from: Date, to: Date): number {
  return Math.max(0, to.getTime() - from.getTime()) / hourMs;
}

/** The smallest value that at least `share` (0 to 1) of the values do not exceed; undefined for none. */
export function percentile(values: readonly number[], share: number): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}
