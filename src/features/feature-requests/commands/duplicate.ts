import type { Discussion } from "../../../core/discussion.ts";
import { UserError } from "../../../core/errors.ts";
import type { TrackedIssue } from "../../../core/issue-tracking.ts";
import { command } from "../../command.ts";
import type { RequestAction, RequestPlan } from "../actions/request-actions.ts";
import type { FeatureRequest, StoredRequest } from "../feature-request.ts";
import { duplicateReply } from "../messages/comments.ts";
import {
  duplicateOfItself,
  duplicateOfPullRequest,
  duplicateOutOfReach,
  noDuplicateNumber,
  noSuchThread,
  wrongState,
} from "../messages/refusals.ts";
import { isOutOfReach } from "../reconcile/observed-issue.ts";
import { applyTrigger } from "../states/transitions.ts";
import type { ReadsWithRequests } from "../store/request-records.ts";
import { readLocalThread } from "./local-thread.ts";
import {
  presentRequest,
  publishDecision,
  readWithVotes,
  type CommandFacts,
  type RequestCommandContext,
} from "./request-context.ts";
import { say } from "../messages/words.ts";

export const duplicate = command({
  name: "duplicate",
  usage: "/duplicate #<number>",
  summary: say("command.duplicate"),
  examples: ["/duplicate #12"],
  who: ["helper"],
  where: ["discussion"],
  gather: gatherDuplicate,
  decide: decideDuplicate,
});

interface DuplicateFacts extends CommandFacts {
  readonly isRequest: boolean;
  readonly target: Target;
}

/** The discussion or issue that the thread is a duplicate of. */
interface Target {
  readonly number: number;
  readonly title: string;
  readonly url: string;
  /** Undefined where it is no feature request. */
  readonly request: FeatureRequest | undefined;
}

/** Reads thread and target. The target of a duplicate is that of the duplicate, so that no two lead to each other. */
async function gatherDuplicate(context: RequestCommandContext, reads: ReadsWithRequests): Promise<DuplicateFacts> {
  const target = await findTarget(context, mustNumber(context), reads);
  const { mode, categories } = context.config["feature-requests"];
  const isRequest = mode === "on" && categories.includes(context.thread.category.slug);
  return { ...(await readWithVotes(context, reads)), isRequest, target };
}

/** Closes a thread as a duplicate, says of what, and adds its votes to those of the target. */
export function decideDuplicate(context: RequestCommandContext, facts: DuplicateFacts): RequestPlan {
  const { repository, thread } = context;
  const { target } = facts;
  const { number, id: discussion } = thread;
  const close: RequestAction = { do: "close-thread", repository, number, discussion, because: "duplicate" };
  const closing = thread.closed === "duplicate" ? [] : [close];
  return {
    actions: [...markDuplicate(context, facts), ...addVotesToTarget(context, facts), ...closing],
    because: `a helper said that it is the same as #${target.number}`,
  };
}

function markDuplicate(context: RequestCommandContext, facts: DuplicateFacts): RequestAction[] {
  const { number: to, title, url } = facts.target;
  const { repository, thread, comment } = context;
  const { id: discussion, number } = thread;
  if (!facts.isRequest) {
    const body = duplicateReply(facts.target)(context.locale);
    return [{ do: "reply", repository, discussion, number, to: comment.id, key: `duplicate:${comment.id}`, body }];
  }
  const before = presentRequest(context, facts);
  const moved = applyTrigger(before, "/duplicate", context.now);
  if (moved.state !== "duplicate") throw new UserError(wrongState("duplicate", before));
  return publishDecision({ ...moved, duplicateOf: { number: to, title, url } }, context, facts);
}

function addVotesToTarget(
  { repository, thread }: RequestCommandContext,
  { target, votes, isRequest }: DuplicateFacts,
): RequestAction[] {
  if (!target.request || !isRequest) return [];
  const duplicate = { number: thread.number, votes };
  const event = { kind: "follow-request", repository, number: target.number, duplicate } as const;
  return [{ do: "follow-up", key: `follow-request:${target.number}`, event }];
}

async function findTarget(context: RequestCommandContext, wanted: number, reads: ReadsWithRequests): Promise<Target> {
  const { repository, thread } = context;
  const first = await reads.requests.findRequest(repository, wanted);
  const number = first?.request.state === "duplicate" ? (first.request.duplicateOf?.number ?? wanted) : wanted;
  if (number === thread.number) {
    throw new UserError(duplicateOfItself(wanted, number));
  }
  const stored = number === wanted ? first : await reads.requests.findRequest(repository, number);
  const discussion = await reads.github.findDiscussion(repository, number);
  if (discussion) return toTarget(discussion, stored);
  const issue = await reads.github.findTrackedIssue(repository, number);
  if (issue && isOutOfReach(issue, repository)) {
    throw new UserError(duplicateOutOfReach(number));
  }
  if (issue) return toTarget(issue, undefined);
  throw new UserError(noSuchThread(number));
}

function toTarget(
  { number, title, url }: Pick<Discussion | TrackedIssue, "number" | "title" | "url">,
  stored: StoredRequest | undefined,
): Target {
  return { number, title, url, request: stored?.request };
}

function mustNumber({ line, repository, thread }: RequestCommandContext): number {
  const address = readLocalThread(line.rest, "`/duplicate`", { repository, url: thread.url });
  if (address === undefined) throw new UserError(noDuplicateNumber);
  if (address.kind !== "pull request") return address.number;
  throw new UserError(duplicateOfPullRequest);
}
