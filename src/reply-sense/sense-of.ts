import { outcomeCommand } from "../core/command-names.ts";
import { findCommands } from "../text/find-commands.ts";
import { withoutCommands } from "../text/without-commands.ts";
import { asksOn } from "./asks-on.ts";
import { isThanks } from "./is-thanks.ts";
import { ownWords } from "./own-words.ts";

/**
 * What a comment says, as far as it matters who owes the next word: a thank-you and no more, commands and no more, a
 * remark that asks for nothing, or words that somebody may have to answer. An outcome is words.
 */
export type Sense = "commands" | "remark" | "thanks" | "words";

/** What a comment says, by its text. */
export function senseOf(body: string): Sense {
  if (isOnlyCommands(body)) return saysOutcome(body) ? "words" : "commands";
  if (isThanks(body)) return "thanks";
  return asksOn(body) ? "words" : "remark";
}

/** Whether each line is a command, or in the list that belongs to one. */
function isOnlyCommands(body: string): boolean {
  const commands = findCommands(body);
  if (commands.length === 0) return false;
  const listed = new Set(commands.flatMap(({ list }) => list));
  const lines = ownWords(body)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !listed.has(line));
  return lines.length <= commands.length && lines.every((line) => /^[/／][a-z]/iu.test(line));
}

function saysOutcome(body: string): boolean {
  return findCommands(body).some(({ name }) => name === outcomeCommand) && withoutCommands(body) !== "";
}
