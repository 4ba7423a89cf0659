import { hourMs } from "../../core/clock.ts";
import type { PastThread } from "../../core/discussion.ts";
import { isByAsker } from "../replay/truth.ts";

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
