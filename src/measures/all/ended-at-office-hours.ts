import { measure } from "../measure.ts";
import { ended, endedAt, endedRule } from "../tier-of.ts";

/** How many questions took a session. */
export const endedAtOfficeHours = measure({
  ...ended,
  name: "ended-at-office-hours",
  title: "Ended at office hours",
  definition: `Of the questions that ended, the share that ended at this tier. ${endedRule}`,
  observe: (thread, context) => endedAt(thread, "office-hours", context),
});
