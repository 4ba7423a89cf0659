import { measure } from "../measure.ts";
import { ended, endedAt, endedRule } from "../tier-of.ts";

/** How many questions people resolved in the discussion. */
export const endedAtQAndA = measure({
  ...ended,
  name: "ended-at-q-and-a",
  title: "Ended at Q&A",
  definition: `Of the questions that ended, the share that ended at this tier. ${endedRule}`,
  observe: (thread, context) => endedAt(thread, "q-and-a", context),
});
