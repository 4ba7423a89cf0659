import { UserError } from "../../../core/errors.ts";
import { command } from "../../command.ts";
import type { RequestAction, RequestPlan } from "../actions/request-actions.ts";
import { missingAnswers } from "../answers/answers-in-thread.ts";
import type { FeatureRequest } from "../feature-request.ts";
import { wrongState } from "../messages/refusals.ts";
import { isClosedHere } from "../reconcile/observed-issue.ts";
import { applyTrigger } from "../states/transitions.ts";
import {
  presentRequest,
  publishDecision,
  readForCommand,
  type CommandFacts,
  type RequestCommandContext,
} from "./request-context.ts";
import { say } from "../messages/words.ts";

export const reopen = command({
  name: "reopen",
  usage: "/reopen",
  summary: say("command.reopen"),
  examples: ["/reopen"],
  who: ["maintainer"],
  where: ["discussion"],
  gather: readForCommand,
  decide: decideReopen,
});

/** Takes a request up again: one that was accepted gets its issue back, any other waits for a decision. */
export function decideReopen(context: RequestCommandContext, facts: CommandFacts): RequestPlan {
  const { repository, thread, now } = context;
  const before = presentRequest(context, facts);
  const moved = applyTrigger(before, "/reopen", now);
  if (moved === before) throw new UserError(wrongState("reopen", before));
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
      ...publishDecision(request, context, facts),
      ...withdrawVotes(before, context),
    ],
    because: `a maintainer took the request up again, which was ${before.state}`,
  };
}

/** An issue that is gone, or in another repository, is not reopened. */
function withOpenIssue(request: FeatureRequest): FeatureRequest {
  const { seen } = request;
  return seen && isClosedHere(seen) ? { ...request, seen: { ...seen, state: "open" } } : request;
}

function undecided(moved: FeatureRequest, now: Date): FeatureRequest {
  const { decision: _decision, duplicateOf: _target, ...request } = moved;
  return missingAnswers(request.answers).length > 0 ? applyTrigger(request, "an answer missing", now) : request;
}

/** Its votes no longer count for the request that it was a duplicate of. */
function withdrawVotes(
  { duplicateOf, number }: FeatureRequest,
  { repository }: RequestCommandContext,
): RequestAction[] {
  if (!duplicateOf) return [];
  const event = { kind: "follow-request", repository, number: duplicateOf.number, duplicate: { number } } as const;
  return [{ do: "follow-up", key: `follow-request:${duplicateOf.number}`, event }];
}
