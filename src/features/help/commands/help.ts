import { answerTo, command } from "../../command.ts";
import { helpText } from "../messages/command-table.ts";
import { say } from "../messages/words.ts";

export const help = command({
  name: "help",
  usage: "/help",
  summary: say("command.help"),
  examples: ["/help"],
  who: "anyone",
  where: ["discussion", "issue"],

  gather: async () => undefined,

  decide: (context) => ({
    actions: [answerTo(context, "help", helpText(context.allowed)(context.locale))],
    because: `${context.allowed.length} commands may be used by this person here`,
  }),
});
