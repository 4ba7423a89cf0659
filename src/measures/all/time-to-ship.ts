import { measure } from "../measure.ts";
import { toDuration } from "../to-duration.ts";

/** How long accepted requests wait to be built. */
export const timeToShip = measure({
  name: "time-to-ship",
  title: "Time to ship",
  unit: "duration",
  definition:
    "From when a feature request was accepted to when it was shipped, which is when its issue was closed as completed. Requests that are accepted and not shipped yet are not counted, nor are those whose issue was opened again.",
  source: "Report back what became of it: orgs/community#3297.",
  better: "less",
  dated: "when it was shipped",
  observe({ timeline: { number: thread }, request }, context) {
    if (request?.decidedAt === undefined || request.shippedAt === undefined) return [];
    const to = new Date(request.shippedAt);
    return [toDuration({ thread, from: new Date(request.decidedAt), to, at: to }, context)];
  },
});
