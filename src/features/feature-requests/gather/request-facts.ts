import type { Comment, RepositoryRef, Thread } from "../../../core/discussion.ts";
import type { ObservedIssue, StoredRequest } from "../feature-request.ts";
import type { ReadsWithRequests } from "../store/request-records.ts";
import { toObservedIssue } from "../reconcile/observed-issue.ts";

/** What is read of a thread and of the request in it, for events and commands alike. */
export interface RequestFacts {
  readonly thread: Thread;
  readonly stored: StoredRequest | undefined;
  /** Our one comment in the thread, if it is there. */
  readonly ours: Comment | undefined;
  /** Whether there was one that a person deleted. */
  readonly wasDeleted: boolean;
  /** The request's issue as it is now; undefined where there is none. */
  readonly issue: ObservedIssue | undefined;
  /** Whether requests are indexed for search. */
  readonly isSearched: boolean;
}

/** Reads all of it. 1 point for the issue, where there is one; the thread is given. */
export async function readRequest(
  repository: RepositoryRef,
  thread: Thread,
  { github, records, requests, knowledge }: ReadsWithRequests,
): Promise<RequestFacts> {
  const [stored, recorded, settings] = await Promise.all([
    requests.findRequest(repository, thread.number),
    records.findOurComment(repository, thread.number),
    knowledge.findIssueSettings(repository),
  ]);
  const issue =
    stored?.issue && toObservedIssue(await github.findTrackedIssue(repository, stored.issue.number), repository);
  const ours = recorded === undefined ? undefined : thread.comments.find(({ id }) => id === recorded);
  return {
    thread,
    stored,
    ours,
    wasDeleted: recorded !== undefined && !ours,
    issue,
    isSearched: settings !== undefined,
  };
}

/** Upvotes and 👍 together, by the numbers of discussions; those that are gone are left out. 1 point for each fifty. */
export async function readVotes(
  repository: RepositoryRef,
  numbers: readonly number[],
  { github }: Pick<ReadsWithRequests, "github">,
): Promise<ReadonlyMap<number, number>> {
  if (numbers.length === 0) return new Map();
  const votes = await github.votesOn(repository, numbers);
  return new Map([...votes].map(([number, { upvotes, thumbsUp }]) => [number, upvotes + thumbsUp]));
}
