import { findCommands } from "../../../text/find-commands.ts";
import type { Sense } from "../facts.ts";
import { isThanks, ownWords } from "./is-thanks.ts";

/** What a comment says, by its text. */
export function senseOf(body: string): Sense {
  if (isOnlyCommands(body)) return "commands";
  return isThanks(body) ? "thanks" : "words";
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
  return lines.length <= commands.length && lines.every((line) => /^\/[a-z]/iu.test(line));
}
