import { nothing } from "../../../core/plan.ts";
import type { RequestAction, RequestPlan } from "../actions/request-actions.ts";
import type { EventOf } from "../../feature.ts";
import { readAnswers } from "../answers/read-answers.ts";
import { missing } from "../answers/answers-in-thread.ts";
import type { FeatureRequestsConfig } from "../config.ts";
import type { PageFacts } from "../gather/read-page.ts";
import { move } from "../states/move.ts";
import { newRequest } from "./new-request.ts";
import { toKnownRequest } from "./to-known-request.ts";

/** Write down the requests of a page that were there before we came. Nothing is said in them. */
export function planImport(
  { repository, category }: EventOf<"import-requests">,
  { discussions, votes, next, isSearched }: PageFacts,
  config: FeatureRequestsConfig,
  now: Date,
): RequestPlan {
  const actions = discussions.flatMap((discussion): RequestAction[] => {
    const answers = readAnswers(discussion.body);
    const known = { ...newRequest(discussion, config.labels), answers };
    const request = missing(answers).length > 0 ? known : move(known, "all questions answered", now);
    const { number } = discussion;
    const item = isSearched ? toKnownRequest(request, discussion) : undefined;
    return [
      { do: "keep-request", repository, request },
      { do: "record-votes", repository, number, votes: votes.get(number) ?? 0 },
      ...(item ? [{ do: "keep-issues", repository, issues: [item] } as const] : []),
    ];
  });
  // Newest changes come first: a page of nothing new is followed by nothing new.
  if (discussions.length === 0) return nothing(`no request in ${category} is new to us`);
  const event = { kind: "import-requests", repository, category, cursor: next } as const;
  const more: RequestAction[] =
    next === undefined ? [] : [{ do: "follow-up", key: `import-requests:${category}`, event }];
  return { actions: [...actions, ...more], because: `${discussions.length} requests were there before` };
}
