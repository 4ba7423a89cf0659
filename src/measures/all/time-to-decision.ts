import { measure } from "../measure.ts";
import { toDuration } from "../to-duration.ts";

/** How long requests wait for a yes or no. */
export const timeToDecision = measure({
  name: "time-to-decision",
  title: "Time to decision",
  unit: "duration",
  definition:
    "From when a feature request was opened to when it was accepted or declined, the time in which it lacked answers included. A decision that was taken back is none; of several the last one counts. Closed as a duplicate, or closed without a decision, is none.",
  source: "What askers see of it: orgs/community#2861. The watch's clock stands still while a request lacks answers.",
  better: "less",
  dated: "when it was decided",
  observe({ timeline: { number: thread, openedAt: from }, request }, context) {
    if (request?.decidedAt === undefined) return [];
    const to = new Date(request.decidedAt);
    return [toDuration({ thread, from, to, at: to }, context)];
  },
});
