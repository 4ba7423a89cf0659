import { closedAs } from "../closed-as.ts";
import { measure } from "../measure.ts";

/** What was closed as duplicate. */
export const closedAsDuplicate = measure({
  name: "closed-as-duplicate",
  title: "Closed as duplicate",
  unit: "count",
  definition:
    "Discussions that are closed as duplicate by now. That is no resolution, so they are in none of the times to resolution unless an answer was marked. Discussions that the team or a bot opened are left out.",
  source:
    "GitHub's `stateReason` of a discussion ([GraphQL](https://docs.github.com/en/graphql/reference/enums#discussionstatereason)).",
  better: "neither",
  dated: "when it was closed",
  observe: (thread, context) => closedAs(thread, "duplicate", context),
});
