import { gatherReviewPull, isFaqReview, planReviewPull } from "../../features/faq/review/plan-review-pull.ts";
import { reviewPullOpened } from "../../messages/faq-review-pull.ts";
import { answerTo, command } from "../command.ts";

export const retire = command({
  name: "retire",
  usage: "/retire <entry>",
  summary: "Take an entry out of the FAQ, in its review issue; opens a pull request.",
  examples: ["/retire docs/FAQ.md#how-do-i-start", "/retire how-do-i-start"],
  who: ["helper"],
  where: ["issue"],
  isMeant: isFaqReview,

  gather: async ({ repository, line, now }, reads) =>
    gatherReviewPull(repository, { deed: "retire", wanted: line.rest, now }, reads),

  decide(ask, facts) {
    const { repository, actor, now, issue } = ask;
    const said = reviewPullOpened("retire", issue.url, facts.files.branch);
    return {
      actions: [
        planReviewPull(repository, facts, { deed: "retire", by: actor.login, now }),
        answerTo(ask, "retire", said),
      ],
      because: "a person wants the entry gone",
    };
  },
});
