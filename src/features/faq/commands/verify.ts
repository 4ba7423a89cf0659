import { gatherReviewCommand, isFaqReview, planReviewCommand } from "../review/review-command.ts";
import { reviewPullOpened } from "../messages/verify-and-retire.ts";
import type { FaqPlan } from "../actions/faq-actions.ts";
import type { ReadsWithFaq } from "../reads.ts";
import { answerTo, command } from "../../command.ts";

export const verify = command({
  name: "verify",
  usage: "/verify <entry>",
  summary: "Say that an entry of the FAQ is right, in its review issue; opens a pull request with the new date.",
  examples: ["/verify docs/FAQ.md#how-do-i-start", "/verify how-do-i-start"],
  who: ["helper"],
  where: ["issue"],
  appliesTo: isFaqReview,

  gather: async ({ repository, line, now }, reads: ReadsWithFaq) =>
    gatherReviewCommand(repository, { command: "verify", wanted: line.rest, now }, reads),

  decide(context, facts): FaqPlan {
    const { repository, actor, now, issue } = context;
    const said = reviewPullOpened("verify", issue.url, facts.files.branch);
    return {
      actions: [
        planReviewCommand(repository, facts, { command: "verify", by: actor.login, now }),
        answerTo(context, "verify", said),
      ],
      because: "a person found the entry right",
    };
  },
});
