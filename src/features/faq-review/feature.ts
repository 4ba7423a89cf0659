import type { RepositoryRef } from "../../core/discussion.ts";
import { nothing, type Plan } from "../../core/plan.ts";
import { feature } from "../feature.ts";

/**
 * A start counts as well: the tick of the day may have been missed. Ticks belong to no repository and so have no config:
 * each repository's review is an event of its own.
 */
export const faqReview = feature({
  name: "faq-review",
  summary: "Has the FAQ of each repository reviewed once a day.",
  on: ["tick"],
  slice: undefined,

  gather: async ({ every }, { reads: { records } }): Promise<readonly RepositoryRef[]> =>
    every === "hour" ? [] : records.repositories(),

  decide(_, repositories): Plan {
    if (repositories.length === 0) return nothing("FAQs are reviewed once a day");
    return {
      actions: repositories.map((repository) => ({
        do: "follow-up",
        key: `review-faq:${repository.id}`,
        event: { kind: "review-faq", repository },
      })),
      because: "a day has passed since the last review",
    };
  },
});
