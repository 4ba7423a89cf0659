import { measure } from "../measure.ts";
import { ended, endedAt, endedRule } from "../tier-of.ts";

/** How many questions what is documented was enough for. */
export const endedAtWiki = measure({
  ...ended,
  name: "ended-at-wiki",
  title: "Ended at the wiki",
  definition: `Of the questions that ended, the share that ended at this tier. ${endedRule}`,
  observe: (thread, context) => endedAt(thread, "wiki", context),
});
