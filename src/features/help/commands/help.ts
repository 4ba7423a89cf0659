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

/** Also used for `docs/reference/commands.md`, so that what the bot says and what the docs say cannot differ. */
export function commandTable(commands: readonly CommandInfo[]): string {
  const rows = commands.map(({ usage, summary, who }) => {
    const cells = [`\`${usage}\``, whoMayUse(who), summary];
    return `| ${cells.map(escapePipes).join(" | ")} |`;
  });
  return ["| Command | Who | What it does |", "| --- | --- | --- |", ...rows].join("\n");
}

/** A pipe ends a cell, in code too: https://github.github.com/gfm/#example-200 */
function escapePipes(cell: string): string {
  return cell.replaceAll("|", String.raw`\|`);
}
