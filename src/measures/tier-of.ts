import { confirmedAt, impliedDeflection, isReplied } from "./deflection.ts";
import type { MeasureContext, Observation } from "./measure.ts";
import type { Tier } from "./measured-repository.ts";
import type { MeasuredThread } from "./measured-thread.ts";
import { presentAnswer } from "./present-answer.ts";
import { resolvedSince, storyOf } from "./story-of.ts";
import { isQuestion } from "./whose-thread.ts";

export interface EndOfQuestion {
  readonly tier: Tier;
  readonly at: Date;
}

/**
 * Where a question ended, and when: in a session that was held, by what was posted, or by people in the discussion.
 * Undefined while it has not ended, and for what is no question.
 */
export function endOfQuestion(thread: MeasuredThread, context: MeasureContext): EndOfQuestion | undefined {
  if (!isQuestion(thread)) return undefined;
  const { now } = context;
  const resolved = resolvedSince(storyOf(thread, now));
  const held = heldAt(thread, now);
  if (held) {
    const end = thread.booking?.state === "done" ? held : resolved;
    return end && { tier: "office-hours", at: end > held ? end : held };
  }
  const answer = presentAnswer(thread, now);
  const confirmed = confirmedAt(thread, now);
  if (confirmed && !answer) return { tier: "wiki", at: confirmed };
  if (resolved && (answer || isReplied(thread, now))) return { tier: "q-and-a", at: resolved };
  const implied = impliedDeflection(thread, context);
  if (implied?.isImplied) return { tier: "wiki", at: implied.at };
  return resolved && { tier: "q-and-a", at: resolved };
}

/** When the last session about a thread was held, if one was. */
function heldAt({ timeline, booking }: MeasuredThread, now: Date): Date | undefined {
  const told = timeline.entries.findLast((it) => it.kind === "session" && it.change === "held" && it.at <= now);
  if (told) return told.at;
  const isHeld = booking?.state === "over" || booking?.state === "done";
  return isHeld ? new Date(booking.end) : undefined;
}

/** What the three measures of where questions ended have in common. */
export const ended = {
  unit: "share",
  better: "neither",
  needsRecords: true,
  dated: "when the question ended",
  source:
    "Tiers of support: what is documented, what people answer in public, what needs a conversation. The shares of the three add up to all questions that ended.",
} as const;

/** What is the same in their definitions. */
export const endedRule =
  "A question ended at **office hours** if a session about it was held, and it is resolved or the session's outcome is written; at the **wiki** if its asker confirmed that what was posted solved it, or that is implied (see both deflections); and at **Q&A** if people resolved it in the discussion. Questions that have not ended are left out.";

/** Whether a question that ended did so here. */
export function endedAt(thread: MeasuredThread, tier: Tier, context: MeasureContext): readonly Observation[] {
  const end = endOfQuestion(thread, context);
  return end ? [{ thread: thread.timeline.number, at: end.at, value: end.tier === tier ? 1 : 0 }] : [];
}
