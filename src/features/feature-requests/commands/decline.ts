import { UserError } from "../../../core/errors.ts";
import { command } from "../../command.ts";
import type { RequestAction, RequestPlan } from "../actions/request-actions.ts";
import { isBlank } from "../answers/is-blank.ts";
import type { FeatureRequest, RelatedRequest } from "../feature-request.ts";
import { findHelpfulDocs } from "../gather/find-related.ts";
import { declinedIssue } from "../messages/comments.ts";
import { noReason, wrongState } from "../messages/refusals.ts";
import { applyTrigger } from "../states/transitions.ts";
import type { ReadsWithRequests } from "../store/request-records.ts";
import { endSession } from "./meeting-slot.ts";
import {
  bounded,
  presentRequest,
  publishDecision,
  readForCommand,
  votesFor,
  withOutcome,
  type CommandFacts,
  type RequestCommandContext,
} from "./request-context.ts";
import { say } from "../messages/words.ts";
import { localeOf } from "../../../words/locale-of.ts";

export const decline = command({
  name: "decline",
  usage: "/decline <reason>",
  summary: say("command.decline"),
  examples: ["/decline It would make every start slower, and a script of ten lines does the same."],
  who: ["maintainer"],
  where: ["discussion"],
  gather: gatherDecline,
  decide: decideDecline,
});

interface DeclineFacts extends CommandFacts {
  /** Docs that are offered instead. */
  readonly instead: readonly RelatedRequest[];
}

async function gatherDecline(context: RequestCommandContext, reads: ReadsWithRequests): Promise<DeclineFacts> {
  mustReason(context);
  const facts = await readForCommand(context, reads);
  return { ...facts, instead: await findHelpfulDocs(context, reads) };
}

/** Declines a request with a reason. An issue that we made is closed as not planned; an adopted one stays open. */
export function decideDecline(context: RequestCommandContext, facts: DeclineFacts): RequestPlan {
  const { repository, thread, now, config } = context;
  const reason = mustReason(context);
  const before = withOutcome(presentRequest(context, facts), context.line.options.get("outcome"));
  const moved = applyTrigger(before, "/decline", now);
  if (moved.state !== "declined") throw new UserError(wrongState("decline", before));
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
      ...publishDecision(request, context, facts),
      ...endSession(request, context),
      ...(thread.closed === because
        ? []
        : [{ do: "close-thread", repository, number: thread.number, discussion: thread.id, because } as const]),
    ],
    because: "a maintainer declined the request",
  };
}

function closeIssue(
  request: FeatureRequest,
  { repository, config }: RequestCommandContext,
  { stored }: DeclineFacts,
): RequestAction[] {
  if (!stored?.issue) return [];
  const { number, id: issue } = stored.issue;
  const body = declinedIssue(request)(localeOf(config));
  const key = `declined:${request.decision?.at ?? ""}`;
  return [
    { do: "change-issue", repository, number, change: { state: "not-planned" } },
    { do: "comment-on-issue", repository, number, issue, key, body },
  ];
}

/** The words behind the command, with the list below it, without `outcome:`. Throws a `UserError` where there are none. */
function mustReason({ line }: RequestCommandContext): string {
  const outcome = line.given.find(({ key }) => key === "outcome");
  const words = (outcome ? line.rest.replace(outcome.written, "") : line.rest).trim();
  const reason = [words, ...line.list.map((it) => `- ${it}`)].filter((it) => it !== "").join("\n");
  if (isBlank(reason)) throw new UserError(noReason);
  return bounded(reason, "reason");
}
