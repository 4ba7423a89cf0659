import { UserError } from "../../../core/errors.ts";
import type { FeatureRequest, RelatedRequest } from "../../../core/feature-request.ts";
import type { Action, Plan } from "../../../core/plan.ts";
import type { Reads } from "../../../core/ports.ts";
import { declinedIssue } from "../../../messages/feature-requests/issue-body.ts";
import { noWayOn } from "../../../messages/feature-requests/no-way-on.ts";
import { isBlank } from "../answers/is-blank.ts";
import { findInstead } from "../gather/find-related.ts";
import { move } from "../states/move.ts";
import {
  presentRequest,
  readForCommand,
  reportDecision,
  votesFor,
  type AskInThread,
  type CommandFacts,
} from "./ask-about-request.ts";
import { bounded, withOutcome } from "./with-outcome.ts";

/** What `/decline` has to know: docs that may help instead are offered. */
export interface DeclineFacts extends CommandFacts {
  readonly instead: readonly RelatedRequest[];
}

export async function gatherDecline(ask: AskInThread, reads: Reads): Promise<DeclineFacts> {
  mustReason(ask);
  const facts = await readForCommand(ask, reads);
  return { ...facts, instead: await findInstead(ask.repository, ask.thread, reads) };
}

/** Decline a request with a reason. Its issue, if we made it, is closed as not planned; an adopted one is not ours to close. */
export function decideDecline(ask: AskInThread, facts: DeclineFacts): Plan {
  const { repository, thread, now, config } = ask;
  const reason = mustReason(ask);
  const before = withOutcome(presentRequest(ask, facts), ask.line.options.get("outcome"));
  const moved = move(before, "/decline", now);
  if (moved.state !== "declined") throw new UserError(noWayOn("decline", before));
  const closesIssue = facts.stored?.issue?.isAdopted === false && facts.issue?.state === "open" && !facts.issue.movedTo;
  const request: FeatureRequest = {
    ...moved,
    isReady: false,
    ...(closesIssue && moved.seen && { seen: { ...moved.seen, state: "not-planned" as const } }),
    decision: {
      is: "declined",
      by: ask.actor.login,
      at: now.toISOString(),
      reason,
      votes: votesFor(before, facts),
      instead: facts.instead,
    },
  };
  const because = config["feature-requests"]["close-declined-as"];
  return {
    actions: [
      ...(closesIssue ? closeIssue(request, ask, facts) : []),
      ...reportDecision(request, ask, facts),
      ...(thread.closed === because
        ? []
        : [{ do: "close-thread", repository, number: thread.number, discussion: thread.id, because } as const]),
    ],
    because: "a maintainer declined the request",
  };
}

function closeIssue(request: FeatureRequest, { repository }: AskInThread, { stored }: DeclineFacts): Action[] {
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
function mustReason({ line }: AskInThread): string {
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
