import type { FeatureRequest } from "../feature-request.ts";
import { inlineText } from "../../../text/neutralise.ts";

/*
 * Why a command on a feature request is refused, and what to write instead. Values that an issue cannot be given are
 * refused in the words of `src/issues/refusals.ts`.
 */

export const requestsAreOff = "Feature requests are switched off here (`feature-requests.mode`).";

/** `category` and `requestCategories` are slugs. */
export function notARequest(command: string, category: string, requestCategories: readonly string[]): string {
  const slugs = requestCategories.map((it) => `\`${it}\``).join(", ");
  return `\`/${command}\` is for feature requests, and this discussion is in the category \`${category}\`. Features are requested in: ${slugs}. Whoever may edit the discussion can move it there.`;
}

/** The state a request is in has no transition by this command. */
export function wrongState(command: string, { state, meeting, duplicateOf }: FeatureRequest): string {
  if (state === "meeting" && meeting?.outcome === undefined) {
    return `This request waits for a meeting (${inlineText(meeting?.when ?? "", 100)}), and its outcome has to be written down before it is decided: \`/outcome <what came of it>\`, or \`outcome:"…"\` behind \`/${command}\`. \`/meeting cancel\` takes it off the agenda.`;
  }
  switch (state) {
    case "shipped":
      return "This request is done already. `/reopen` takes the work up again.";
    case "dropped":
      return "This request was accepted once and is not planned any more. `/reopen` takes the work up again.";
    case "duplicate":
      return `This request is closed as a duplicate${duplicateOf ? ` of [${inlineText(duplicateOf.title, 80)}](<${duplicateOf.url}>)` : ""}. \`/reopen\` makes it one of its own again.`;
    case "accepted":
      return `This request is accepted, so \`/${command}\` does not fit. \`/decline <reason>\` takes that back.`;
    case "declined":
      return "This request is declined. `/reopen` takes it up again.";
    case "closed":
      return "This request is closed. `/reopen` takes it up again.";
    default:
      return `This request is open, so \`/${command}\` does not fit.`;
  }
}

export function textTooLong(what: string, max: number, length: number): string {
  return `The ${what} has ${max} characters at most; this one has ${length}.`;
}

/** A thread of another repository, where only one of this repository can be named. */
export function foreignThread(what: string, wanted: string, home: string): string {
  return `${what} takes a number of this repository, ${inlineText(home, 150)}, and ${inlineText(wanted, 150)} is in another one, where I can change nothing.`;
}

/* `/accept` */

export function titleTooLong(max: number, length: number): string {
  return `A title has ${max} characters at most; this one has ${length}.`;
}

export function tooManyDeliverables(max: number, count: number): string {
  return `${count} deliverables are more than an issue shows well; there may be ${max}. Put the rest into a second request.`;
}

export function tooManySubIssues(max: number, count: number): string {
  return `${count} deliverables are more than I make sub-issues of; ${max} may be.`;
}

/** `kind`: what the address names where it is that of no issue. */
export function noIssueNumber(kind: string | undefined): string {
  const what = kind === undefined ? "" : `, and not of a ${kind}`;
  return `\`issue:\` takes the number of an issue${what}, like \`issue:#123\`.`;
}

export const statusWithoutProject = '`status:` is set on a board, and none was named: add `project:"<title>"`.';

export function trackedByAnother(tracking: number, named: number): string {
  return `Issue ${tracking} tracks this request already, so issue ${named} cannot.`;
}

export function noIssueToAdopt(number: number): string {
  return `There is no issue ${number} here, or it is a pull request. \`issue:\` takes the number of an open issue.`;
}

export function adoptedWasTransferred(number: number): string {
  return `Issue ${number} was transferred to another repository, where I cannot follow it.`;
}

export function adoptedIsClosed(number: number): string {
  return `Issue ${number} is closed. Reopen it first, or leave \`issue:\` out to make a new one.`;
}

export function deliverablesOfExistingIssue(number: number): string {
  return `Issue ${number} is there already: write the deliverables into it, and the rest of the command again.`;
}

/* `/decline`, `/meeting`, `/outcome` */

export const noReason =
  "Whoever asked should learn why. Write the reason behind the command: `/decline It would make every start slower.`";

export const noMeetingTime =
  "Say when and where: `/meeting Thursday at ten, in the usual call` or `/meeting 2026-12-15T10:00Z`.";

export function impossibleMeetingDay(why: string): string {
  return `A meeting cannot be then: ${why}.`;
}

export const unreadableMeetingTime = "A time is written like `2026-12-15T10:00Z`, with its zone.";

export const noMeetingToCancel = "No meeting is planned for this request, so there is none to cancel.";

export const noOutcome =
  "Write what came of the meeting behind the command: `/outcome We want it, but only for admins.`";

export const noShowOfRequest =
  "A meeting that nobody came to has no outcome. `/meeting` plans another one, and `/meeting cancel` takes the request off the agenda.";

export function meetingIsBooked(when: string): string {
  return `A meeting is planned already: ${inlineText(when, 150)}. \`/meeting cancel\` calls it off, and \`/meeting <when and where>\` takes its place.`;
}

export const outcomeWithoutMeeting =
  "No meeting is planned for this request, so it has no outcome. `/meeting <when and where>` plans one.";

/* `/plan` */

export const planningIsOff = "The planning questions are switched off here (`feature-requests.planning.questions`).";

/** `number`: that of an issue that is gone; undefined where there was none. */
export function noIssueToPlan(number: number | undefined): string {
  return number === undefined
    ? "The planning questions are in the issue of a request, and this request has none. `/accept` makes one."
    : `Issue ${number} was deleted or converted. \`/accept\` in the discussion makes a new one.`;
}

export function issueToPlanIsClosed(number: number): string {
  return `Issue ${number} is closed, so that there is nothing to plan. Reopen it first.`;
}

export function answerIsBlank(question: string): string {
  return `There are no words behind \`${question}:\`. To take an answer back, edit the issue.`;
}

export function issueIsFull(number: number, max: number): string {
  return `The text of issue ${number} would be longer than the ${max} characters that GitHub allows.`;
}

/* `/duplicate` */

export const noDuplicateNumber = "Say what it is the same as, by its number: `/duplicate #12`.";

export const duplicateOfPullRequest =
  "That is a pull request. `/duplicate #12` takes the number of a discussion or an issue.";

/** `named`: the number that was written; `leadsTo`: that of this thread, as what the named one is a duplicate of. */
export function duplicateOfItself(named: number, leadsTo: number): string {
  return named === leadsTo
    ? "A discussion is no duplicate of itself."
    : `Discussion ${named} is closed as a duplicate of this one, so this one cannot be a duplicate of it.`;
}

export function duplicateOutOfReach(number: number): string {
  return `Issue ${number} was transferred to where not everybody who reads this can follow, so I send nobody there. Name another discussion or issue.`;
}

export function noSuchThread(number: number): string {
  return `There is no discussion or issue ${number} here. \`/duplicate #12\` takes the number of one.`;
}
