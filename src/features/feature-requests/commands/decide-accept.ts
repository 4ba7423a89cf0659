import { UserError } from "../../../core/errors.ts";
import type { FeatureRequest, IssueLink } from "../../../core/feature-request.ts";
import type { Action, Plan } from "../../../core/plan.ts";
import { adoptedIssue } from "../../../messages/feature-requests/issue-body.ts";
import { noWayOn } from "../../../messages/feature-requests/no-way-on.ts";
import { move } from "../states/move.ts";
import { toWishes, type Wishes } from "./accept-wishes.ts";
import { presentRequest, recordVotes, votesFor, type AskInThread } from "./ask-about-request.ts";
import { changeIssue, makeIssue } from "./wished-issue.ts";
import { mustAdopt, type AcceptFacts } from "./gather-accept.ts";
import { withOutcome } from "./with-outcome.ts";

/**
 * Accept a request: one issue for it, with all that was asked for, be it new, adopted, or there from an earlier time.
 * What GitHub can refuse comes first; the record says "accepted" when the issue is there.
 */
export function decideAccept(ask: AskInThread, facts: AcceptFacts): Plan {
  const config = ask.config["feature-requests"];
  const { repository, now } = ask;
  const before = withOutcome(presentRequest(ask, facts), facts.options.outcome);
  const moved = move(before, "/accept", now);
  if (moved.state !== "accepted") throw new UserError(noWayOn("accept", before));
  const adopted = mustAdopt(facts, `${repository.owner}/${repository.name}`);
  const link = before.seen?.state === "lost" ? undefined : facts.stored?.issue;
  const isNew = !link && !adopted;
  const wishes = toWishes(facts, config, isNew, now);
  const request = decided(moved, before, ask, facts);
  const issue = link ?? adopted;
  const { number } = ask.thread;
  return {
    actions: [
      ...(facts.stored ? [] : [{ do: "keep-request", repository, request: before } as const]),
      ...(adopted && !link ? adopt(request, adopted, ask, facts) : []),
      ...(issue ? changeIssue(issue, wishes, ask, facts) : makeIssue(request, wishes, ask, facts)),
      ...wishes.notSet.map((what): Action => ({ do: "note-not-set", repository, number, what })),
      ...onBoard(wishes, ask),
      { do: "keep-request", repository, request },
      ...recordVotes(ask, facts),
      ...thread(ask),
      {
        do: "follow-up",
        key: `follow-request:${number}`,
        event: { kind: "follow-request", repository, number, answer: ask.comment.id },
      },
    ],
    because: `a maintainer accepted the request; its issue ${link ? "is there" : adopted ? "was there before" : "is made"}`,
  };
}

/** A second `/accept` adds to the issue; who decided, and when, stays. */
function decided(moved: FeatureRequest, before: FeatureRequest, ask: AskInThread, facts: AcceptFacts): FeatureRequest {
  if (before.state === "accepted" && before.decision?.is === "accepted") return moved;
  const { duplicateOf: _, ...rest } = moved;
  const votes = votesFor(before, facts);
  return { ...rest, decision: { is: "accepted", by: ask.actor.login, at: ask.now.toISOString(), votes } };
}

function adopt(
  request: FeatureRequest,
  { number: issue, id, url }: Pick<IssueLink, "number" | "id" | "url">,
  { repository }: AskInThread,
  facts: AcceptFacts,
): Action[] {
  const { number } = request;
  const body = adoptedIssue(request, votesFor(request, facts));
  return [
    { do: "adopt-issue", repository, number, issue: { number: issue, id, url } },
    { do: "comment-on-issue", repository, number: issue, issue: id, key: `request:${number}`, body },
  ];
}

function onBoard({ board, fields }: Wishes, { repository, thread: { number } }: AskInThread): Action[] {
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
function thread({ repository, thread: { number, id, closed }, config }: AskInThread): Action[] {
  const at = { repository, number, discussion: id };
  if (config["feature-requests"]["close-on-accept"]) {
    return closed === "resolved" ? [] : [{ do: "close-thread", ...at, because: "resolved" }];
  }
  return closed ? [{ do: "reopen-thread", ...at }] : [];
}
