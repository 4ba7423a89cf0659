import { isEligible } from "../deflection.ts";
import { measure } from "../measure.ts";

/** How often the FAQ had something to say. */
export const faqHitRate = measure({
  name: "faq-hit-rate",
  title: "FAQ hit rate",
  unit: "share",
  definition:
    "Of the eligible questions (see the confirmed deflection), the share for which at least one entry of a FAQ was suggested. Entries are those that stand in the FAQ files now. The hits of each entry are a list of their own.",
  source: "The hit rate of a cache: hits among lookups.",
  better: "more",
  dated: "when the question was opened",
  observe(thread) {
    if (!isEligible(thread)) return [];
    const { number, openedAt } = thread.timeline;
    const isHit = thread.suggestion?.items.some(({ isFaq }) => isFaq);
    return [{ thread: number, at: openedAt, value: isHit ? 1 : 0 }];
  },
});
