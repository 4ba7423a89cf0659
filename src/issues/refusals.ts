import type { Text } from "../core/language.ts";
import { inlineText } from "../text/neutralise.ts";
import { enumerated, joined, md } from "../words/compose-text.ts";
import { say } from "./messages/words.ts";

/*
 * Why a value cannot be given to an issue, and which can. `/accept` and the triage commands refuse in these words.
 */

/** Names that are listed when a wrong one was given. */
const maxNames = 12;

/** A value that does not exist, and those that do; `names` come nearest first. */
export function noSuch(
  what: "label" | "label-here" | "type" | "milestone" | "priority",
  wanted: string,
  names: readonly string[],
): Text {
  return amongNames(say(`none.${what}`, { name: inlineText(wanted, 60) }), names);
}

function amongNames(none: Text, names: readonly string[]): Text {
  return names.length === 0 ? say("none-at-all", { none }) : say("none-of", { none, list: listOf(names) });
}

/** "There are: "a", "b" (and 12 more).", the nearest first. */
export function listOf(names: readonly string[]): Text {
  const shown = names.slice(0, maxNames).map((it) => `"${inlineText(it, 60)}"`);
  const more = names.length > maxNames ? say("list-more", { count: names.length - maxNames }) : "";
  return say("list", { count: names.length, names: enumerated(shown), more });
}

export function unexpectedWords(command: string, words: readonly string[], usage: string): Text {
  const shown = words.slice(0, 5).map((it) => `"${inlineText(it, 40)}"`);
  return say("unexpected-words", { words: enumerated(shown), command, usage });
}

export function issueWasTransferred(number: number): Text {
  return say("issue-transferred", { number });
}

/* Labels and assignees */

export function tooManyLabels(max: number): Text {
  return say("too-many-labels", { max });
}

export function tooManyAssignees(max: number): Text {
  return say("too-many-assignees", { max });
}

/** Nobody is listed: who may be assigned includes private members of the organization, and the answer is read by all. */
export function notAssignable(login: string): Text {
  return say("not-assignable", { login: inlineText(login, 60) });
}

/* Milestones. `open`: titles of the open ones, the nearest first */

export function unreadableDue(why: string | Text): Text {
  return say("due-unreadable", { why });
}

/** `mayMake`: whether a new one is made where its day is named. */
export function noSuchMilestone(wanted: string, open: readonly string[], mayMake: boolean): Text {
  const none = noSuch("milestone", wanted, open);
  return mayMake ? joined([none, say("milestone-hint")], "") : none;
}

export function milestoneIsClosed(title: string, open: readonly string[]): Text {
  const others = open.length === 0 ? say("milestones-none-open") : say("milestones-open", { list: listOf(open) });
  return say("milestone-closed", { title: inlineText(title, 60), others });
}

export function severalMilestones(titles: readonly string[]): Text {
  return say("milestones-alike", { list: listOf(titles) });
}

export function milestoneTitleTooLong(max: number, length: number): Text {
  return say("milestone-too-long", { max, length });
}

/* Projects. Their names are told only where everybody who reads the answer may see them */

export const projectsOfAPerson = say("projects-of-person");

/** `names`: those that may be told. */
export function noSuchProject(wanted: string, names: readonly string[]): Text {
  const list = names.length === 0 ? "" : md`${listOf(names)} `;
  return say("no-project", { name: inlineText(wanted, 60), list });
}

export const inNoProject = say("in-no-project");

/** `names`: undefined where they may not be told. */
export function inSeveralProjects(names: readonly string[] | undefined): Text {
  return say("in-several-projects", { list: names === undefined ? say("project-private") : listOf(names) });
}

/** `project`: its title, where that may be told, with the names of its fields. */
export function noSuchField(
  wanted: string,
  project: { readonly title: string; readonly fields: readonly string[] } | undefined,
): Text {
  const name = inlineText(wanted, 60);
  if (!project) return say("no-field-there", { name, why: say("project-private") });
  return amongNames(say("none.field", { name, project: inlineText(project.title, 60) }), project.fields);
}

/** Of a project whose names may not be told. */
export function wrongFieldValue(field: string, value: string): Text {
  return say("wrong-value-there", {
    field: inlineText(field, 60),
    name: inlineText(value, 60),
    why: say("project-private"),
  });
}

export function noSuchFieldOption(field: string, wanted: string, options: readonly string[]): Text {
  return amongNames(say("none.option", { field: inlineText(field, 60), name: inlineText(wanted, 60) }), options);
}

export function notADate(field: string, why: string | Text): Text {
  return say("not-a-date", { field: inlineText(field, 60), why });
}

export function notANumber(field: string, value: string): Text {
  return say("not-a-number", { field: inlineText(field, 60), name: inlineText(value, 40) });
}
