import type { Discussion } from "../../../core/discussion.ts";
import { unreachable } from "../../../core/errors.ts";
import type { FeatureRequest } from "../feature-request.ts";
import type { KnownIssue, Outcome } from "../../../core/knowledge.ts";

/** Indexed of a request's text, in UTF-16 units. */
const maxQuestionLength = 20_000;

/**
 * The request as the search index holds it, with its outcome. Undefined: a duplicate, which another discussion stands
 * for, or closed without a decision. Issues that we make for requests are not indexed: a bot wrote them.
 */
export function toKnownIssue(request: FeatureRequest, { body, updatedAt }: Discussion): KnownIssue | undefined {
  const { number, title, url, askedAt, decision, seen, since } = request;
  const state = outcomeOf(request);
  if (state === undefined) return undefined;
  const shippedIn = state === "completed" ? seen?.milestone?.title : undefined;
  return {
    number,
    kind: "feature-request",
    title,
    question: body.slice(0, maxQuestionLength).toWellFormed(),
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
