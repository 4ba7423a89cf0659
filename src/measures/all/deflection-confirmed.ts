import { confirmedAt, isEligible } from "../deflection.ts";
import { measure } from "../measure.ts";

/** Questions whose askers said that the suggestion solved them. */
export const deflectionConfirmed = measure({
  name: "deflection-confirmed",
  title: "Deflection, confirmed",
  unit: "share",
  definition:
    "Of the eligible questions, the share whose asker said that what Frontdesk had posted solved it, before any other person had replied: by a 👍 on it, or by marking it as the answer. Eligible are questions (discussions in a category whose format is Q&A that ask for no feature) at which Frontdesk looked and was to post what it finds, whether it found anything or not. In shadow mode nothing is posted, so nothing is eligible.",
  source:
    "Deflection without the asker's word is a guess: this is the lower of two honest numbers, and the implied one the upper. Both are told with the same kind of denominator.",
  better: "more",
  dated: "when the question was opened",
  observe(thread, { now }) {
    if (!isEligible(thread)) return [];
    const { number, openedAt } = thread.timeline;
    return [{ thread: number, at: openedAt, value: confirmedAt(thread, now) ? 1 : 0 }];
  },
});
