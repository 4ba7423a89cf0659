import type { Text } from "../../../core/language.ts";
import type { FeatureRequest } from "../feature-request.ts";
import { inlineText } from "../../../text/neutralise.ts";
import { enumerated } from "../../../words/compose-text.ts";
import { say } from "./words.ts";

/*
 * Why a command on a feature request is refused, and what to write instead. Values that an issue cannot be given are
 * refused in the words of `src/issues/refusals.ts`.
 */

export const requestsAreOff = say("refused.off");

/** `category` and `requestCategories` are slugs. */
export function notARequest(command: string, category: string, requestCategories: readonly string[]): Text {
  const categories = enumerated(requestCategories.map((it) => `\`${it}\``));
  return say("refused.not-a-request", { command, category, categories });
}

/** The state a request is in has no transition by this command. */
export function wrongState(command: string, { state, meeting, duplicateOf }: FeatureRequest): Text {
  if (state === "meeting" && meeting?.outcome === undefined) {
    return say("refused.in-meeting", { when: inlineText(meeting?.when ?? "", 100), command });
  }
  switch (state) {
    case "shipped":
    case "dropped":
    case "declined":
    case "closed":
      return say(`refused.${state}`);
    case "duplicate":
      return duplicateOf
        ? say("refused.duplicate-of", { target: `[${inlineText(duplicateOf.title, 80)}](<${duplicateOf.url}>)` })
        : say("refused.duplicate");
    case "accepted":
      return say("refused.accepted", { command });
    default:
      return say("refused.open", { command });
  }
}

/** A text that is stored and shown; `meeting`: its time and place. */
export type BoundedText = "outcome" | "reason" | "meeting";

export function textTooLong(what: BoundedText, max: number, length: number): Text {
  return say(`refused.too-long.${what}`, { max, length });
}

/** A thread of another repository, where only one of this repository can be named. */
export function foreignThread(what: string, wanted: string, home: string): Text {
  return say("refused.foreign-thread", { what, home: inlineText(home, 150), wanted: inlineText(wanted, 150) });
}

/* `/accept` */

export function titleTooLong(max: number, length: number): Text {
  return say("refused.title-too-long", { max, length });
}

export function tooManyDeliverables(max: number, count: number): Text {
  return say("refused.too-many-deliverables", { max, count });
}

export function tooManySubIssues(max: number, count: number): Text {
  return say("refused.too-many-sub-issues", { max, count });
}

/** `kind`: what the address names where it is that of no issue. */
export function noIssueNumber(kind: string | undefined): Text {
  if (kind === "pull request") return say("refused.no-issue-number.pull-request");
  return say(kind === "discussion" ? "refused.no-issue-number.discussion" : "refused.no-issue-number");
}

export const statusWithoutProject = say("refused.status-without-project");

export function trackedByAnother(tracking: number, named: number): Text {
  return say("refused.tracked-by-another", { tracking, named });
}

export function noIssueToAdopt(number: number): Text {
  return say("refused.no-issue-to-adopt", { number });
}

export function adoptedWasTransferred(number: number): Text {
  return say("refused.adopted-transferred", { number });
}

export function adoptedIsClosed(number: number): Text {
  return say("refused.adopted-closed", { number });
}

export function deliverablesOfExistingIssue(number: number): Text {
  return say("refused.deliverables-of-existing", { number });
}

/* `/decline`, `/meeting`, `/outcome` */

export const noReason = say("refused.no-reason");

export const noMeetingTime = say("refused.no-meeting-time");

export function impossibleMeetingDay(why: Text): Text {
  return say("refused.impossible-day", { why });
}

export const unreadableMeetingTime = say("refused.unreadable-time");

export const noMeetingToCancel = say("refused.no-meeting-to-cancel");

export const noOutcome = say("refused.no-outcome");

export const noShowOfRequest = say("refused.no-show");

export function meetingIsBooked(when: string): Text {
  return say("refused.meeting-booked", { when: inlineText(when, 150) });
}

export const outcomeWithoutMeeting = say("refused.outcome-without-meeting");

/* `/plan` */

export const planningIsOff = say("refused.planning-off");

/** `number`: that of an issue that is gone; undefined where there was none. */
export function noIssueToPlan(number: number | undefined): Text {
  return number === undefined ? say("refused.no-issue-to-plan") : say("refused.issue-to-plan-gone", { number });
}

export function issueToPlanIsClosed(number: number): Text {
  return say("refused.issue-to-plan-closed", { number });
}

export function answerIsBlank(question: string): Text {
  return say("refused.answer-blank", { question });
}

export function answerTooLong(question: string, max: number, length: number): Text {
  return say("refused.too-long.answer", { question, max, length });
}

export function issueIsFull(number: number, max: number): Text {
  return say("refused.issue-full", { number, max });
}

/* `/duplicate` */

export const noDuplicateNumber = say("refused.no-duplicate-number");

export const duplicateOfPullRequest = say("refused.duplicate-of-pull");

/** `named`: the number that was written; `leadsTo`: that of this thread, as what the named one is a duplicate of. */
export function duplicateOfItself(named: number, leadsTo: number): Text {
  return named === leadsTo ? say("refused.duplicate-of-itself") : say("refused.duplicate-circle", { number: named });
}

export function duplicateOutOfReach(number: number): Text {
  return say("refused.duplicate-out-of-reach", { number });
}

export function noSuchThread(number: number): Text {
  return say("refused.no-such-thread", { number });
}
