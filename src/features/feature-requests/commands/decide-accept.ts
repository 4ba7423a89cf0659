import { UserError } from "../../../core/errors.ts";
import type { FeatureRequest, IssueLink } from "../feature-request.ts";
import type { RequestAction, RequestPlan } from "../actions/request-actions.ts";
import { adoptedIssue } from "../messages/issue-body.ts";
import { noWayOn } from "../messages/no-way-on.ts";
import { move } from "../states/move.ts";
import { toWishes, type Wishes } from "./accept-wishes.ts";
import { presentRequest, recordVotes, votesFor, type RequestCommandContext } from "./request-context.ts";
import { changeIssue, makeIssue } from "./wished-issue.ts";
import { mustAdopt, type AcceptFacts } from "./gather-accept.ts";
import { withOutcome } from "./with-outcome.ts";

/**
 * Accept a request: one issue for it, with all that was asked for, be it new, adopted, or there from an earlier time.
 * What GitHub can refuse comes first; the record says "accepted" when the issue is there.
 */
export function decideAccept(context: RequestCommandContext, facts: AcceptFacts): RequestPlan {
  const config = context.config["feature-requests"];
  const { repository, now } = context;
  const before = withOutcome(presentRequest(context, facts), facts.options.outcome);
  const moved = move(before, "/accept", now);
  if (moved.state !== "accepted") throw new UserError(noWayOn("accept", before));
  const adopted = mustAdopt(facts, `${repository.owner}/${repository.name}`);
  const link = before.seen?.state === "lost" ? undefined : facts.stored?.issue;
  const isNew = !link && !adopted;
  const wishes = toWishes(facts, config, isNew, now);
  const request = decided(moved, before, context, facts);
  const issue = link ?? adopted;
  const { number } = context.thread;
  return {
    actions: [
      ...(facts.stored ? [] : [{ do: "keep-request", repository, request: before } as const]),
      ...(adopted && !link ? adopt(request, adopted, context, facts) : []),
      ...(issue ? changeIssue(issue, wishes, context, facts) : makeIssue(request, wishes, context, facts)),
      ...wishes.notSet.map((what): RequestAction => ({ do: "note-not-set", repository, number, what })),
      ...onBoard(wishes, context),
      { do: "keep-request", repository, request },
      ...recordVotes(context, facts),
      ...thread(context),
      {
        do: "follow-up",
        key: `follow-request:${number}`,
        event: { kind: "follow-request", repository, number, answer: context.comment.id },
      },
    ],
    because: `a maintainer accepted the request; its issue ${link ? "is there" : adopted ? "was there before" : "is made"}`,
  };
}

/** A second `/accept` adds to the issue; who decided, and when, stays. */
function decided(
  moved: FeatureRequest,
  before: FeatureRequest,
  context: RequestCommandContext,
  facts: AcceptFacts,
): FeatureRequest {
  if (before.state === "accepted" && before.decision?.is === "accepted") return moved;
  const { duplicateOf: _, ...rest } = moved;
  const votes = votesFor(before, facts);
  return { ...rest, decision: { is: "accepted", by: context.actor.login, at: context.now.toISOString(), votes } };
}

function adopt(
  request: FeatureRequest,
  { number: issue, id, url }: Pick<IssueLink, "number" | "id" | "url">,
  { repository }: RequestCommandContext,
  facts: AcceptFacts,
): RequestAction[] {
  const { number } = request;
  const body = adoptedIssue(request, votesFor(request, facts));
  return [
    { do: "adopt-issue", repository, number, issue: { number: issue, id, url } },
    { do: "comment-on-issue", repository, number: issue, issue: id, key: `request:${number}`, body },
  ];
}

function onBoard(
  { board, fields }: Wishes,
  { repository, thread: { number } }: RequestCommandContext,
): RequestAction[] {
  if (!board) return [];
  return [
    {
      do: "set-on-board",
      repository,
      number,
      board: { id: board.id, title: board.title, isShown: board.isShown },
      fields,
    },
  ];
}

/** Accepted threads stay open unless the config says otherwise; one that was closed by a decline comes back. */
function thread({ repository, thread: { number, id, closed }, config }: RequestCommandContext): RequestAction[] {
  const at = { repository, number, discussion: id };
  if (config["feature-requests"]["close-on-accept"]) {
    return closed === "resolved" ? [] : [{ do: "close-thread", ...at, because: "resolved" }];
  }
  return closed ? [{ do: "reopen-thread", ...at }] : [];
}
