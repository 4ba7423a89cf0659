import { UserError } from "../../../core/errors.ts";
import { isSuggestion } from "../../../text/is-suggestion.ts";
import type { FeedbackPlan } from "../actions.ts";
import { command } from "../../command.ts";
import { say } from "../messages/words.ts";

export const notHelpful = command({
  name: "not-helpful",
  usage: "/not-helpful",
  summary: say("command.not-helpful"),
  examples: ["/not-helpful"],
  who: ["asker", "helper"],
  where: ["discussion"],

  gather: async ({ thread }) => ({ suggestion: thread.comments.find(isSuggestion) }),

  decide({ repository, thread, actor, roles }, { suggestion }): FeedbackPlan {
    if (!suggestion) {
      throw new UserError(say("nothing-suggested"));
    }
    if (suggestion.isMinimized) {
      throw new UserError(say("folded-already"));
    }
    return {
      actions: [
        {
          do: "record-feedback",
          repository,
          number: thread.number,
          feedback: {
            by: actor.login,
            helpful: false,
            isAsker: roles.includes("asker"),
            via: "command",
            deflected: false,
          },
        },
        { do: "fold", repository, comment: suggestion.id, because: "off-topic" },
      ],
      because: "a person said that the suggestions did not help",
    };
  },
});
