import { measure } from "../measure.ts";
import { firstResolvedAt, storyOf } from "../story-of.ts";
import { toDuration } from "../to-duration.ts";
import { isAskers } from "../whose-thread.ts";

/** Until it was resolved for the first time. */
export const timeToFirstResolution = measure({
  name: "time-to-first-resolution",
  title: "Time to first resolution",
  unit: "duration",
  definition:
    "From when a discussion was opened to when it was resolved for the first time: a person's answer was marked, it was closed as resolved, or its feature request was decided, whichever came first. Reopening or unmarking starts no new one, and takes this one away from nobody. Closed as duplicate or outdated is no resolution: those are counted apart. Discussions that the team or a bot opened are left out.",
  source:
    "One resolution for each thread, not one for each time it is closed: chatwoot/chatwoot#3570, chatwoot/chatwoot#14871. In a period counts what was resolved in it, so that long ones are not lost: freescout-help-desk/freescout#4125.",
  better: "less",
  dated: "when it was resolved first",
  observe(thread, context) {
    const to = isAskers(thread) ? firstResolvedAt(storyOf(thread, context.now)) : undefined;
    const { number, openedAt } = thread.timeline;
    return to ? [toDuration({ thread: number, from: openedAt, to, at: to }, context)] : [];
  },
});
