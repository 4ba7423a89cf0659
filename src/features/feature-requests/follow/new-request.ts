import type { Thread } from "../../../core/discussion.ts";
import type { FeatureRequest } from "../../../core/feature-request.ts";

/** A thread as a request of which nothing is known yet. */
export function newRequest({ id, number, title, url, author, createdAt }: Thread): FeatureRequest {
  return {
    number,
    discussion: id,
    title,
    url,
    ...(author && { askedBy: author.login }),
    askedAt: createdAt.toISOString(),
    state: "asked",
    since: createdAt.toISOString(),
    answers: {},
    isReady: false,
    related: [],
    votesFrom: {},
  };
}
