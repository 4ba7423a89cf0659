import { listOf } from "../../../issues/refusals.ts";
import { inlineText } from "../../../text/neutralise.ts";

/*
 * Why a triage command is refused, and what to write instead. Values that an issue cannot be given are refused in the
 * words of `src/issues/refusals.ts`.
 */

export function noIssue(command: string): string {
  return `\`/${command}\` works on an issue, and this discussion has none. \`/accept\` makes one, and takes the same as options.`;
}

export function issueIsGone(number: number): string {
  return `Issue ${number} was deleted or converted. \`/accept\` in the discussion makes a new one.`;
}

/* `/label`, `/remove-label` */

export function noLabelNamed(command: string): string {
  return `Name a label: \`/${command} "good first issue"\`.`;
}

export function noRoomForLabels(max: number, present: number): string {
  return `An issue has ${max} labels at most; this one has ${present}.`;
}

/* `/assign`, `/unassign` */

export function noRoomForAssignees(present: number): string {
  return `An issue has ten assignees at most; this one has ${present}.`;
}

/** `assignees`: the nearest first. */
export function notAssigned(login: string, issue: number, assignees: readonly string[]): string {
  return `${inlineText(login, 40)} is not assigned to issue ${issue}. ${assignees.length === 0 ? "Nobody is." : listOf(assignees)}`;
}

/* `/milestone` */

/** `open`: titles of open milestones. */
export function noMilestoneNamed(usage: string, open: readonly string[]): string {
  return `Name a milestone: \`${usage}\`. ${listUnlessEmpty(open)}`;
}

export function mayNotMakeMilestones(open: readonly string[]): string {
  return `There is no such milestone, and making one is for people with write rights. ${listUnlessEmpty(open)}`;
}

function listUnlessEmpty(names: readonly string[]): string {
  return names.length === 0 ? "" : listOf(names);
}

/* `/priority`, `/status`, `/project` */

export function noPriorityNamed(example: string): string {
  return `Say which priority, or \`none\`: \`/priority ${example}\`.`;
}

export const noStatusNamed = "Say which status, or `none`: `/status done`.";

export function nothingToSet(usage: string): string {
  return `Say what to set: \`${usage}\`.`;
}

export const noneAndFields =
  "`none` takes the issue off the board, with all that is set there. Leave it out to set fields, or leave the fields out.";

/** `project`: its title, where that may be told. */
export function notInProject(issue: number, project: string | undefined): string {
  return `Issue ${issue} is not on ${project === undefined ? "that board" : `the board "${inlineText(project, 60)}"`}.`;
}
