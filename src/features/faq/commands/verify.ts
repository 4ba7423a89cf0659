import { gatherReviewCommand, isFaqReview, planReviewCommand } from "../review/review-command.ts";
import { reviewPullOpened } from "../messages/verify-and-retire.ts";
import type { FaqPlan } from "../actions/faq-actions.ts";
import type { ReadsWithFaq } from "../reads.ts";
import { answerTo, command } from "../../command.ts";
import { say } from "../messages/words.ts";

export const verify = command({
  name: "verify",
  usage: "/verify <entry>",
  summary: say("command.verify"),
  examples: ["/verify docs/FAQ.md#how-do-i-start", "/verify how-do-i-start"],
  who: ["helper"],
  where: ["issue"],
  appliesTo: isFaqReview,

  gather: async ({ repository, line, now, config }, reads: ReadsWithFaq) =>
    gatherReviewCommand(repository, { command: "verify", wanted: line.rest, now, language: config }, reads),

  decide(context, facts): FaqPlan {
    const { repository, actor, now, issue } = context;
    const said = reviewPullOpened("verify", issue.url, facts.files.branch);
    return {
      actions: [
        planReviewCommand(repository, facts, { command: "verify", by: actor.login, now }),
        answerTo(context, "verify", said(context.locale)),
      ],
      because: "a person found the entry right",
    };
  },
});
