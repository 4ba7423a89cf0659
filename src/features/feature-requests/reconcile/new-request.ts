import type { Discussion } from "../../../core/discussion.ts";
import type { FeatureRequest, RequestState } from "../feature-request.ts";
import type { FeatureRequestsConfig } from "../config.ts";

type Labels = FeatureRequestsConfig["labels"];

/** The first record of a thread: a request in the state that its labels show. */
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

/** A decision that people showed by a label before the app came is in force; the other states are read from the text. */
function stateByLabel(present: readonly string[], labels: Labels): RequestState {
  const names = new Set(present.map((it) => it.toLowerCase()));
  return decided.find((it) => names.has(labels[it]?.toLowerCase() ?? "")) ?? "asked";
}
