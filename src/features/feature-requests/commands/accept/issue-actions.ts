import { UserError } from "../../../../core/errors.ts";
import { mustAssign } from "../../../../issues/assignees.ts";
import { issueWasTransferred } from "../../../../issues/refusals.ts";
import type { RequestIssueDraft } from "../../actions/make-issue.ts";
import type { RequestAction } from "../../actions/request-actions.ts";
import type { FeatureRequest, IssueLink } from "../../feature-request.ts";
import { issueTitle, requestIssueBody, subIssueBody } from "../../messages/issue-body.ts";
import { deliverablesOfExistingIssue, tooManySubIssues } from "../../messages/refusals.ts";
import { isClosedHere } from "../../reconcile/observed-issue.ts";
import { votesFor, type RequestCommandContext } from "../request-context.ts";
import type { AcceptFacts } from "./gather.ts";
import type { IssueSpec } from "./issue-spec.ts";
import { localeOf } from "../../../../words/locale-of.ts";

/** Sub-issues are made one after the other, and found again among the last fifty issues. */
const maxSubIssues = 30;

/** Actions that make the issue of a request, with the deliverables as a task list in it or as sub-issues. */
export function makeIssue(
  request: FeatureRequest,
  spec: IssueSpec,
  context: RequestCommandContext,
  facts: AcceptFacts,
): RequestAction[] {
  const { repository } = context;
  const { deliverables } = facts.options;
  const { number } = request;
  const hasSubIssues = context.config["feature-requests"]["sub-issues"];
  if (hasSubIssues && deliverables.length > maxSubIssues) {
    throw new UserError(tooManySubIssues(maxSubIssues, deliverables.length));
  }
  // A deleted issue may be followed by another; the key of the first says that one was made.
  const lost = facts.stored?.issue?.number;
  const key = lost === undefined ? `${number}` : `${number}:after:${lost}`;
  return [
    { do: "make-issue", repository, number, key, draft: toDraft(request, spec, context, facts) },
    ...(hasSubIssues ? deliverables : []).map((title, index): RequestAction => {
      const child = {
        key: `${key}:part:${index + 1}`,
        title: issueTitle(title),
        body: subIssueBody(request)(localeOf(context.config)),
      };
      return { do: "make-sub-issue", repository, number, ...child };
    }),
  ];
}

function toDraft(
  request: FeatureRequest,
  { milestone, labels, type }: IssueSpec,
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
    hasQuestions: config["feature-requests"].planning.questions === "on",
  });
  return {
    title: issueTitle(title ?? request.title),
    body: body(localeOf(config)),
    labels,
    assignees: mustAssign(facts.assignees),
    ...(milestone && { milestone }),
    ...(type !== undefined && { type }),
  };
}

/** Actions that give an existing issue what the options name, and reopen it. */
export function changeIssue(
  issue: Pick<IssueLink, "number" | "id">,
  { milestone, type, labels }: IssueSpec,
  { repository, thread: { number: request } }: RequestCommandContext,
  facts: AcceptFacts,
): RequestAction[] {
  const { options, issue: seen } = facts;
  const { number, id: subject } = issue;
  if (options.deliverables.length > 0) {
    throw new UserError(deliverablesOfExistingIssue(number));
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
    throw new UserError(issueWasTransferred(number));
  }
  const add = labels.map((name) => ({ name }));
  const at = { repository, number, request };
  return [
    ...(changes ? [{ do: "change-request-issue", ...at, change, ...(milestone && { milestone }) } as const] : []),
    ...(add.length > 0 ? [{ do: "label-request-issue", ...at, subject, add, remove: [] } as const] : []),
  ];
}
