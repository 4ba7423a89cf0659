import { say } from "./words.ts";

const how = say("how-to-rate");

/** Why a rating is not taken, and what to do instead. What was written is never repeated. */
export const notRated = {
  empty: say("refused.empty", { how }),
  noRating: say("refused.no-rating", { how }),
  ofTeam: say("refused.of-team"),
  unresolved: say("refused.unresolved"),
} as const;
