import type { Comment, RepositoryRef, Thread } from "../../../core/discussion.ts";
import type { SeenIssue, StoredRequest } from "../feature-request.ts";
import type { ReadsWithRequests } from "../reads.ts";
import { toSeenIssue } from "../follow/seen-issue.ts";

/** What is known of a thread and of the request in it, however one came to look. */
export interface RequestFacts {
  readonly thread: Thread;
  readonly stored: StoredRequest | undefined;
  /** Our one comment in the thread, if it is there. */
  readonly ours: Comment | undefined;
  /** Whether there was one that a person deleted. */
  readonly wasDeleted: boolean;
  /** The request's issue as it is now; undefined where there is none. */
  readonly issue: SeenIssue | undefined;
  /** Whether the finder is to know requests. */
  readonly isSearched: boolean;
}

/** Read all of it. 1 point for the issue, where there is one; the thread is given. */
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
    stored?.issue && toSeenIssue(await github.findPlannedIssue(repository, stored.issue.number), repository);
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
