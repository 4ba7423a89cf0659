import { inlineText } from "../text/neutralise.ts";

/** Names that are listed when a wrong one was given. */
const mostNames = 12;

/** A value that does not exist, and those that do; `names` come nearest first. */
export function noSuch(what: string, wanted: string, names: readonly string[]): string {
  const start = `There is no ${what} "${inlineText(wanted, 60)}"`;
  if (names.length === 0) return `${start}: there is none at all.`;
  return `${start}. ${listOf(names)}`;
}

/** A project that does not exist; `names` are those that everybody who reads this may see. */
export function noSuchProject(wanted: string, names: readonly string[]): string {
  const start = `There is no project "${inlineText(wanted, 60)}".`;
  return `${start} ${names.length === 0 ? "" : `${listOf(names)} `}I list no project that not everybody who reads this may see.`;
}

/** Said in the place of the names of a board that not everybody who reads the answer may see. */
export const boardIsKept = "Not everybody who reads this may see the board, so I list nothing of it: look there.";

/** Nobody is listed: who may be assigned includes private members of the organization, and the answer is read by all. */
export function notAssignable(login: string): string {
  return `There is no person who may be assigned here called "${inlineText(login, 60)}". Beside an issue, under “Assignees”, GitHub lists who may be.`;
}

/** A thread of another repository, where only one of this one can be. */
export function foreignThread(what: string, wanted: string, home: string): string {
  return `${what} takes a number of this repository, ${inlineText(home, 150)}, and ${inlineText(wanted, 150)} is in another one, where I can change nothing.`;
}

/** "There are: "a", "b" (and 12 more).", the nearest first. */
export function listOf(names: readonly string[]): string {
  const shown = names.slice(0, mostNames).map((it) => `"${inlineText(it, 60)}"`);
  const more = names.length > mostNames ? `, and ${names.length - mostNames} more` : "";
  return `There ${names.length === 1 ? "is" : "are"}, the nearest first: ${shown.join(", ")}${more}. Put quotes around a name with spaces.`;
}

export function unexpectedWords(command: string, words: readonly string[], usage: string): string {
  const shown = words.slice(0, 5).map((it) => `"${inlineText(it, 40)}"`);
  return `I do not know what ${shown.join(", ")} means in \`/${command}\`. It is written like this: \`${usage}\`.`;
}

export const noneAndFields =
  "`none` takes the issue off the board, with all that is set there. Leave it out to set fields, or leave the fields out.";

/** `board`: its title, where that may be told. */
export function notOnBoard(issue: number, board: string | undefined): string {
  return `Issue ${issue} is not on ${board === undefined ? "that board" : `the board "${inlineText(board, 60)}"`}.`;
}
