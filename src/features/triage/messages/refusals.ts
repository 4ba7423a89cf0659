import type { Text } from "../../../core/language.ts";
import { listOf } from "../../../issues/refusals.ts";
import { inlineText } from "../../../text/neutralise.ts";
import { say } from "./words.ts";

/*
 * Why a triage command is refused, and what to write instead. Values that an issue cannot be given are refused in the
 * words of `src/issues/refusals.ts`.
 */

export function noIssue(command: string): Text {
  return say("no-issue", { command });
}

export function issueIsGone(number: number): Text {
  return say("issue-gone", { number });
}

/* `/label`, `/remove-label` */

export function noLabelNamed(command: string): Text {
  return say("no-label-named", { command });
}

export function noRoomForLabels(max: number, present: number): Text {
  return say("no-room-for-labels", { max, present });
}

/* `/assign`, `/unassign` */

export function noRoomForAssignees(present: number): Text {
  return say("no-room-for-assignees", { present });
}

/** `assignees`: the nearest first. */
export function notAssigned(login: string, issue: number, assignees: readonly string[]): Text {
  const others = assignees.length === 0 ? say("nobody-assigned") : listOf(assignees);
  return say("not-assigned", { login: inlineText(login, 40), number: issue, others });
}

/* `/milestone` */

/** `open`: titles of open milestones. */
export function noMilestoneNamed(usage: string, open: readonly string[]): Text {
  return say("no-milestone-named", { usage, list: listUnlessEmpty(open) });
}

export function mayNotMakeMilestones(open: readonly string[]): Text {
  return say("may-not-make-milestones", { list: listUnlessEmpty(open) });
}

function listUnlessEmpty(names: readonly string[]): Text | "" {
  return names.length === 0 ? "" : listOf(names);
}

/* `/priority`, `/status`, `/project` */

export function noPriorityNamed(example: string): Text {
  return say("no-priority-named", { example });
}

export const noStatusNamed = say("no-status-named");

export function nothingToSet(usage: string): Text {
  return say("nothing-to-set", { usage });
}

export const noneAndFields = say("none-and-fields");

/** `project`: its title, where that may be told. */
export function notInProject(issue: number, project: string | undefined): Text {
  return project === undefined
    ? say("not-on-that-board", { number: issue })
    : say("not-in-project", { number: issue, project: inlineText(project, 60) });
}
