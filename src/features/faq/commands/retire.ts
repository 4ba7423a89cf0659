import { gatherReviewCommand, isFaqReview, planReviewCommand } from "../review/review-command.ts";
import { reviewPullOpened } from "../messages/verify-and-retire.ts";
import type { FaqPlan } from "../actions/faq-actions.ts";
import type { ReadsWithFaq } from "../reads.ts";
import { answerTo, command } from "../../command.ts";
import { say } from "../messages/words.ts";

export const retire = command({
  name: "retire",
  usage: "/retire <entry>",
  summary: say("command.retire"),
  examples: ["/retire docs/FAQ.md#how-do-i-start", "/retire how-do-i-start"],
  who: ["helper"],
  where: ["issue"],
  appliesTo: isFaqReview,

  gather: async ({ repository, line, now, config }, reads: ReadsWithFaq) =>
    gatherReviewCommand(repository, { command: "retire", wanted: line.rest, now, language: config }, reads),

  decide(context, facts): FaqPlan {
    const { repository, actor, now, issue } = context;
    const said = reviewPullOpened("retire", issue.url, facts.files.branch);
    return {
      actions: [
        planReviewCommand(repository, facts, { command: "retire", by: actor.login, now }),
        answerTo(context, "retire", said(context.locale)),
      ],
      because: "a person wants the entry gone",
    };
  },
});
