import type { RepositoryRef } from "../../../core/discussion.ts";
import type { SeenIssue } from "../feature-request.ts";
import type { ReadsWithRequests } from "../reads.ts";
import { toSeenIssue } from "../follow/seen-issue.ts";

/** Requests read at once: more than a project works on. */
const most = 500;

/**
 * Requests that are worked on in an issue and of which the record says something else than the issue. Most of what
 * happens to an issue, like a label, means nothing to whoever asked. 1 point, and none for other issues.
 */
export async function unlikeIssue(
  repository: RepositoryRef,
  issue: number,
  { requests, github }: ReadsWithRequests,
): Promise<number[]> {
  const numbers = await requests.requestsOfIssue(repository, issue);
  if (numbers.length === 0) return [];
  const seen = toSeenIssue(await github.findPlannedIssue(repository, issue), repository);
  const unlike: number[] = [];
  for (const number of numbers) {
    const known = (await requests.findRequest(repository, number))?.request.seen;
    // Before it was seen for the first time, the look that `/accept` has put in line is still to come.
    if (known && !isSame(known, seen)) unlike.push(number);
  }
  return unlike;
}

/** Requests whose issue was in this milestone when it was last looked at. */
export async function plannedFor(
  repository: RepositoryRef,
  milestone: number,
  { requests }: ReadsWithRequests,
): Promise<number[]> {
  const accepted = await requests.requests({ repository, states: ["accepted", "shipped"], limit: most });
  return accepted.flatMap(({ request }) => (request.seen?.milestone?.number === milestone ? [request.number] : []));
}

function isSame(a: SeenIssue, b: SeenIssue): boolean {
  return (
    a.state === b.state &&
    a.movedTo === b.movedTo &&
    a.isHidden === b.isHidden &&
    a.milestone?.number === b.milestone?.number &&
    a.milestone?.title === b.milestone?.title &&
    a.milestone?.due === b.milestone?.due
  );
}
