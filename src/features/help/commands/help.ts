import { answerTo, command, whoMayUse, type CommandInfo } from "../../command.ts";

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

function helpText(allowed: readonly CommandInfo[]): string {
  return `Here you can use:\n\n${commandTable(allowed)}\n\nWrite a command at the start of a line of its own in a new comment.`;
}

/** Also used for `docs/commands.md`, so that what the bot says and what the docs say cannot differ. */
export function commandTable(commands: readonly CommandInfo[]): string {
  const rows = commands.map(({ usage, summary, who }) => `| \`${usage}\` | ${whoMayUse(who)} | ${summary} |`);
  return ["| Command | Who | What it does |", "| --- | --- | --- |", ...rows].join("\n");
}
