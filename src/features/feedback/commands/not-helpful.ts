import { UserError } from "../../../core/errors.ts";
import { isSuggestion } from "../../../text/is-suggestion.ts";
import type { FeedbackPlan } from "../actions.ts";
import { command } from "../../command.ts";

export const notHelpful = command({
  name: "not-helpful",
  usage: "/not-helpful",
  summary: "Fold the bot's suggestions away and record that they did not help.",
  examples: ["/not-helpful"],
  who: ["asker", "helper"],
  where: ["discussion"],

  gather: async ({ thread }) => ({ suggestion: thread.comments.find(isSuggestion) }),

  decide({ repository, thread, actor, roles }, { suggestion }): FeedbackPlan {
    if (!suggestion) {
      throw new UserError("I have not suggested anything in this thread, so there is nothing to fold away.");
    }
    if (suggestion.isMinimized) {
      throw new UserError("My suggestions in this thread are folded away already. Thank you for telling me.");
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
