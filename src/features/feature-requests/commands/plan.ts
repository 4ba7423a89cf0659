import type { SharedAction } from "../../../actions/shared-actions.ts";
import { UserError } from "../../../core/errors.ts";
import type { TrackedIssue } from "../../../core/issue-tracking.ts";
import { fullName } from "../../../core/repository-name.ts";
import { issueWasTransferred, unexpectedWords } from "../../../issues/refusals.ts";
import type { CommandLine } from "../../../text/find-commands.ts";
import { isSameName } from "../../../text/is-same-name.ts";
import { readOptions } from "../../../text/read-options.ts";
import { answerTo, command, type CommandContext, type CommandLocation } from "../../command.ts";
import type { RequestPlan } from "../actions/request-actions.ts";
import type { FeatureRequestsConfig } from "../config.ts";
import { openPlanningQuestions } from "../messages/comments.ts";
import {
  answerIsBlank,
  issueIsFull,
  issueToPlanIsClosed,
  noIssueToPlan,
  planningIsOff,
  answerTooLong,
} from "../messages/refusals.ts";
import {
  fillChecklist,
  maxAnswerLength,
  openQuestions,
  planningQuestions,
  type PlanningAnswers,
} from "../planning/checklist.ts";
import type { ReadsWithRequests } from "../store/request-records.ts";
import { say } from "../messages/words.ts";

const usage = '/plan who:"<words>" roadmap:"<words>" goals:"<words>"';

/** GitHub's limit for the text of an issue, in characters. */
const maxBodyLength = 65_536;

export const plan = command({
  name: "plan",
  usage,
  summary: say("command.plan"),
  examples: [
    "/plan",
    '/plan who:"Ann; the export waits" roadmap:"First item of the spring theme"',
    '/plan goals:"None are touched"',
  ],
  who: ["maintainer"],
  where: ["discussion", "issue"],
  appliesTo,
  gather: mustFindIssue,
  decide: decidePlan,
});

/** The parts of a command's context that planning uses. */
type PlanContext = Pick<CommandContext, "line" | "repository" | "number"> & {
  readonly place: CommandContext["place"];
  readonly config: { readonly "feature-requests": FeatureRequestsConfig };
};

/** As with the triage commands: in the thread of a request, and in an issue that tracks one. */
async function appliesTo(
  { place, repository, number }: CommandLocation,
  { "feature-requests": { mode } }: PlanContext["config"],
  { requests }: ReadsWithRequests,
): Promise<boolean> {
  if (mode === "off") return false;
  if (place === "discussion") return (await requests.findRequest(repository, number)) !== undefined;
  return (await requests.requestsOfIssue(repository, number)).length > 0;
}

/** The issue to plan, as it is now. 1 point. Throws a `UserError` where there is none that can be changed. */
async function mustFindIssue(context: PlanContext, { requests, github }: ReadsWithRequests): Promise<TrackedIssue> {
  const { place, repository, config } = context;
  if (config["feature-requests"].planning.questions === "off") throw new UserError(planningIsOff);
  const number =
    place === "issue" ? context.number : (await requests.findRequest(repository, context.number))?.issue?.number;
  if (number === undefined) throw new UserError(noIssueToPlan(undefined));
  const issue = await github.findTrackedIssue(repository, number);
  if (!issue || issue.convertedTo !== undefined) throw new UserError(noIssueToPlan(number));
  if (!isSameName(issue.repository, fullName(repository))) throw new UserError(issueWasTransferred(number));
  if (issue.closed) throw new UserError(issueToPlanIsClosed(number));
  return issue;
}

/** Answers the questions that are named, and no other; without any, tells which are open. */
function decidePlan(context: CommandContext, issue: TrackedIssue): RequestPlan {
  const answers = readAnswers(context.line);
  if (Object.keys(answers).length === 0) {
    const answer: SharedAction = answerTo(
      context,
      "plan",
      openPlanningQuestions(openQuestions(issue.body), issue)(context.locale),
    );
    return { actions: [answer], because: "a maintainer asks which planning questions are open" };
  }
  const { length } = fillChecklist(issue.body, answers);
  if (length > maxBodyLength) throw new UserError(issueIsFull(issue.number, maxBodyLength));
  const { repository } = context;
  return {
    actions: [{ do: "fill-checklist", repository, number: issue.number, answers }],
    because: `a maintainer answers the planning questions ${Object.keys(answers).join(", ")}`,
  };
}

/** Throws a `UserError` for words outside of options, and for answers that are empty or too long. */
function readAnswers(line: CommandLine): PlanningAnswers {
  const options = readOptions(line, { once: planningQuestions });
  if (options.words.length > 0) throw new UserError(unexpectedWords(line.name, options.words, usage));
  const answers: Partial<Record<(typeof planningQuestions)[number], string>> = {};
  for (const question of planningQuestions) {
    const answer = options.one(question)?.toWellFormed();
    if (answer === undefined) continue;
    if (!/[\p{L}\p{N}\p{S}]/u.test(answer)) throw new UserError(answerIsBlank(question));
    if (answer.length > maxAnswerLength) {
      throw new UserError(answerTooLong(question, maxAnswerLength, answer.length));
    }
    answers[question] = answer;
  }
  return answers;
}
