import type { RepositoryRef } from "../../../core/discussion.ts";
import { allVotes, requestStates, type RequestState } from "../feature-request.ts";
import { nothing } from "../../../core/plan.ts";
import type { RequestAction, RequestPlan } from "../actions/request-actions.ts";
import type { ListedRequest } from "../store/request-records.ts";
import type { FeatureRequestsConfig } from "../config.ts";
import { votesWanted } from "./follow.ts";

export interface SweepFacts {
  readonly found: "votes";
  readonly requests: readonly ListedRequest[];
  /** Upvotes and 👍 by discussion; those that are gone are missing. */
  readonly votes: ReadonlyMap<number, number>;
}

/** States whose requests are looked at by the clock: all but those that nobody votes for any more. */
export const sweepable: readonly RequestState[] = requestStates.filter((it) => it !== "duplicate" && it !== "closed");

const dayMs = 24 * 60 * 60 * 1000;
/** What ended longer ago is left alone. */
const oldestEndDays = 30;
/** Requests looked at in full in one deep sweep; each costs two points. */
const mostFollowed = 200;

/** Votes come without a webhook, and webhooks get lost: new votes are written down, and what may have drifted is looked at. */
export function planSweep(
  repository: RepositoryRef,
  { requests, votes }: SweepFacts,
  deep: boolean,
  config: FeatureRequestsConfig,
  now: Date,
): RequestPlan {
  const changed = requests.filter((it) => (votes.get(it.request.number) ?? it.votes) !== it.votes);
  const due = requests.filter((it) => isDue(it, votes.get(it.request.number), config));
  const others = deep
    ? todays(
        requests.filter((it) => !due.includes(it) && isAlive(it, now)),
        now,
      )
    : [];
  const actions = [
    ...changed.map(({ request: { number } }): RequestAction => {
      return { do: "record-votes", repository, number, votes: votes.get(number) ?? 0 };
    }),
    ...[...due, ...others].map(({ request: { number } }): RequestAction => {
      return {
        do: "follow-up",
        key: `follow-request:${number}`,
        event: { kind: "follow-request", repository, number, deep },
      };
    }),
    ...(deep ? config.categories : []).map((category): RequestAction => {
      const event = { kind: "import-requests", repository, category, cursor: undefined } as const;
      return { do: "follow-up", key: `import-requests:${category}`, event };
    }),
  ];
  const because = `of ${requests.length} requests ${changed.length} have other votes and ${due.length + others.length} are to be looked at`;
  return actions.length === 0 ? nothing(because) : { actions, because };
}

/** Gone, or just now wanted by enough people. */
function isDue({ request }: ListedRequest, votes: number | undefined, config: FeatureRequestsConfig): boolean {
  if (votes === undefined) return true;
  return !request.isReady && allVotes({ request, votes }) >= votesWanted(request, config);
}

/** As many as one sweep looks at in full; where there are more, it is each one's turn after some days. */
function todays<Request>(requests: readonly Request[], now: Date): Request[] {
  const start = (Math.floor(now.getTime() / dayMs) * mostFollowed) % Math.max(1, requests.length);
  return [...requests.slice(start), ...requests.slice(0, start)].slice(0, mostFollowed);
}

function isAlive({ request }: ListedRequest, now: Date): boolean {
  const hasEnded = request.state === "shipped" || request.state === "dropped" || request.state === "declined";
  return !hasEnded || now.getTime() - Date.parse(request.since) < oldestEndDays * dayMs;
}
