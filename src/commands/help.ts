import { helpText } from "../messages/commands.ts";
import { command } from "./command.ts";

export const help = command({
  name: "help",
  usage: "/help",
  summary: "List the commands you can use here.",
  examples: ["/help"],
  who: "anyone",

  gather: async () => undefined,

  decide: ({ repository, thread, comment, allowed }) => ({
    actions: [
      {
        do: "reply",
        repository,
        discussion: thread.id,
        number: thread.number,
        to: comment.id,
        key: `help:${comment.id}`,
        body: helpText(allowed),
      },
    ],
    because: `${allowed.length} commands may be used by this person here`,
  }),
});
