import type { Discussion } from "../../../core/discussion.ts";
import type { FeatureRequest, RequestState } from "../feature-request.ts";
import type { FeatureRequestsConfig } from "../config.ts";

type Labels = FeatureRequestsConfig["labels"];

/** A thread as a request of which nothing is known yet, but for what its labels say. */
export function newRequest(
  { id, number, title, url, author, createdAt, labels: present }: Discussion,
  labels: Labels,
): FeatureRequest {
  return {
    number,
    discussion: id,
    title,
    url,
    ...(author && { askedBy: author.login }),
    askedAt: createdAt.toISOString(),
    state: stateByLabel(present, labels),
    since: createdAt.toISOString(),
    answers: {},
    isReady: false,
    related: [],
    votesFrom: {},
  };
}

const decided = ["accepted", "declined", "shipped", "dropped", "duplicate"] as const;

/** What people had decided before we came is in force; whether a request can be decided is read from its text. */
function stateByLabel(present: readonly string[], labels: Labels): RequestState {
  const names = new Set(present.map((it) => it.toLowerCase()));
  return decided.find((it) => names.has(labels[it]?.toLowerCase() ?? "")) ?? "asked";
}
