import type { Discussion } from "../../../core/discussion.ts";
import { unreachable } from "../../../core/errors.ts";
import type { FeatureRequest } from "../feature-request.ts";
import type { KnownIssue, Outcome } from "../../../core/knowledge.ts";

/** Kept of a request's text, in UTF-16 units. */
const longest = 20_000;

/**
 * The request as the finder knows it, so that whoever asks for the same, or asks about it, learns what became of it.
 * Undefined: another discussion stands for it, or it ended without a word. (The issues we make are not kept as knowledge:
 * a bot wrote them.)
 */
export function toKnownRequest(request: FeatureRequest, { body, updatedAt }: Discussion): KnownIssue | undefined {
  const { number, title, url, askedAt, decision, seen, since } = request;
  const state = outcomeOf(request);
  if (state === undefined) return undefined;
  const shippedIn = state === "completed" ? seen?.milestone?.title : undefined;
  return {
    number,
    kind: "feature-request",
    title,
    question: body.slice(0, longest).toWellFormed(),
    answer: decision?.is === "declined" ? (decision.reason ?? "") : "",
    url,
    links: [],
    outcome: { state, ...(shippedIn !== undefined && { shippedIn }) },
    openedAt: askedAt,
    updatedAt: updatedAt.toISOString(),
    ...(state !== "open" && { closedAt: since }),
  };
}

function outcomeOf({ state }: FeatureRequest): Outcome["state"] | undefined {
  switch (state) {
    case "asked":
    case "complete":
    case "meeting":
    case "accepted":
      return "open";
    case "shipped":
      return "completed";
    case "declined":
    case "dropped":
      return "not-planned";
    case "duplicate":
    case "closed":
      return undefined;
    default:
      return unreachable(state);
  }
}
