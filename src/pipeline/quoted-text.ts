import type { CommandTarget } from "../features/command.ts";
import { withoutQuoteMarks, type QuotedCommand } from "../text/find-commands.ts";

/** What people may have quoted: all that was said around a comment. Of an issue that is the issue itself. */
export function textsOf(spot: CommandTarget, comment: string): readonly string[] {
  if (spot.place === "issue") return [spot.issue.body];
  return [spot.thread.body, ...spot.thread.comments.filter(({ id }) => id !== comment).map(({ body }) => body)];
}

/** The lines of a comment that have a mark of a quote, without it. */
export function quotedLines(comment: string): readonly string[] {
  return comment.split("\n").flatMap((line) => (/^\s*>/u.test(line) ? [withoutQuoteMarks(line)] : []));
}

/**
 * Whether a text that was quoted had the command: as a line of its own, or behind the same words, which were wrapped.
 * What the text quotes itself is not its own: two may quote the same, and the second one means what the first one meant.
 */
export function holds(text: string, { written, above }: Pick<QuotedCommand, "written" | "above">): boolean {
  const own = text.split("\n").filter((line) => !/^\s*>/u.test(line));
  const words = inOneLine(own.join("\n"));
  if (above === "" || !words.includes(inOneLine(above))) return false;
  const isLine = own.some((line) => withoutQuoteMarks(line) === written);
  return isLine || words.includes(inOneLine(`${above} ${written}`));
}

function inOneLine(text: string): string {
  return text.split(/\s+/u).join(" ").trim();
}
