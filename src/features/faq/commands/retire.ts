import { gatherReviewCommand, isFaqReview, planReviewCommand } from "../review/review-command.ts";
import { reviewPullOpened } from "../messages/verify-and-retire.ts";
import type { FaqPlan } from "../actions/faq-actions.ts";
import type { ReadsWithFaq } from "../reads.ts";
import { answerTo, command } from "../../command.ts";

export const retire = command({
  name: "retire",
  usage: "/retire <entry>",
  summary: "Take an entry out of the FAQ, in its review issue; opens a pull request.",
  examples: ["/retire docs/FAQ.md#how-do-i-start", "/retire how-do-i-start"],
  who: ["helper"],
  where: ["issue"],
  appliesTo: isFaqReview,

  gather: async ({ repository, line, now }, reads: ReadsWithFaq) =>
    gatherReviewCommand(repository, { command: "retire", wanted: line.rest, now }, reads),

  decide(context, facts): FaqPlan {
    const { repository, actor, now, issue } = context;
    const said = reviewPullOpened("retire", issue.url, facts.files.branch);
    return {
      actions: [
        planReviewCommand(repository, facts, { command: "retire", by: actor.login, now }),
        answerTo(context, "retire", said),
      ],
      because: "a person wants the entry gone",
    };
  },
});
