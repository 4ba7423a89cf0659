import { dayMs } from "../../../core/clock.ts";
import type { RepositoryRef } from "../../../core/discussion.ts";
import { nothing } from "../../../core/plan.ts";
import type { EventOf } from "../../feature.ts";
import type { RequestAction, RequestPlan } from "../actions/request-actions.ts";
import type { FeatureRequestsConfig } from "../config.ts";
import { allVotes, requestStates, type RequestState } from "../feature-request.ts";
import { readVotes } from "../gather/request-facts.ts";
import { voteThreshold } from "../reconcile/reconcile-request.ts";
import type { ListedRequest, ReadsWithRequests } from "../store/request-records.ts";

/** The requests of a repository, with their votes as they are now. */
export interface SweepFacts {
  readonly found: "votes";
  readonly requests: readonly ListedRequest[];
  /** Upvotes and 👍 by discussion; those that are gone are missing. */
  readonly votes: ReadonlyMap<number, number>;
}

/** States whose requests are swept: all but those that nobody votes for any more. */
export const sweepable: readonly RequestState[] = requestStates.filter((it) => it !== "duplicate" && it !== "closed");

/** Days after a request ended in which it is still reconciled. */
const maxDaysAfterEnd = 30;
/** Requests whose votes are read in one sweep of a repository: forty points. */
const maxSwept = 2_000;
/** Requests reconciled in one deep sweep; each costs two points. */
const maxReconciled = 200;

/** Reads the votes. 1 point for each fifty requests. */
export async function gatherSweep(
  { repository }: EventOf<"sweep-requests">,
  reads: ReadsWithRequests,
): Promise<SweepFacts> {
  const requests = await reads.requests.requests({ repository, states: sweepable, limit: maxSwept });
  const numbers = requests.map(({ request }) => request.number);
  return { found: "votes", requests, votes: await readVotes(repository, numbers, reads) };
}

/** Plans a deep sweep at once. */
export function sweepNow(repository: RepositoryRef, because: string): RequestPlan {
  const event = { kind: "sweep-requests", repository, deep: true } as const;
  return { actions: [{ do: "follow-up", key: "sweep-requests", event }], because };
}

/**
 * Stores new votes, of which no webhook tells, and reconciles requests that have enough of them. A deep sweep reconciles
 * the others too, since webhooks get lost, and imports requests that are not known yet.
 */
export function decideSweep(
  repository: RepositoryRef,
  { requests, votes }: SweepFacts,
  deep: boolean,
  config: FeatureRequestsConfig,
  now: Date,
): RequestPlan {
  const changed = requests.filter((it) => (votes.get(it.request.number) ?? it.votes) !== it.votes);
  const due = requests.filter((it) => isDue(it, votes.get(it.request.number), config));
  const others = deep
    ? rotatedDaily(
        requests.filter((it) => !due.includes(it) && isStillTracked(it, now)),
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

/** Deleted, over the threshold of votes since the last sweep, or on an agenda that says how many there are. */
function isDue(
  { request, votes: before }: ListedRequest,
  votes: number | undefined,
  config: FeatureRequestsConfig,
): boolean {
  if (votes === undefined) return true;
  if (votes !== before && request.state === "meeting" && request.meeting?.outcome === undefined) return true;
  return !request.isReady && allVotes({ request, votes }) >= voteThreshold(request, config);
}

/** As many as one sweep reconciles; where there are more, the days take turns. */
function rotatedDaily<Request>(requests: readonly Request[], now: Date): Request[] {
  const start = (Math.floor(now.getTime() / dayMs) * maxReconciled) % Math.max(1, requests.length);
  return [...requests.slice(start), ...requests.slice(0, start)].slice(0, maxReconciled);
}

function isStillTracked({ request }: ListedRequest, now: Date): boolean {
  const hasEnded = request.state === "shipped" || request.state === "dropped" || request.state === "declined";
  return !hasEnded || now.getTime() - Date.parse(request.since) < maxDaysAfterEnd * dayMs;
}
