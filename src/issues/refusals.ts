import { inlineText } from "../text/neutralise.ts";

/*
 * Why a value cannot be given to an issue, and which can. `/accept` and the triage commands refuse in these words.
 */

/** Names that are listed when a wrong one was given. */
const maxNames = 12;

/** A value that does not exist, and those that do; `names` come nearest first. */
export function noSuch(what: string, wanted: string, names: readonly string[]): string {
  const start = `There is no ${what} "${inlineText(wanted, 60)}"`;
  if (names.length === 0) return `${start}: there is none at all.`;
  return `${start}. ${listOf(names)}`;
}

/** "There are: "a", "b" (and 12 more).", the nearest first. */
export function listOf(names: readonly string[]): string {
  const shown = names.slice(0, maxNames).map((it) => `"${inlineText(it, 60)}"`);
  const more = names.length > maxNames ? `, and ${names.length - maxNames} more` : "";
  return `There ${names.length === 1 ? "is" : "are"}, the nearest first: ${shown.join(", ")}${more}. Put quotes around a name with spaces.`;
}

export function unexpectedWords(command: string, words: readonly string[], usage: string): string {
  const shown = words.slice(0, 5).map((it) => `"${inlineText(it, 40)}"`);
  return `I do not know what ${shown.join(", ")} means in \`/${command}\`. It is written like this: \`${usage}\`.`;
}

export function issueWasTransferred(number: number): string {
  return `Issue ${number} was transferred to another repository, where I cannot change it.`;
}

/* Labels and assignees */

export function tooManyLabels(max: number): string {
  return `An issue has ${max} labels at most.`;
}

export function tooManyAssignees(max: number): string {
  return `An issue has ${max} assignees at most.`;
}

/** Nobody is listed: who may be assigned includes private members of the organization, and the answer is read by all. */
export function notAssignable(login: string): string {
  return `There is no person who may be assigned here called "${inlineText(login, 60)}". Beside an issue, under “Assignees”, GitHub lists who may be.`;
}

/* Milestones. `open`: titles of the open ones, the nearest first */

export function unreadableDue(why: string): string {
  return `\`due:\` was not understood: ${why}.`;
}

/** `mayMake`: whether a new one is made where its day is named. */
export function noSuchMilestone(wanted: string, open: readonly string[], mayMake: boolean): string {
  const hint = mayMake ? " People with write rights make a new one by naming its day: `due:2026-12-15`." : "";
  return noSuch("milestone", wanted, open) + hint;
}

export function milestoneIsClosed(title: string, open: readonly string[]): string {
  const others = open.length === 0 ? "No milestone is open." : `Of open ones: ${listOf(open)}`;
  return `The milestone "${inlineText(title, 60)}" is closed. ${others}`;
}

export function severalMilestones(titles: readonly string[]): string {
  return `Several milestones are called like that. ${listOf(titles)}`;
}

export function milestoneTitleTooLong(max: number, length: number): string {
  return `The title of a milestone has ${max} characters at most; this one has ${length}.`;
}

/* Projects. Their names are told only where everybody who reads the answer may see them */

/** In place of the names in a project that not everybody who reads the answer may see. */
const projectIsPrivate = "Not everybody who reads this may see the board, so I list nothing of it: look there.";

export const projectsOfAPerson =
  "A person owns this repository, and GitHub hides the projects of a person from apps. Only projects of an organization can be set.";

/** `names`: those that may be told. */
export function noSuchProject(wanted: string, names: readonly string[]): string {
  const start = `There is no project "${inlineText(wanted, 60)}".`;
  return `${start} ${names.length === 0 ? "" : `${listOf(names)} `}I list no project that not everybody who reads this may see.`;
}

export const inNoProject =
  'This issue is on no board. Say which one it belongs on: `/project "<board>" <field>:<value>`.';

/** `names`: undefined where they may not be told. */
export function inSeveralProjects(names: readonly string[] | undefined): string {
  return `This issue is on several boards. Say which one you mean: \`/project "<board>" <field>:<value>\`. ${names === undefined ? projectIsPrivate : listOf(names)}`;
}

/** `project`: its title, where that may be told, with the names of its fields. */
export function noSuchField(
  wanted: string,
  project: { readonly title: string; readonly fields: readonly string[] } | undefined,
): string {
  if (!project) return `There is no field "${inlineText(wanted, 60)}" on that board. ${projectIsPrivate}`;
  return noSuch(`field in the project "${inlineText(project.title, 60)}" called`, wanted, project.fields);
}

/** Of a project whose names may not be told. */
export function wrongFieldValue(field: string, value: string): string {
  return `"${inlineText(field, 60)}" cannot be "${inlineText(value, 60)}" on that board. ${projectIsPrivate}`;
}

export function noSuchFieldOption(field: string, wanted: string, options: readonly string[]): string {
  return noSuch(`option of "${inlineText(field, 60)}" called`, wanted, options);
}

export function notADate(field: string, why: string): string {
  return `"${inlineText(field, 60)}" is a date, and ${why}.`;
}

export function notANumber(field: string, value: string): string {
  return `"${inlineText(field, 60)}" is a number, and "${inlineText(value, 40)}" is none.`;
}
