import type { Discussion } from "../../../core/discussion.ts";
import { nothing } from "../../../core/plan.ts";
import type { EventOf } from "../../feature.ts";
import type { RequestAction, RequestPlan } from "../actions/request-actions.ts";
import { missingAnswers } from "../answers/answers-in-thread.ts";
import { readAnswers } from "../answers/read-answers.ts";
import type { FeatureRequestsConfig } from "../config.ts";
import { readVotes } from "../gather/request-facts.ts";
import { newRequest } from "../reconcile/new-request.ts";
import { toKnownIssue } from "../reconcile/to-known-issue.ts";
import { applyTrigger } from "../states/transitions.ts";
import type { ReadsWithRequests } from "../store/request-records.ts";

/** A page of requests that were opened before the app was installed. */
export interface ImportFacts {
  readonly found: "page";
  /** Those that are not known yet. */
  readonly discussions: readonly Discussion[];
  readonly votes: ReadonlyMap<number, number>;
  readonly next: string | undefined;
  /** Whether requests are indexed for search. */
  readonly isSearched: boolean;
}

/** Reads one. 3 points, 2 where all are known. */
export async function gatherImport(
  { repository, category, cursor }: EventOf<"import-requests">,
  reads: ReadsWithRequests,
): Promise<ImportFacts> {
  const { github, requests, knowledge } = reads;
  const { discussions: page, next } = await github.openDiscussions(repository, category, cursor);
  const discussions: Discussion[] = [];
  for (const discussion of page) {
    const isKnown = (await requests.findRequest(repository, discussion.number)) !== undefined;
    if (!isKnown && !discussion.author?.isBot) discussions.push(discussion);
  }
  const numbers = discussions.map(({ number }) => number);
  const votes = await readVotes(repository, numbers, reads);
  const isSearched = (await knowledge.findIssueSettings(repository)) !== undefined;
  return { found: "page", discussions, votes, next, isSearched };
}

/** Stores the requests of a page, without a comment in any of them, and goes on with the next page. */
export function decideImport(
  { repository, category }: EventOf<"import-requests">,
  { discussions, votes, next, isSearched }: ImportFacts,
  config: FeatureRequestsConfig,
  now: Date,
): RequestPlan {
  const actions = discussions.flatMap((discussion): RequestAction[] => {
    const answers = readAnswers(discussion.body);
    const known = { ...newRequest(discussion, config.labels), answers };
    const request = missingAnswers(answers).length > 0 ? known : applyTrigger(known, "all questions answered", now);
    const { number } = discussion;
    const item = isSearched ? toKnownIssue(request, discussion) : undefined;
    return [
      { do: "import-request", repository, request, votes: votes.get(number) ?? 0, ...(item && { item }) },
      // Our records may have been lost, and the issue is ours.
      ...(request.state === "accepted"
        ? [{ do: "find-made-issue", repository, number, key: String(number) } as const]
        : []),
    ];
  });
  // Newest changes come first: a page of nothing new is followed by nothing new.
  if (discussions.length === 0) return nothing(`no request in ${category} is new to us`);
  const event = { kind: "import-requests", repository, category, cursor: next } as const;
  const more: RequestAction[] =
    next === undefined ? [] : [{ do: "follow-up", key: `import-requests:${category}`, event }];
  return { actions: [...actions, ...more], because: `${discussions.length} requests were there before` };
}
