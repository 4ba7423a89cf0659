import { UserError } from "../../../core/errors.ts";
import type { FeatureRequest } from "../feature-request.ts";
import type { RequestAction, RequestPlan } from "../actions/request-actions.ts";
import { isClosedHere } from "../follow/seen-issue.ts";
import { missing } from "../answers/answers-in-thread.ts";
import { move } from "../states/move.ts";
import { noWayOn } from "../messages/no-way-on.ts";
import { presentRequest, reportDecision, type RequestCommandContext, type CommandFacts } from "./request-context.ts";

/** Take a request up again: one that was not decided for waits for a decision anew, one that had its issue gets it back. */
export function decideReopen(context: RequestCommandContext, facts: CommandFacts): RequestPlan {
  const { repository, thread, now } = context;
  const before = presentRequest(context, facts);
  const moved = move(before, "/reopen", now);
  if (moved === before) throw new UserError(noWayOn("reopen", before));
  const request = moved.state === "accepted" ? withOpenIssue(moved) : undecided(moved, now);
  const link = facts.stored?.issue;
  const reopensIssue = moved.state === "accepted" && link !== undefined && isClosedHere(facts.issue);
  const { number, id: discussion } = thread;
  return {
    actions: [
      ...(reopensIssue
        ? [{ do: "change-issue", repository, number: link.number, change: { state: "open" } } as const]
        : []),
      ...(thread.closed ? [{ do: "reopen-thread", repository, number, discussion } as const] : []),
      ...reportDecision(request, context, facts),
      ...noDuplicateAnyMore(before, context),
    ],
    because: `a maintainer took the request up again, which was ${before.state}`,
  };
}

/** What is gone, or in another repository, is not ours to open. */
function withOpenIssue(request: FeatureRequest): FeatureRequest {
  const { seen } = request;
  return seen && isClosedHere(seen) ? { ...request, seen: { ...seen, state: "open" } } : request;
}

function undecided(moved: FeatureRequest, now: Date): FeatureRequest {
  const { decision: _decision, duplicateOf: _target, ...request } = moved;
  return missing(request.answers).length > 0 ? move(request, "an answer missing", now) : request;
}

/** The votes it brought to another request are its own again. */
function noDuplicateAnyMore(
  { duplicateOf, number }: FeatureRequest,
  { repository }: RequestCommandContext,
): RequestAction[] {
  if (!duplicateOf) return [];
  const event = { kind: "follow-request", repository, number: duplicateOf.number, duplicate: { number } } as const;
  return [{ do: "follow-up", key: `follow-request:${duplicateOf.number}`, event }];
}
