import { closedAs } from "../closed-as.ts";
import { measure } from "../measure.ts";

/** What was closed as outdated. */
export const closedAsOutdated = measure({
  name: "closed-as-outdated",
  title: "Closed as outdated",
  unit: "count",
  definition:
    "Discussions that are closed as outdated by now. That is no resolution, so they are in none of the times to resolution unless an answer was marked. Discussions that the team or a bot opened are left out.",
  source:
    "GitHub's `stateReason` of a discussion ([GraphQL](https://docs.github.com/en/graphql/reference/enums#discussionstatereason)).",
  better: "neither",
  dated: "when it was closed",
  observe: (thread, context) => closedAs(thread, "outdated", context),
});
