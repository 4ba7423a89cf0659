import { createHash } from "node:crypto";
import type { RepositoryRef } from "../core/discussion.ts";
import { RefusedError } from "../core/errors.ts";
import type { Action, Plan } from "../core/plan.ts";
import type { Inbox } from "../core/inbox.ts";
import type { Clock, GitHubReads, GitHubWrites, KnowledgeStore } from "../core/ports.ts";
import type { FaqStore } from "../core/faq-store.ts";
import type { ProposalWrites } from "../core/proposal.ts";
import type { RecordStore } from "../core/record-store.ts";
import { isRequestAction } from "../core/request-actions.ts";
import type { RequestStore } from "../core/request-store.ts";
import { acceptEvent } from "./accept.ts";
import { performFaq } from "./faq/perform-faq.ts";
import { performRequestAction } from "./requests/perform-request-action.ts";
import { commentOnIssue, reply, say } from "./speak.ts";

/** Everything that can be changed, and what must be read to change it only once. */
export interface PerformDeps {
  readonly github: {
    readonly reads: GitHubReads;
    readonly writes: GitHubWrites;
    readonly proposals: ProposalWrites;
  };
  readonly knowledge: KnowledgeStore;
  readonly records: RecordStore;
  readonly faq: FaqStore;
  readonly requests: RequestStore;
  readonly inbox: Inbox;
  readonly clock: Clock;
  readonly wake: () => void;
}

/** A stored plan: which delivery and stage it belongs to, and which of its steps are done. */
export interface StoredPlan {
  readonly delivery: string;
  readonly stage: string;
  readonly plan: Plan;
  readonly done: readonly number[];
}

/**
 * Carry out a plan once. Each step is marked when it is done, so a retry goes on behind the last one; the one step
 * that a crash can cut between deed and mark is safe to repeat: texts are found again by their markers, and
 * everything else is the same when done twice.
 *
 * In a locked conversation no app may say anything (probot/stale#25). What else was decided is done all the same;
 * `unsaid` tells that words were left out.
 */
export async function perform(
  { delivery, stage, plan, done }: StoredPlan,
  deps: PerformDeps,
): Promise<{ readonly unsaid: boolean }> {
  let unsaid = false;
  for (const [step, action] of plan.actions.entries()) {
    if (done.includes(step)) continue;
    if (action.do === "react" && action.spare)
      await deps.github.writes.ifSpare(() => performOne(action, delivery, deps));
    else {
      try {
        await performOne(action, delivery, deps);
      } catch (error) {
        const isLocked = error instanceof RefusedError && error.reason === "locked";
        if (!isLocked || !speeches.has(action.do)) throw error;
        unsaid = true;
      }
    }
    await deps.inbox.markDone(delivery, stage, step);
  }
  return { unsaid };
}

const speeches: ReadonlySet<Action["do"]> = new Set(["say", "reply", "comment-on-issue"]);

async function performOne(action: Action, delivery: string, deps: PerformDeps): Promise<void> {
  const { github, knowledge, records, inbox, clock } = deps;
  switch (action.do) {
    case "say":
      return say(action, github, records);
    case "reply":
      return reply(action, github);
    case "comment-on-issue":
      return commentOnIssue(action, github);
    case "react":
      return github.writes.react(action.repository, action.comment, action.with);
    case "fold":
      return github.writes.foldComment(action.repository, action.comment, action.because);
    case "publish-docs":
      return knowledge.publishDocs(action.repository, action.commit, action.site, action.pages);
    case "keep-threads":
      return knowledge.keepThreads(action.repository, action.threads);
    case "forget-thread":
      return knowledge.forgetThread(action.repository, action.number);
    case "keep-issues":
      return knowledge.keepIssues(action.repository, action.issues);
    case "forget-issue":
      return knowledge.forgetIssue(action.repository, action.number);
    case "reset-issues":
      return knowledge.resetIssues(action.repository, action.settings);
    case "record-suggestion":
      return records.recordSuggestion(action.repository, action.number, action.suggestion, clock());
    case "forget-suggestion":
      return records.forgetSuggestion(action.repository, action.number);
    case "record-feedback": {
      const at = action.at === undefined ? clock() : new Date(action.at);
      return records.recordFeedback(action.repository, action.number, action.feedback, at);
    }
    case "withdraw-feedback":
      return records.withdrawFeedback(action.repository, action.number, action.by);
    case "record-command":
      return records.recordCommand(action.repository, action.use, clock());
    case "keep-config":
      return records.keepConfig(action.repository, action.source, action.text);
    case "remember-repository":
      return records.rememberRepository(action.repository);
    case "forget-repository":
      return forgetRepository(action.repository, delivery, deps);
    case "redeliver":
      return github.writes.redeliver(action.id);
    case "renew-access":
      return github.writes.renewAccess(action.installation);
    case "prune-inbox":
      await inbox.prune(new Date(action.before));
      return;
    case "follow-up":
      await acceptEvent(followUpId(delivery, action.key), action.event, deps);
      return;
    default:
      return isRequestAction(action) ? performRequestAction(action, deps) : performFaq(action, deps);
  }
}

/** The same cause and key give the same id, and a chain of follow-ups does not grow longer ids. */
function followUpId(delivery: string, key: string): string {
  return `follow-up:${createHash("sha256").update(`${delivery}\n${key}`).digest("hex").slice(0, 32)}`;
}

/** All that it told us, and with the last repository of an installation what that told us. */
async function forgetRepository(
  repository: RepositoryRef,
  delivery: string,
  { knowledge, records, inbox, clock }: PerformDeps,
): Promise<void> {
  await knowledge.forgetRepository(repository);
  await records.forgetRepository(repository);
  await inbox.forget({ repository: repository.id }, delivery, clock());
  const { installation } = repository;
  const others = (await records.repositories()).some((it) => it.installation === installation);
  if (!others) await inbox.forget({ installation }, delivery, clock());
}
