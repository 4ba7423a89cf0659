import type { RequestState, FeatureRequest } from "../feature-request.ts";

/** What changes the state of a request: a command, or something that was observed in the thread or its issue. */
export type Trigger =
  | "/accept"
  | "/decline"
  | "/reopen"
  | "/meeting"
  | "/meeting cancel"
  | "/duplicate"
  | "all questions answered"
  | "an answer missing"
  | "thread closed"
  | "thread closed as duplicate"
  | "thread reopened"
  | "issue completed"
  | "issue not planned"
  | "issue reopened";

/** From any of these states, by this trigger, to that state. */
export interface Transition {
  readonly from: readonly RequestState[];
  readonly on: Trigger;
  readonly to: RequestState;
  /** The outcome of the meeting has to be known first. */
  readonly needs?: "outcome";
}

const undecided = ["asked", "complete", "meeting"] as const;

/**
 * The whole state machine. Decisions, labels and the diagram in the docs are made from this table: a transition that is
 * not in it does not happen. A state and a trigger lead to one state at most.
 */
export const transitions: readonly Transition[] = [
  { from: ["asked"], on: "all questions answered", to: "complete" },
  { from: ["complete"], on: "an answer missing", to: "asked" },
  { from: undecided, on: "/meeting", to: "meeting" },
  { from: ["meeting"], on: "/meeting cancel", to: "complete" },
  { from: ["asked", "complete", "closed", "declined", "dropped", "accepted"], on: "/accept", to: "accepted" },
  { from: ["meeting"], on: "/accept", to: "accepted", needs: "outcome" },
  { from: ["asked", "complete", "closed", "accepted", "dropped", "declined"], on: "/decline", to: "declined" },
  { from: ["meeting"], on: "/decline", to: "declined", needs: "outcome" },
  { from: ["accepted", "dropped", "declined"], on: "issue completed", to: "shipped" },
  { from: ["accepted", "shipped"], on: "issue not planned", to: "dropped" },
  { from: ["shipped", "dropped", "declined"], on: "issue reopened", to: "accepted" },
  { from: ["shipped", "dropped"], on: "/reopen", to: "accepted" },
  { from: ["declined", "duplicate", "closed"], on: "/reopen", to: "complete" },
  { from: ["declined", "duplicate", "closed"], on: "thread reopened", to: "complete" },
  { from: [...undecided, "declined", "closed", "duplicate"], on: "/duplicate", to: "duplicate" },
  { from: undecided, on: "thread closed", to: "closed" },
  { from: [...undecided, "closed"], on: "thread closed as duplicate", to: "duplicate" },
];

/** The transition, if there is one. */
export function findTransition(from: RequestState, on: Trigger): Transition | undefined {
  return transitions.find((it) => it.on === on && it.from.includes(from));
}

/** The request after a trigger. It is returned as it is where there is no transition. */
export function applyTrigger(request: FeatureRequest, on: Trigger, now: Date): FeatureRequest {
  const transition = findTransition(request.state, on);
  if (!transition || isHeldBack(request, transition.needs)) return request;
  if (transition.to === request.state) return request;
  return withCompletion({ ...request, state: transition.to, since: now.toISOString() });
}

/** A request waits for its decision from then on; one that is taken up again has done so all the time. */
function withCompletion(request: FeatureRequest): FeatureRequest {
  const { completeSince, ...rest } = request;
  if (rest.state === "asked") return rest;
  if (rest.state !== "complete" && rest.state !== "meeting") return request;
  return { ...rest, completeSince: completeSince ?? rest.since };
}

function isHeldBack({ meeting }: FeatureRequest, needs: "outcome" | undefined): boolean {
  return needs === "outcome" && meeting?.outcome === undefined;
}
