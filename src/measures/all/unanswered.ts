import { isUnanswered } from "../is-unanswered.ts";
import { measure } from "../measure.ts";

/** How many nobody has replied to. */
export const unanswered = measure({
  name: "unanswered",
  title: "Unanswered",
  unit: "count",
  definition:
    "Discussions in which no person but the asker has written by now, and which are neither closed nor resolved. Discussions that the team or a bot opened are left out.",
  source:
    "A time to first response says nothing of what has none. GitHub's own filter `is:unanswered` means that no answer is marked, which is another thing.",
  better: "less",
  isAsOfNow: true,
  dated: "when the discussion was opened",
  observe(thread, { now }) {
    const { number, openedAt } = thread.timeline;
    return isUnanswered(thread, now) ? [{ thread: number, at: openedAt, value: 1 }] : [];
  },
});
