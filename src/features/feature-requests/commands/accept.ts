import { UserError } from "../../../core/errors.ts";
import { fullName } from "../../../core/repository-name.ts";
import { command } from "../../command.ts";
import type { RequestAction, RequestPlan } from "../actions/request-actions.ts";
import type { FeatureRequest, IssueLink } from "../feature-request.ts";
import { adoptedIssue } from "../messages/comments.ts";
import { wrongState } from "../messages/refusals.ts";
import { reckonImpact } from "../planning/reckon-impact.ts";
import { applyTrigger } from "../states/transitions.ts";
import { gatherAccept, mustBeAdoptable, type AcceptFacts } from "./accept/gather.ts";
import { changeIssue, makeIssue } from "./accept/issue-actions.ts";
import { toIssueSpec, type IssueSpec } from "./accept/issue-spec.ts";
import { acceptUsage } from "./accept/options.ts";
import { endSession } from "./meeting-slot.ts";
import { presentRequest, recordVotes, votesFor, withOutcome, type RequestCommandContext } from "./request-context.ts";
import { say } from "../messages/words.ts";
import { localeOf } from "../../../words/locale-of.ts";

export const accept = command({
  name: "accept",
  usage: acceptUsage,
  summary: say("command.accept"),
  examples: [
    "/accept",
    '/accept milestone:"v2.3" due:2026-12-15 label:area/docs assignee:@ann project:"Roadmap" priority:p2 estimate:5',
    "/accept issue:#123",
  ],
  who: ["maintainer"],
  where: ["discussion"],
  gather: gatherAccept,
  decide: decideAccept,
});

/**
 * Accept a request: one issue tracks it, which is made, adopted, or known from an earlier `/accept`, and gets what the
 * options name. What GitHub can refuse comes first; the record says "accepted" when the issue is there.
 */
export function decideAccept(context: RequestCommandContext, facts: AcceptFacts): RequestPlan {
  const config = context.config["feature-requests"];
  const { repository, now } = context;
  const before = withOutcome(presentRequest(context, facts), facts.options.outcome);
  const moved = applyTrigger(before, "/accept", now);
  if (moved.state !== "accepted") throw new UserError(wrongState("accept", before));
  const adopted = mustBeAdoptable(facts, fullName(repository));
  const link = before.seen?.state === "lost" ? undefined : facts.stored?.issue;
  const isNew = !link && !adopted;
  const spec = toIssueSpec(facts, config, isNew, now);
  const request = withImpact(withDecision(moved, before, context, facts), context, facts);
  const issue = link ?? adopted;
  const { number } = context.thread;
  return {
    actions: [
      ...(facts.stored ? [] : [{ do: "keep-request", repository, request: before } as const]),
      ...(adopted && !link ? adoptionActions(request, adopted, context, facts) : []),
      ...(issue ? changeIssue(issue, spec, context, facts) : makeIssue(request, spec, context, facts)),
      ...spec.notSet.map((what): RequestAction => ({ do: "note-not-set", repository, number, what })),
      ...projectActions(spec, context),
      { do: "keep-request", repository, request },
      ...recordVotes(context, facts),
      ...endSession(request, context),
      ...threadActions(context),
      {
        do: "follow-up",
        key: `follow-request:${number}`,
        event: { kind: "follow-request", repository, number, answer: context.comment.id },
      },
    ],
    because: `a maintainer accepted the request; its issue ${link ? "is there" : adopted ? "was there before" : "is made"}`,
  };
}

/** A second `/accept` leaves the first decision as it is. */
function withDecision(
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

/** What it means for the plan is told as of the last `/accept`. */
function withImpact(
  request: FeatureRequest,
  { config, now }: RequestCommandContext,
  { planning }: AcceptFacts,
): FeatureRequest {
  const { impact: _, ...rest } = request;
  const impact = planning && reckonImpact(planning, config["feature-requests"].planning["issues-per-person"], now);
  return { ...rest, ...(impact && { impact }) };
}

function adoptionActions(
  request: FeatureRequest,
  { number: issue, id, url }: Pick<IssueLink, "number" | "id" | "url">,
  { repository, config }: RequestCommandContext,
  facts: AcceptFacts,
): RequestAction[] {
  const { number } = request;
  const hasQuestions = config["feature-requests"].planning.questions === "on";
  const body = adoptedIssue(request, votesFor(request, facts))(localeOf(config));
  return [
    { do: "adopt-issue", repository, number, issue: { number: issue, id, url } },
    { do: "comment-on-issue", repository, number: issue, issue: id, key: `request:${number}`, body },
    ...(hasQuestions ? [{ do: "fill-checklist", repository, number: issue, answers: {} } as const] : []),
  ];
}

function projectActions(
  { project, fields }: IssueSpec,
  { repository, thread: { number } }: RequestCommandContext,
): RequestAction[] {
  if (!project) return [];
  return [
    {
      do: "set-on-board",
      repository,
      number,
      board: { id: project.id, title: project.title, isShown: project.isShown },
      fields,
    },
  ];
}

/** An accepted thread stays open unless the config says otherwise; a closed one is reopened. */
function threadActions({ repository, thread: { number, id, closed }, config }: RequestCommandContext): RequestAction[] {
  const at = { repository, number, discussion: id };
  if (config["feature-requests"]["close-on-accept"]) {
    return closed === "resolved" ? [] : [{ do: "close-thread", ...at, because: "resolved" }];
  }
  return closed ? [{ do: "reopen-thread", ...at }] : [];
}
