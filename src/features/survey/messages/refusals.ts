const howToRate =
  "`/rate` takes a whole number from 1 (not at all content) to 5 (very content), then a few words if you like: `/rate 4 quick and kind`.";

/** Why a rating is not taken, and what to do instead. What was written is never repeated. */
export const notRated = {
  empty: `There is no number behind it. ${howToRate}`,
  noRating: `I cannot read a rating there. ${howToRate}`,
  ofTeam: "Discussions that the team opens are not rated; what counts is how content others are.",
  unresolved:
    "This discussion is not resolved yet, so there is nothing to rate. Rate it when an answer is marked, or when it is closed as resolved; closed as a duplicate or as outdated it is not. If it is over, whoever asked can mark the answer by `/answer` under it.",
} as const;
