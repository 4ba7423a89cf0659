import type { Discussion } from "../../../core/discussion.ts";
import { UserError } from "../../../core/errors.ts";
import type { FeatureRequest, StoredRequest } from "../feature-request.ts";
import type { PlannedIssue } from "../../../core/planning.ts";
import type { RequestAction, RequestPlan } from "../actions/request-actions.ts";
import type { ReadsWithRequests } from "../reads.ts";
import { duplicateReply } from "../messages/duplicate-reply.ts";
import { noWayOn } from "../messages/no-way-on.ts";
import { threadHere } from "./thread-here.ts";
import { isOutOfReach } from "../follow/seen-issue.ts";
import { move } from "../states/move.ts";
import { presentRequest, reportDecision, type RequestCommandContext, type CommandFacts } from "./request-context.ts";
import { readVotes } from "../gather/read-votes.ts";
import { readRequest } from "../gather/request-facts.ts";

/** What `/duplicate` has to know: this thread, and what it is the same as. */
export interface DuplicateFacts extends CommandFacts {
  readonly isRequest: boolean;
  readonly target: Target;
}

/** The same matter, elsewhere; a request where we track it as one. */
interface Target {
  readonly number: number;
  readonly title: string;
  readonly url: string;
  readonly request: FeatureRequest | undefined;
}

/** Read both. A duplicate of a duplicate leads to what that one is the same as, so that nobody is sent in circles. */
export async function gatherDuplicate(
  context: RequestCommandContext,
  reads: ReadsWithRequests,
): Promise<DuplicateFacts> {
  const { repository, thread, config } = context;
  const number = mustNumber(context);
  const target = await findTarget(context, number, reads);
  const { mode, categories } = config["feature-requests"];
  const isRequest = mode === "on" && categories.includes(thread.category.slug);
  const [facts, votes] = await Promise.all([
    readRequest(repository, thread, reads),
    readVotes(repository, [thread.number], reads),
  ]);
  return { ...facts, votes: votes.get(thread.number) ?? 0, isRequest, target };
}

/** Close a thread as a duplicate, say of what, and count its votes there. */
export function decideDuplicate(context: RequestCommandContext, facts: DuplicateFacts): RequestPlan {
  const { repository, thread } = context;
  const { target } = facts;
  const { number, id: discussion } = thread;
  const close: RequestAction = { do: "close-thread", repository, number, discussion, because: "duplicate" };
  const closing = thread.closed === "duplicate" ? [] : [close];
  return {
    actions: [...tellHere(context, facts), ...countThere(context, facts), ...closing],
    because: `a helper said that it is the same as #${target.number}`,
  };
}

function tellHere(context: RequestCommandContext, facts: DuplicateFacts): RequestAction[] {
  const { number: to, title, url } = facts.target;
  const { repository, thread, comment } = context;
  const { id: discussion, number } = thread;
  if (!facts.isRequest) {
    const body = duplicateReply(facts.target);
    return [{ do: "reply", repository, discussion, number, to: comment.id, key: `duplicate:${comment.id}`, body }];
  }
  const before = presentRequest(context, facts);
  const moved = move(before, "/duplicate", context.now);
  if (moved.state !== "duplicate") throw new UserError(noWayOn("duplicate", before));
  return reportDecision({ ...moved, duplicateOf: { number: to, title, url } }, context, facts);
}

function countThere(
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
    throw new UserError(
      wanted === number
        ? "A discussion is no duplicate of itself."
        : `Discussion ${wanted} is closed as a duplicate of this one, so this one cannot be a duplicate of it.`,
    );
  }
  const stored = number === wanted ? first : await reads.requests.findRequest(repository, number);
  const discussion = await reads.github.findDiscussion(repository, number);
  if (discussion) return toTarget(discussion, stored);
  const issue = await reads.github.findPlannedIssue(repository, number);
  if (issue && isOutOfReach(issue, repository)) {
    throw new UserError(
      `Issue ${number} was transferred to where not everybody who reads this can follow, so I send nobody there. Name another discussion or issue.`,
    );
  }
  if (issue) return toTarget(issue, undefined);
  throw new UserError(`There is no discussion or issue ${number} here. \`/duplicate #12\` takes the number of one.`);
}

function toTarget(
  { number, title, url }: Pick<Discussion | PlannedIssue, "number" | "title" | "url">,
  stored: StoredRequest | undefined,
): Target {
  return { number, title, url, request: stored?.request };
}

function mustNumber({ line, repository, thread }: RequestCommandContext): number {
  const address = threadHere(line.rest, "`/duplicate`", { repository, url: thread.url });
  if (address === undefined) throw new UserError("Say what it is the same as, by its number: `/duplicate #12`.");
  if (address.kind !== "pull request") return address.number;
  throw new UserError("That is a pull request. `/duplicate #12` takes the number of a discussion or an issue.");
}
