import { UserError } from "../../../core/errors.ts";
import type { FeatureRequest, RelatedRequest } from "../feature-request.ts";
import type { RequestAction, RequestPlan } from "../actions/request-actions.ts";
import type { ReadsWithRequests } from "../reads.ts";
import { declinedIssue } from "../messages/issue-body.ts";
import { noWayOn } from "../messages/no-way-on.ts";
import { isBlank } from "../answers/is-blank.ts";
import { findInstead } from "../gather/find-related.ts";
import { move } from "../states/move.ts";
import {
  presentRequest,
  readForCommand,
  reportDecision,
  votesFor,
  type RequestCommandContext,
  type CommandFacts,
} from "./request-context.ts";
import { bounded, withOutcome } from "./with-outcome.ts";

/** What `/decline` has to know: docs that may help instead are offered. */
export interface DeclineFacts extends CommandFacts {
  readonly instead: readonly RelatedRequest[];
}

export async function gatherDecline(context: RequestCommandContext, reads: ReadsWithRequests): Promise<DeclineFacts> {
  mustReason(context);
  const facts = await readForCommand(context, reads);
  return { ...facts, instead: await findInstead(context.repository, context.thread, reads) };
}

/** Decline a request with a reason. Its issue, if we made it, is closed as not planned; an adopted one is not ours to close. */
export function decideDecline(context: RequestCommandContext, facts: DeclineFacts): RequestPlan {
  const { repository, thread, now, config } = context;
  const reason = mustReason(context);
  const before = withOutcome(presentRequest(context, facts), context.line.options.get("outcome"));
  const moved = move(before, "/decline", now);
  if (moved.state !== "declined") throw new UserError(noWayOn("decline", before));
  const closesIssue = facts.stored?.issue?.isAdopted === false && facts.issue?.state === "open" && !facts.issue.movedTo;
  const request: FeatureRequest = {
    ...moved,
    isReady: false,
    ...(closesIssue && moved.seen && { seen: { ...moved.seen, state: "not-planned" as const } }),
    decision: {
      is: "declined",
      by: context.actor.login,
      at: now.toISOString(),
      reason,
      votes: votesFor(before, facts),
      instead: facts.instead,
    },
  };
  const because = config["feature-requests"]["close-declined-as"];
  return {
    actions: [
      ...(closesIssue ? closeIssue(request, context, facts) : []),
      ...reportDecision(request, context, facts),
      ...(thread.closed === because
        ? []
        : [{ do: "close-thread", repository, number: thread.number, discussion: thread.id, because } as const]),
    ],
    because: "a maintainer declined the request",
  };
}

function closeIssue(
  request: FeatureRequest,
  { repository }: RequestCommandContext,
  { stored }: DeclineFacts,
): RequestAction[] {
  if (!stored?.issue) return [];
  const { number, id: issue } = stored.issue;
  const body = declinedIssue(request);
  const key = `declined:${request.decision?.at ?? ""}`;
  return [
    { do: "change-issue", repository, number, change: { state: "not-planned" } },
    { do: "comment-on-issue", repository, number, issue, key, body },
  ];
}

/** The words behind the command, with the list below it, without `outcome:`. */
function mustReason({ line }: RequestCommandContext): string {
  const outcome = line.given.find(({ key }) => key === "outcome");
  const words = (outcome ? line.rest.replace(outcome.written, "") : line.rest).trim();
  const reason = [words, ...line.list.map((it) => `- ${it}`)].filter((it) => it !== "").join("\n");
  if (isBlank(reason)) {
    throw new UserError(
      "Whoever asked should learn why. Write the reason behind the command: `/decline It would make every start slower.`",
    );
  }
  return bounded(reason, "reason");
}
