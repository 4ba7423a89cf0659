import { measure } from "../measure.ts";
import { resolvedSince, storyOf } from "../story-of.ts";
import { toDuration } from "../to-duration.ts";
import { isAskers } from "../whose-thread.ts";

/** Until it was resolved for good, as far as anybody knows. */
export const timeToTotalResolution = measure({
  name: "time-to-total-resolution",
  title: "Time to total resolution",
  unit: "duration",
  definition:
    "From when a discussion was opened to when it was last resolved, of those that are resolved by now. Where one was reopened, or its answer unmarked, the time until it was resolved again is in it. What resolves is as for the first resolution. It never pauses, as the watch's clock of resolution does while the asker has the next word.",
  source: "What reopening costs is seen in the difference to the first resolution: chatwoot/chatwoot#7293.",
  better: "less",
  dated: "when it was last resolved",
  observe(thread, context) {
    const to = isAskers(thread) ? resolvedSince(storyOf(thread, context.now)) : undefined;
    const { number, openedAt } = thread.timeline;
    return to ? [toDuration({ thread: number, from: openedAt, to, at: to }, context)] : [];
  },
});
