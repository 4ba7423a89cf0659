import type { ClockKind } from "../core/thread-status.ts";
import type { MeasureContext, Observation } from "./measure.ts";
import type { MeasuredThread } from "./measured-thread.ts";

/** What all three measures of attainment have in common. */
export const attainment = {
  unit: "share",
  better: "more",
  dated: "when the target was met, or else when it was due",
  source:
    "Attainment is met / (met + breached), as in chatwoot/chatwoot#9747, with what is not yet due left out. Time in which the asker has the next word (glpi-project/glpi#1912), and time out of hours (chatwoot/chatwoot#3446), is held against nobody. The clocks: [the watch](../explanation/watch.md#clocks).",
} as const;

/** What is the same in their definitions. */
export const attainmentRule =
  "By the watch's clocks, which count business hours and pause while the asker has the next word, and by the targets of the priority as they are now. What is not due yet, or stopped before it was due, is left out. Discussions without a target are not counted, nor is what was read from an export without its config.";

/** The clocks of one kind that were met in time (1) or not (0). */
export function attainmentOf(
  { timeline: { number: thread }, watched }: MeasuredThread,
  clock: ClockKind,
  { now }: MeasureContext,
): readonly Observation[] {
  return (watched?.clocks ?? []).flatMap((it): readonly Observation[] => {
    if (it.clock !== clock) return [];
    const { metAt, dueAt } = it;
    // A clock that runs may be over its time since it was last looked at.
    const isBreached = it.isBreached || (metAt === undefined && dueAt !== undefined && dueAt < now);
    if (isBreached) return dueAt ? [{ thread, at: dueAt, value: 0 }] : [];
    return metAt ? [{ thread, at: metAt, value: 1 }] : [];
  });
}
