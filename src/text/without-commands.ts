import { commandNames, isNoShow, outcomeCommand } from "../core/command-names.ts";
import { placeCommands, type PlacedCommand } from "./find-commands.ts";
import { endOfOwnText } from "./own-text.ts";
import { parseMarkdown } from "./parse-markdown.ts";

/**
 * What a comment tells people: its text without the lines that are commands of ours. The words of an outcome stay, since
 * they are told to people too. A text without commands is returned as it is.
 */
export function withoutCommands(markdown: string): string {
  const ours = placeCommands(markdown).filter(({ line }) => commandNames.has(line.name));
  if (ours.length === 0) return markdown;
  // From the end, so that the places of those before stay right.
  const text = ours.toReversed().reduce(withoutCommand, markdown);
  return text.replace(/^\s*\n/u, "").trimEnd();
}

/** The same without what an e-mail program added: what its author said there. */
export function saidIn(markdown: string): string {
  return withoutCommands(markdown.slice(0, endOfOwnText(markdown, parseMarkdown(markdown))));
}

function withoutCommand(text: string, { line, start, goesOn }: PlacedCommand): string {
  const isSaid = line.name === outcomeCommand && line.rest !== "" && !isNoShow(line.rest);
  if (isSaid)
    return (
      text.slice(0, start) +
      text
        .slice(start + 1 + line.name.length)
        .replace(/^：/u, "")
        .trimStart()
    );
  const end = text.indexOf("\n", start);
  if (end === -1) return text.slice(0, text.lastIndexOf("\n", start) + 1);
  const below = text.slice(end + 1);
  // White space is nothing within a paragraph, and may make code of what is the first line of one.
  return text.slice(0, text.lastIndexOf("\n", start) + 1) + (goesOn ? below.trimStart() : below);
}
