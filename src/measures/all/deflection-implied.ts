import { impliedDeflection } from "../deflection.ts";
import { measure, usualImpliedDays } from "../measure.ts";

/** Questions that were quiet after the suggestion. */
export const deflectionImplied = measure({
  name: "deflection-implied",
  title: "Deflection, implied",
  unit: "share",
  definition: `Of the eligible questions (see the confirmed deflection) that are ${usualImpliedDays} days old, the share in which something was posted and nobody wrote anything for these days: no person replied, and the asker asked no further. Thanks are no question. Those whose asker refused the suggestion, or that were closed as duplicate or outdated meanwhile, are not among them. Younger ones are left out, as nobody can know.`,
  source:
    "Silence may be content or resignation: this is the upper of two honest numbers, never to be told without the confirmed one.",
  better: "more",
  dated: "when the question was opened",
  observe(thread, context) {
    const found = impliedDeflection(thread, context);
    const { number, openedAt } = thread.timeline;
    return found ? [{ thread: number, at: openedAt, value: found.isImplied ? 1 : 0 }] : [];
  },
});
