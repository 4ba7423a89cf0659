import { helpText } from "../messages/commands.ts";
import { answerTo, command } from "../../command.ts";

export const help = command({
  name: "help",
  usage: "/help",
  summary: "List the commands you can use here.",
  examples: ["/help"],
  who: "anyone",
  where: ["discussion", "issue"],

  gather: async () => undefined,

  decide: (context) => ({
    actions: [answerTo(context, "help", helpText(context.allowed))],
    because: `${context.allowed.length} commands may be used by this person here`,
  }),
});
