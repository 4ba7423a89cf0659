import type { Thread } from "../../../core/discussion.ts";
import type { FeatureRequest } from "../../../core/feature-request.ts";
import type { KnownIssue } from "../../../core/knowledge.ts";

/** Kept of a request's text, in UTF-16 units. */
const longest = 20_000;

/**
 * The request as the finder knows it, so that the next one who asks for the same is shown it. Undefined: it is not
 * to be found, since its issue or another discussion stands for it, or nobody wants it any more.
 */
export function toKnownRequest(request: FeatureRequest, { body, updatedAt }: Thread): KnownIssue | undefined {
  const { number, title, url, state, askedAt, decision } = request;
  const isOpen = state === "asked" || state === "complete" || state === "meeting";
  if (!isOpen && state !== "declined") return undefined;
  return {
    number,
    kind: "feature-request",
    title,
    question: body.slice(0, longest).toWellFormed(),
    answer: isOpen ? "" : (decision?.reason ?? ""),
    url,
    links: [],
    outcome: { state: isOpen ? "open" : "not-planned" },
    openedAt: askedAt,
    updatedAt: updatedAt.toISOString(),
    ...(decision && !isOpen && { closedAt: decision.at }),
  };
}
