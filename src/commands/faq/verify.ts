import { gatherReviewPull, isFaqReview, planReviewPull } from "../../features/faq/review/plan-review-pull.ts";
import { reviewPullOpened } from "../../messages/faq-review-pull.ts";
import { answerTo, command } from "../command.ts";

export const verify = command({
  name: "verify",
  usage: "/verify <entry>",
  summary: "Say that an entry of the FAQ is right, in its review issue; opens a pull request with the new date.",
  examples: ["/verify docs/FAQ.md#how-do-i-start", "/verify how-do-i-start"],
  who: ["helper"],
  where: ["issue"],
  isMeant: isFaqReview,

  gather: async ({ repository, line, now }, reads) =>
    gatherReviewPull(repository, { deed: "verify", wanted: line.rest, now }, reads),

  decide(ask, facts) {
    const { repository, actor, now, issue } = ask;
    const said = reviewPullOpened("verify", issue.url, facts.files.branch);
    return {
      actions: [
        planReviewPull(repository, facts, { deed: "verify", by: actor.login, now }),
        answerTo(ask, "verify", said),
      ],
      because: "a person found the entry right",
    };
  },
});
