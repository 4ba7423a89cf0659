import type { RepositoryRef } from "../../../core/discussion.ts";
import { unreachable } from "../../../core/errors.ts";
import { nothing } from "../../../core/plan.ts";
import type { EventOf } from "../../feature.ts";
import type { RequestAction, RequestPlan } from "../actions/request-actions.ts";
import type { ObservedIssue } from "../feature-request.ts";
import { toObservedIssue } from "../reconcile/observed-issue.ts";
import type { ReadsWithRequests } from "../store/request-records.ts";

/** Requests read at once: more than a project works on. */
const maxRequests = 500;

/** Numbers of the requests that an issue or milestone changed something for. */
export interface IssueEventFacts {
  readonly found: "requests";
  readonly numbers: readonly number[];
}

/** Finds the requests that an issue or milestone tracks. At most 1 point. */
export async function gatherIssueEvent(
  event: EventOf<"issue-changed" | "issue-removed" | "milestone-changed">,
  reads: ReadsWithRequests,
): Promise<IssueEventFacts> {
  return { found: "requests", numbers: await requestsOf(event, reads) };
}

/** Each request is reconciled by an event of its own, in the order of its thread's events. */
export function decideIssueEvent(repository: RepositoryRef, { numbers }: IssueEventFacts): RequestPlan {
  if (numbers.length === 0) return nothing("no request is worked on there");
  return {
    actions: numbers.map((number): RequestAction => {
      const event = { kind: "follow-request", repository, number } as const;
      return { do: "follow-up", key: `follow-request:${number}`, event };
    }),
    because: `${numbers.length === 1 ? "a request is" : `${numbers.length} requests are`} worked on there`,
  };
}

async function requestsOf(
  event: EventOf<"issue-changed" | "issue-removed" | "milestone-changed">,
  reads: ReadsWithRequests,
): Promise<readonly number[]> {
  const { repository } = event;
  switch (event.kind) {
    case "issue-changed":
      return requestsThatDiffer(repository, event.number, reads);
    case "issue-removed":
      return reads.requests.requestsOfIssue(repository, event.number);
    case "milestone-changed":
      return requestsOfMilestone(repository, event.milestone, reads);
    default:
      return unreachable(event);
  }
}

/**
 * Requests that an issue tracks and whose record differs from it. Most changes of an issue, like a label, change no
 * record. 1 point, and none for issues that track nothing.
 */
async function requestsThatDiffer(
  repository: RepositoryRef,
  issue: number,
  { requests, github }: ReadsWithRequests,
): Promise<number[]> {
  const numbers = await requests.requestsOfIssue(repository, issue);
  if (numbers.length === 0) return [];
  const observed = toObservedIssue(await github.findTrackedIssue(repository, issue), repository);
  const different: number[] = [];
  for (const number of numbers) {
    const recorded = (await requests.findRequest(repository, number))?.request.seen;
    // Where nothing is recorded yet, the follow-up that `/accept` planned is still to come.
    if (recorded && !isSame(recorded, observed)) different.push(number);
  }
  return different;
}

/** Requests whose issue was in this milestone when it was last read. */
async function requestsOfMilestone(
  repository: RepositoryRef,
  milestone: number,
  { requests }: ReadsWithRequests,
): Promise<number[]> {
  const accepted = await requests.requests({ repository, states: ["accepted", "shipped"], limit: maxRequests });
  return accepted.flatMap(({ request }) => (request.seen?.milestone?.number === milestone ? [request.number] : []));
}

function isSame(a: ObservedIssue, b: ObservedIssue): boolean {
  return (
    a.state === b.state &&
    a.movedTo === b.movedTo &&
    a.isHidden === b.isHidden &&
    a.milestone?.number === b.milestone?.number &&
    a.milestone?.title === b.milestone?.title &&
    a.milestone?.due === b.milestone?.due
  );
}
