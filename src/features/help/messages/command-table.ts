import type { Text } from "../../../core/language.ts";
import { joined, md } from "../../../words/compose-text.ts";
import { whoMayUse, type CommandInfo } from "../../command.ts";
import { say } from "./words.ts";

/** What `/help` answers: the commands that somebody may use, and how they are written. */
export function helpText(allowed: readonly CommandInfo[]): Text {
  return md`${say("intro")}\n\n${commandTable(allowed)}\n\n${say("outro")}`;
}

/** Also used for `docs/commands.md`, so that what the bot says and what the docs say cannot differ. */
export function commandTable(commands: readonly CommandInfo[]): Text {
  const rows = commands.map(({ usage, summary, who }) => row([`\`${usage}\``, whoMayUse(who), summary]));
  const head = row([say("column.command"), say("column.who"), say("column.what")]);
  return joined([head, "| --- | --- | --- |", ...rows], "\n");
}

function row(cells: readonly (string | Text)[]): Text {
  return (locale) => `| ${cells.map((it) => escapePipes(typeof it === "string" ? it : it(locale))).join(" | ")} |`;
}

/** A pipe ends a cell, in code too: https://github.github.com/gfm/#example-200 */
function escapePipes(cell: string): string {
  return cell.replaceAll("|", String.raw`\|`);
}
