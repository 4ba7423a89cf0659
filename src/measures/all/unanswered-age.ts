import { isUnanswered } from "../is-unanswered.ts";
import { measure } from "../measure.ts";
import { toDuration } from "../to-duration.ts";

/** How long those who have no reply wait by now. */
export const unansweredAge = measure({
  name: "unanswered-age",
  title: "Age of unanswered discussions",
  unit: "duration",
  definition: "From when a discussion was opened to now, of those that are unanswered.",
  source: "The other half of the time to first response: who still waits would be missing from it.",
  better: "less",
  isAsOfNow: true,
  dated: "when the discussion was opened",
  observe(thread, context) {
    const { number, openedAt } = thread.timeline;
    if (!isUnanswered(thread, context.now)) return [];
    return [toDuration({ thread: number, from: openedAt, to: context.now }, context)];
  },
});
