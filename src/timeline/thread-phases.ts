import type { CloseReason } from "../core/discussion.ts";
import type { ThreadStatus } from "../core/thread-status.ts";
import { isTeam, type Timeline } from "../core/timeline.ts";
import type { Happening } from "./happenings.ts";

/** A time in which nothing changed about who owes the next word. It lasts until the next phase begins. */
export interface ThreadPhase {
  /** Milliseconds. */
  readonly from: number;
  readonly status: ThreadStatus;
  /** Whether the question is resolved: a human answer is marked, it is closed as resolved, or decided. */
  readonly isResolved: boolean;
  /** Whether nobody waits for a reply any more, unless the asker writes again. */
  readonly isSettled: boolean;
  /** Why, as a clause. */
  readonly because: string;
}

/** What has been made of a thread's happenings so far. */
interface Standing {
  /** Who owes the next word as far as words go; nobody after an answer. */
  readonly turn: "team" | "asker" | "nobody";
  readonly because: string;
  readonly closed?: CloseReason | undefined;
  readonly isAnswered: boolean;
  readonly decision?: "awaited" | "decided" | undefined;
  readonly hasSession: boolean;
}

/** The phase that a thread is in after each of its happenings, and first of all when it was opened. */
export function phasesAfter(timeline: Timeline, happenings: readonly Happening[]): readonly ThreadPhase[] {
  let standing: Standing = opened(timeline);
  const first = toPhase(standing, timeline.openedAt.getTime());
  const rest = happenings.map((it) => {
    standing = after(standing, it);
    return toPhase(standing, it.at);
  });
  return [first, ...rest];
}

/** The same without what changes nothing: each phase lasts until the next one begins. */
export function phasesOf(after: readonly ThreadPhase[]): readonly ThreadPhase[] {
  const phases: ThreadPhase[] = [];
  for (const phase of after) {
    // What changes twice at one time has changed once.
    if (phases.at(-1)?.from === phase.from) phases.pop();
    const last = phases.at(-1);
    if (!last || !isSame(last, phase)) phases.push(phase);
  }
  return phases;
}

function opened({ opener }: Timeline): Standing {
  const common = { isAnswered: false, hasSession: false };
  if (opener === "asker" || opener === "community") {
    return { turn: "team", because: "the question waits for a reply", ...common };
  }
  return { turn: "asker", because: `the thread was opened by ${isTeam(opener) ? "the team" : "a bot"}`, ...common };
}

function after(standing: Standing, it: Happening): Standing {
  const { isAnswered, decision } = standing;
  switch (it.is) {
    case "asker-word":
      return { ...standing, turn: "team", because: "the asker wrote" };
    case "team-word":
      return isAnswered || decision === "decided"
        ? { ...standing, turn: "nobody", because: "the team replied, and the answer stands" }
        : { ...standing, turn: "asker", because: "the team replied, and the asker has the next word" };
    case "needs-info":
      return { ...standing, turn: "asker", because: "the team asked for information" };
    case "asked":
      return { ...standing, turn: "asker", because: "the request lacks answers" };
    case "answered":
      return { ...standing, turn: "nobody", isAnswered: true, because: "an answer is marked" };
    case "unanswered":
      return isAnswered
        ? { ...standing, turn: "team", isAnswered: false, because: "the answer was unmarked" }
        : standing;
    case "closed":
      return { ...standing, closed: it.reason };
    case "reopened":
      return standing.closed
        ? {
            ...standing,
            turn: isAnswered || decision === "decided" ? standing.turn : "team",
            closed: undefined,
            because: "the thread was reopened",
          }
        : standing;
    case "session":
      return afterSession(standing, it.change);
    case "awaited":
      return { ...standing, decision: "awaited" };
    case "decided":
      return { ...standing, turn: "nobody", decision: "decided", because: "the request is decided" };
    default:
      return standing;
  }
}

function afterSession(standing: Standing, change: "booked" | "held" | "cancelled"): Standing {
  if (change === "booked") return { ...standing, hasSession: true };
  if (!standing.hasSession) return standing;
  return change === "held"
    ? { ...standing, hasSession: false, turn: "team", because: "the session was held, and its outcome is not told yet" }
    : { ...standing, hasSession: false };
}

function toPhase(standing: Standing, from: number): ThreadPhase {
  const { turn, closed, isAnswered, decision, hasSession } = standing;
  const isResolved = isAnswered || decision === "decided" || closed === "resolved";
  const isSettled = closed !== undefined || turn === "nobody";
  const common = { from, isResolved, isSettled };
  if (closed) {
    return isAnswered
      ? { ...common, status: "answered", because: "an answer is marked and the thread is closed" }
      : { ...common, status: "closed", because: `the thread is closed as ${closed}` };
  }
  if (turn === "nobody") return { ...common, status: "answered", because: standing.because };
  if (hasSession) return { ...common, status: "session-booked", because: "a session is booked" };
  if (decision === "awaited" && !isAnswered) {
    return { ...common, status: "awaiting-decision", because: "the request awaits its decision" };
  }
  return { ...common, status: turn === "team" ? "waiting-on-team" : "waiting-on-asker", because: standing.because };
}

function isSame(a: ThreadPhase, b: ThreadPhase): boolean {
  return a.status === b.status && a.isResolved === b.isResolved && a.isSettled === b.isSettled;
}
