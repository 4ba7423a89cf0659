import { english } from "../../../src/core/language.ts";
import {
  closeDiscussion,
  closeIssue,
  editIssue,
  openIssue,
  type Discussion,
  type Issue,
} from "local-github-server/world";
import { readAnswers } from "../../../src/features/feature-requests/answers/read-answers.ts";
import { missingAnswers } from "../../../src/features/feature-requests/answers/answers-in-thread.ts";
import type { FeatureRequest, IssueLink } from "../../../src/features/feature-requests/feature-request.ts";
import { issueTitle, requestIssueBody } from "../../../src/features/feature-requests/messages/issue-body.ts";
import { requestSection } from "../../../src/features/feature-requests/messages/request-section.ts";
import { newRequest } from "../../../src/features/feature-requests/reconcile/new-request.ts";
import { labelChanges } from "../../../src/features/feature-requests/states/state-labels.ts";
import { applyTrigger, type Trigger } from "../../../src/features/feature-requests/states/transitions.ts";
import { mustFindByName, type SeedContext } from "../seed-context.ts";
import type { OpenThread } from "../open-thread.ts";
import type { PastApp } from "./past-app.ts";
import { toThread } from "./past-thread.ts";

/** So long after a webhook the app's comment stands. */
const answerMs = 12_000;

/** Schedules what became of a feature request: what is missing in it, what was decided, and what was shipped. */
export function seedRequest(context: SeedContext, open: OpenThread, app: PastApp): void {
  const { request } = open.entry;
  if (!request) return;
  const { accepted, declined, shipped } = request;
  let issue: Issue | undefined;
  open.later(answerMs, (discussion) => record(context, discussion, app));
  if (accepted) {
    open.later(accepted.after, async (discussion) => {
      const { by, milestone } = accepted;
      await decide(context, discussion, app, "/accept", { is: "accepted", by });
      issue = await makeIssue(context, discussion, app, by, milestone);
      await publish(discussion, app);
    });
  }
  if (declined) {
    open.later(declined.after, async (discussion) => {
      const { by, reason } = declined;
      await decide(context, discussion, app, "/decline", { is: "declined", by, reason });
      await publish(discussion, app);
      closeDiscussion(context.world, app.bot, discussion, "RESOLVED");
    });
  }
  if (shipped !== undefined) {
    open.later(shipped, async (discussion) => {
      if (!issue) throw new Error(`"${open.entry.title}" is shipped, and was not accepted`);
      closeIssue(context.world, context.owner, issue, "COMPLETED");
      const { request } = await mustFind(discussion, app);
      const seen = request.seen && { ...request.seen, state: "completed" as const };
      await keep(context, app, { ...request, ...(seen && { seen }) }, "issue completed");
      await publish(discussion, app);
    });
  }
}

async function record(context: SeedContext, discussion: Discussion, app: PastApp): Promise<void> {
  const thread = toThread(discussion, context.world.origin);
  const answers = readAnswers(thread.body);
  const known = { ...newRequest(thread, app.config["feature-requests"].labels), answers };
  await keep(context, app, known, missingAnswers(answers).length > 0 ? undefined : "all questions answered");
  await publish(discussion, app);
}

async function decide(
  context: SeedContext,
  discussion: Discussion,
  app: PastApp,
  trigger: "/accept" | "/decline",
  decision: { readonly is: "accepted" | "declined"; readonly by: string; readonly reason?: string },
): Promise<void> {
  const { request } = await mustFind(discussion, app);
  const votes = discussion.upvoters.size;
  const at = context.world.now().toISOString();
  await keep(context, app, { ...request, decision: { ...decision, at, votes } }, trigger);
}

async function keep(
  { world }: SeedContext,
  { stores, ref }: PastApp,
  request: FeatureRequest,
  trigger: Trigger | undefined,
): Promise<void> {
  await stores.requests.keepRequest(ref, trigger ? applyTrigger(request, trigger, world.now()) : request);
}

async function makeIssue(
  context: SeedContext,
  discussion: Discussion,
  app: PastApp,
  by: string,
  milestoneTitle: string,
): Promise<Issue> {
  const { world, repository } = context;
  const { request } = await mustFind(discussion, app);
  const { length: votes } = [...discussion.upvoters];
  const body = requestIssueBody(request, { votes, by, deliverables: [], hasQuestions: false })(english);
  const issue = openIssue(world, app.bot, repository, { title: issueTitle(request.title), body });
  const milestone = mustFindByName(repository.milestones, milestoneTitle, ({ title }) => title);
  const labels = [mustFindByName(repository.labels, "idea", ({ name }) => name)];
  editIssue(world, app.bot, issue, { labels, milestone });
  const { number, id } = issue;
  const url = request.url.replace(/discussions\/\d+$/u, `issues/${number}`);
  const link: IssueLink = { number, id, url, isAdopted: false, notSet: [] };
  await app.stores.requests.linkIssue(app.ref, request.number, link);
  const seen = { state: "open", milestone: { number: milestone.number, title: milestone.title } } as const;
  await keep(context, app, { ...request, seen }, undefined);
  return issue;
}

/** Says in the thread where the request stands, and shows it by its labels. */
async function publish({ id: discussion, number, labels }: Discussion, app: PastApp): Promise<void> {
  const { ref: repository } = app;
  const stored = await mustFind({ number }, app);
  const present = labels.map(({ name }) => name);
  const { add, remove } = labelChanges(stored.request, present, app.config["feature-requests"].labels);
  await app.perform([
    { do: "say", repository, discussion, number, section: "feature-request", body: requestSection(stored)(english) },
    { do: "label", repository, number, subject: discussion, add, remove },
  ]);
}

async function mustFind({ number }: Pick<Discussion, "number">, { stores, ref }: PastApp) {
  const stored = await stores.requests.findRequest(ref, number);
  if (!stored) throw new Error(`discussion ${number} of the demo is no feature request`);
  return stored;
}
