import type { RepositoryRef } from "../../core/discussion.ts";
import {
  requestStates,
  type FeatureRequest,
  type IssueLink,
  type RequestState,
} from "../../features/feature-requests/feature-request.ts";
import {
  orderRequests,
  orders,
  toRequestLine,
  type RequestLine,
  type RequestOrder,
} from "../../features/feature-requests/order-requests.ts";
import { readWord } from "./read-query.ts";
import type { PageReads } from "./reads.ts";

export interface RequestFilter {
  readonly state?: RequestState;
  readonly order: RequestOrder;
}

/** A feature request as it is listed. */
export interface ShownRequest extends RequestLine {
  readonly request: FeatureRequest;
  readonly issue?: IssueLink;
  /** Seconds from when it was asked to when it was decided. */
  readonly timeToDecision?: number;
}

export interface RequestsView {
  readonly counts: Readonly<Record<RequestState, number>>;
  readonly requests: readonly ShownRequest[];
}

/** No repository has more that anybody would look at here. */
const maxRequests = 5_000;

export function readRequestFilter(query: URLSearchParams): RequestFilter {
  const state = readWord(query, "state", requestStates);
  return { ...(state !== undefined && { state }), order: readWord(query, "sort", orders) ?? "votes" };
}

/** Feature requests, all counted by state, and those that are wanted in order. */
export async function gatherRequests(
  repository: RepositoryRef,
  { state, order }: RequestFilter,
  { requests }: Pick<PageReads, "requests">,
): Promise<RequestsView> {
  const all = await requests.requests({ repository, limit: maxRequests });
  const counted = requestStates.map((it) => [it, all.filter(({ request }) => request.state === it).length] as const);
  const wanted = all.filter(({ request }) => state === undefined || request.state === state);
  return {
    counts: Object.fromEntries(counted) as Record<RequestState, number>,
    requests: orderRequests(wanted, order).map((stored) => {
      const { request, issue } = stored;
      const decidedAt = request.decision?.at;
      const time = decidedAt === undefined ? undefined : (Date.parse(decidedAt) - Date.parse(request.askedAt)) / 1000;
      return {
        ...toRequestLine(stored),
        request,
        ...(issue && { issue }),
        // Times may run backwards where clocks were set.
        ...(time !== undefined && { timeToDecision: Math.max(0, time) }),
      };
    }),
  };
}
