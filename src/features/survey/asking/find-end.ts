import { minuteMs } from "../../../core/clock.ts";
import type { Booking } from "../../../core/booking.ts";
import { isTeam, type Timeline } from "../../../core/timeline.ts";
import { happeningsOf, saidKinds, type Happening } from "../../../timeline/happenings.ts";
import type { SurveyedRequest } from "../reads.ts";

/** What tells whether a thread is resolved: our own records alone. */
export interface EndFacts {
  readonly timeline: Timeline | undefined;
  readonly request: SurveyedRequest | undefined;
  readonly booking: Pick<Booking, "kind" | "state" | "outcome"> | undefined;
  /** A person closed it, by an event or by what we had recorded of one. */
  readonly isClosedByPerson: boolean;
}

/** Whether a thread is resolved so that its asker may be asked about it, since when, and when anybody last wrote in it. */
export type ThreadEnd =
  | {
      readonly isResolved: true;
      readonly by: "answer" | "closing" | "request" | "session";
      readonly at: Date;
      readonly lastWordAt: Date;
      readonly asker: string;
    }
  | { readonly isResolved: false; readonly because: string };

/** The end of a thread that is resolved. */
export type Resolved = Extract<ThreadEnd, { readonly isResolved: true }>;

/** GitHub's clock and ours may differ by this much: what has just happened there must not be yet to come here. */
const maxSkewMs = minuteMs;

const answers: readonly Happening["is"][] = ["team-word", "community-word", "answered", "closed"];

/**
 * Whether the question came to an end about which its asker may be asked: a human answer is marked, a person closed it as
 * resolved, its request was accepted or shipped, or the outcome of its office hours is written. Closed as a duplicate, as
 * outdated, or by a program, or declined, it has not (chatwoot/chatwoot#4003).
 */
export function findEnd(facts: EndFacts, now: Date): ThreadEnd {
  const { timeline } = facts;
  if (!timeline) return not("nothing is known of the discussion");
  const { asker, opener } = timeline;
  if (asker === undefined) return not("the account of the asker is gone");
  if (isTeam(opener)) return not("the team opened the discussion");
  if (opener === "bot") return not("a bot opened the discussion");
  const happenings = happeningsOf(timeline, { now: new Date(now.getTime() + maxSkewMs) });
  const resolved = findResolution(facts, happenings);
  if (typeof resolved === "string") return not(resolved);
  const { by, at } = resolved;
  if (asksOn(happenings, at)) return not("the asker has asked on since");
  const last = happenings.findLast(({ is }) => saidKinds.includes(is));
  return { isResolved: true, by, at: new Date(at), lastWordAt: new Date(last?.at ?? at), asker };
}

/** Whether its asker may rate unasked: it is resolved by anybody, or their request is decided, whichever way. */
export function isRatable(facts: EndFacts, now: Date): boolean {
  const { timeline, request } = facts;
  if (!timeline) return false;
  if (request) return ["accepted", "shipped", "declined", "dropped"].includes(request.state);
  const happenings = happeningsOf(timeline, { now: new Date(now.getTime() + maxSkewMs) });
  return typeof findResolution({ ...facts, isClosedByPerson: true }, happenings) !== "string";
}

/** By what it was resolved and when, in milliseconds. */
type Resolution = Pick<Resolved, "by"> & { readonly at: number };

/** By what it was resolved, or why it is not. */
function findResolution(
  { request, booking, isClosedByPerson }: EndFacts,
  happenings: readonly Happening[],
): Resolution | string {
  if (request) return decidedAt(request);
  const closing = happenings.findLast(({ is }) => is === "closed" || is === "reopened");
  const reason = closing?.is === "closed" ? closing.reason : undefined;
  if (reason === "duplicate" || reason === "outdated") return `the discussion is closed as ${reason}`;
  const mark = happenings.findLast(({ is }) => is === "answered" || is === "unanswered");
  if (mark?.is === "answered") return { by: "answer", at: mark.at };
  if (closing && reason === "resolved") {
    return isClosedByPerson ? { by: "closing", at: closing.at } : "no person is known to have closed it";
  }
  if (booking?.kind === "office-hours" && booking.state === "done" && booking.outcome) {
    return { by: "session", at: Date.parse(booking.outcome.at) };
  }
  return "the question is not resolved";
}

function decidedAt({ state, since, decision }: SurveyedRequest): Resolution | string {
  if (state === "accepted") return { by: "request", at: Date.parse(decision?.at ?? since) };
  if (state === "shipped") return { by: "request", at: Date.parse(since) };
  return state === "declined" || state === "dropped" ? "the request was declined" : "the request is not decided";
}

/** Whether a word of the asker that asks for something waits for a reply since. */
function asksOn(happenings: readonly Happening[], since: number): boolean {
  const last = happenings.findLast(({ is, at }) => at > since && (is === "asker-word" || answers.includes(is)));
  return last?.is === "asker-word";
}

function not(because: string): ThreadEnd {
  return { isResolved: false, because };
}
