import { dayMs } from "../core/clock.ts";
import type { Happening } from "../timeline/happenings.ts";
import type { MeasureContext } from "./measure.ts";
import type { MeasuredSuggestion, MeasuredThread } from "./measured-thread.ts";
import { storyOf } from "./story-of.ts";
import { isQuestion } from "./whose-thread.ts";

/** What a person other than the asker says or decides. */
const replies: readonly Happening["is"][] = [
  "team-word",
  "community-word",
  "community-thanks",
  "needs-info",
  "decided",
];

/** Whether a question could have been deflected: we looked at it, and were to post what we find. */
export function isEligible(thread: MeasuredThread): boolean {
  return isQuestion(thread) && thread.suggestion?.mode === "live";
}

/** What was posted in a question; undefined where nothing was. */
function posted(thread: MeasuredThread): MeasuredSuggestion | undefined {
  const { suggestion } = thread;
  return isEligible(thread) && suggestion && suggestion.items.length > 0 ? suggestion : undefined;
}

/**
 * When the asker said that what was posted solved it, while no other person had replied: by a 👍, or by marking our
 * comment as the answer. Undefined where they did not, or took it back.
 */
export function confirmedAt(thread: MeasuredThread, now: Date): Date | undefined {
  const suggestion = posted(thread);
  if (!suggestion) return undefined;
  const praise = thread.feedback.find((it) => it.isAsker && it.helpful && it.deflected);
  const { answer } = thread.timeline.observed;
  const isOurs = suggestion.comment !== undefined && answer?.comment === suggestion.comment;
  const mark = isOurs && !hasReply(thread, answer.at, now) ? answer.at : undefined;
  const times = [praise?.at, mark].filter((it) => it !== undefined && it <= now);
  return times.sort((a, b) => Number(a) - Number(b))[0];
}

/**
 * Whether an eligible question was quiet for so long after we had looked at it, and something was posted. `at`: when
 * that was clear. Undefined while it is not, and for what is not eligible.
 */
export function impliedDeflection(
  thread: MeasuredThread,
  { now, impliedAfterDays }: MeasureContext,
): { readonly at: Date; readonly isImplied: boolean } | undefined {
  if (!isEligible(thread) || !thread.suggestion) return undefined;
  const from = Math.max(thread.timeline.openedAt.getTime(), thread.suggestion.at.getTime());
  const to = from + impliedAfterDays * dayMs;
  if (to > now.getTime()) return undefined;
  const isRefused = thread.feedback.some((it) => it.isAsker && !it.helpful);
  const isQuiet = !storyOf(thread, now).happenings.some((it) => it.at < to && breaksSilence(it, from));
  return { at: new Date(to), isImplied: posted(thread) !== undefined && !isRefused && isQuiet };
}

function breaksSilence(it: Happening, from: number): boolean {
  if (it.is === "asker-word") return it.at > from;
  if (it.is === "closed") return it.reason !== "resolved";
  return replies.includes(it.is);
}

function hasReply(thread: MeasuredThread, by: Date, now: Date): boolean {
  return storyOf(thread, now).happenings.some((it) => it.at <= by.getTime() && replies.includes(it.is));
}

/** Whether anybody but the asker has replied by now. */
export function isReplied(thread: MeasuredThread, now: Date): boolean {
  return hasReply(thread, now, now);
}
