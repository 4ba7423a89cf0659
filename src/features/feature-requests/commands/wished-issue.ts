import { UserError } from "../../../core/errors.ts";
import type { FeatureRequest, IssueLink } from "../feature-request.ts";
import type { RequestAction } from "../actions/request-actions.ts";
import type { RequestIssueDraft } from "../actions/make-issue.ts";
import { issueTitle, requestIssueBody, subIssueBody } from "../messages/issue-body.ts";
import { isClosedHere } from "../follow/seen-issue.ts";
import { mustAssign } from "../../../issues/find-assignees.ts";
import type { Wishes } from "./accept-wishes.ts";
import { votesFor, type RequestCommandContext } from "./request-context.ts";
import type { AcceptFacts } from "./gather-accept.ts";

/** Issues made one after the other; they are found again among the last fifty. */
const mostSubIssues = 30;

/** The issue of a request is made, with its deliverables as a list in it or as sub-issues below it. */
export function makeIssue(
  request: FeatureRequest,
  wishes: Wishes,
  context: RequestCommandContext,
  facts: AcceptFacts,
): RequestAction[] {
  const { repository } = context;
  const { deliverables } = facts.options;
  const { number } = request;
  const isSplit = context.config["feature-requests"]["sub-issues"];
  if (isSplit && deliverables.length > mostSubIssues) {
    throw new UserError(
      `${deliverables.length} deliverables are more than I make sub-issues of; ${mostSubIssues} may be.`,
    );
  }
  // Where the issue was deleted, another may be made; else its key says that there is one.
  const lost = facts.stored?.issue?.number;
  const key = lost === undefined ? `${number}` : `${number}:after:${lost}`;
  return [
    { do: "make-issue", repository, number, key, draft: toDraft(request, wishes, context, facts) },
    ...(isSplit ? deliverables : []).map((title, index): RequestAction => {
      const child = { key: `${key}:part:${index + 1}`, title: issueTitle(title), body: subIssueBody(request) };
      return { do: "make-sub-issue", repository, number, ...child };
    }),
  ];
}

function toDraft(
  request: FeatureRequest,
  { milestone, labels, type }: Wishes,
  { config, actor }: RequestCommandContext,
  facts: AcceptFacts,
): RequestIssueDraft {
  const { due, estimate, title, deliverables } = facts.options;
  const body = requestIssueBody(request, {
    votes: votesFor(request, facts),
    by: actor.login,
    deliverables: config["feature-requests"]["sub-issues"] ? [] : deliverables,
    ...(due !== undefined && { due }),
    ...(estimate !== undefined && { estimate }),
  });
  return {
    title: issueTitle(title ?? request.title),
    body,
    labels,
    assignees: mustAssign(facts.assignees),
    ...(milestone && { milestone }),
    ...(type !== undefined && { type }),
  };
}

/** What was asked for is added to an issue that is there, and the issue is open from now on. */
export function changeIssue(
  issue: Pick<IssueLink, "number" | "id">,
  { milestone, type, labels }: Wishes,
  { repository, thread: { number: request } }: RequestCommandContext,
  facts: AcceptFacts,
): RequestAction[] {
  const { options, issue: seen } = facts;
  const { number, id: subject } = issue;
  if (options.deliverables.length > 0) {
    throw new UserError(
      `Issue ${number} is there already: write the deliverables into it, and the rest of the command again.`,
    );
  }
  const assign = mustAssign(facts.assignees);
  const change = {
    ...(options.title !== undefined && { title: issueTitle(options.title) }),
    ...(assign.length > 0 && { assign }),
    ...(type !== undefined && { type }),
    ...(isClosedHere(seen) && { state: "open" as const }),
  };
  const changes = Object.keys(change).length > 0 || milestone !== undefined;
  if ((changes || labels.length > 0) && seen?.movedTo !== undefined) {
    throw new UserError(`Issue ${number} was transferred to another repository, where I cannot change it.`);
  }
  const add = labels.map((name) => ({ name }));
  const at = { repository, number, request };
  return [
    ...(changes ? [{ do: "change-request-issue", ...at, change, ...(milestone && { milestone }) } as const] : []),
    ...(add.length > 0 ? [{ do: "label-request-issue", ...at, subject, add, remove: [] } as const] : []),
  ];
}
