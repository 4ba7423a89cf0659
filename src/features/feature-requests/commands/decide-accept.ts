import { UserError } from "../../../core/errors.ts";
import type { FeatureRequest, IssueLink } from "../../../core/feature-request.ts";
import type { Action, Plan } from "../../../core/plan.ts";
import {
  adoptedIssue,
  issueTitle,
  requestIssueBody,
  subIssueBody,
} from "../../../messages/feature-requests/issue-body.ts";
import { noWayOn } from "../../../messages/feature-requests/no-way-on.ts";
import { isClosedHere } from "../follow/seen-issue.ts";
import { move } from "../states/move.ts";
import { toWishes, type Wishes } from "./accept-wishes.ts";
import { presentRequest, recordVotes, votesFor, type AskInThread } from "./ask-about-request.ts";
import { mustAdopt, type AcceptFacts } from "./gather-accept.ts";
import { mustAssign } from "../triage/find-assignees.ts";
import { withOutcome } from "./with-outcome.ts";

/** Issues made one after the other; they are found again among the last fifty. */
const mostSubIssues = 30;

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
      ...(issue ? change(issue, wishes, ask, facts) : make(request, wishes, ask, facts)),
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

function make(
  request: FeatureRequest,
  wishes: Wishes,
  { repository, config, actor }: AskInThread,
  facts: AcceptFacts,
): Action[] {
  const { options } = facts;
  const { number } = request;
  const isSplit = config["feature-requests"]["sub-issues"];
  if (isSplit && options.deliverables.length > mostSubIssues) {
    throw new UserError(
      `${options.deliverables.length} deliverables are more than I make sub-issues of; ${mostSubIssues} may be.`,
    );
  }
  const { due, estimate } = options;
  const body = requestIssueBody(request, {
    votes: votesFor(request, facts),
    by: actor.login,
    deliverables: isSplit ? [] : options.deliverables,
    ...(due !== undefined && { due }),
    ...(estimate !== undefined && { estimate }),
  });
  const { milestone, labels, type } = wishes;
  // Where the issue was deleted, another may be made; else its key says that there is one.
  const lost = facts.stored?.issue?.number;
  const key = lost === undefined ? `${number}` : `${number}:after:${lost}`;
  const draft = {
    title: issueTitle(options.title ?? request.title),
    body,
    labels,
    assignees: mustAssign(facts.assignees),
    ...(milestone && { milestone }),
    ...(type !== undefined && { type }),
  };
  return [
    { do: "make-issue", repository, number, key, draft },
    ...(isSplit ? options.deliverables : []).map((title, index): Action => {
      const child = { key: `${key}:part:${index + 1}`, title: issueTitle(title), body: subIssueBody(request) };
      return { do: "make-sub-issue", repository, number, ...child };
    }),
  ];
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

/** What was asked for is added to an issue that is there, and the issue is open from now on. */
function change(
  issue: Pick<IssueLink, "number" | "id">,
  { milestone, type, labels }: Wishes,
  { repository, thread }: AskInThread,
  facts: AcceptFacts,
): Action[] {
  const { options, issue: seen } = facts;
  if (options.deliverables.length > 0) {
    throw new UserError(
      `Issue ${issue.number} is there already: write the deliverables into it, and the rest of the command again.`,
    );
  }
  const assign = mustAssign(facts.assignees);
  const isClosed = isClosedHere(seen);
  const fields = {
    ...(options.title !== undefined && { title: issueTitle(options.title) }),
    ...(assign.length > 0 && { assign }),
    ...(type !== undefined && { type }),
    ...(isClosed && { state: "open" as const }),
  };
  const { number, id: subject } = issue;
  const request = thread.number;
  const isAsked = Object.keys(fields).length > 0 || milestone !== undefined || labels.length > 0;
  if (isAsked && seen?.movedTo !== undefined) {
    throw new UserError(`Issue ${number} was transferred to another repository, where I cannot change it.`);
  }
  return [
    ...(Object.keys(fields).length > 0 || milestone
      ? [{ do: "change-issue", repository, number, request, change: fields, ...(milestone && { milestone }) } as const]
      : []),
    ...(labels.length > 0
      ? [
          {
            do: "label",
            repository,
            number,
            request,
            subject,
            add: labels.map((name) => ({ name })),
            remove: [],
          } as const,
        ]
      : []),
  ];
}

function onBoard({ board, fields }: Wishes, { repository, thread: { number } }: AskInThread): Action[] {
  if (!board) return [];
  return [{ do: "set-on-board", repository, number, board: { id: board.id, title: board.title }, fields }];
}

/** Accepted threads stay open unless the config says otherwise; one that was closed by a decline comes back. */
function thread({ repository, thread: { number, id, closed }, config }: AskInThread): Action[] {
  const at = { repository, number, discussion: id };
  if (config["feature-requests"]["close-on-accept"]) {
    return closed === "resolved" ? [] : [{ do: "close-thread", ...at, because: "resolved" }];
  }
  return closed ? [{ do: "reopen-thread", ...at }] : [];
}
