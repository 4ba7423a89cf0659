import type { Person, RepositoryRef, Thread } from "../../../core/discussion.ts";
import { UserError } from "../../../core/errors.ts";
import type { CommentAdded } from "../../../core/event.ts";
import { allVotes, type FeatureRequest } from "../feature-request.ts";
import type { RequestAction } from "../actions/request-actions.ts";
import type { ReadsWithRequests } from "../reads.ts";
import type { CommandLine } from "../../../text/find-commands.ts";
import type { FeatureRequestsConfig } from "../config.ts";
import { follow } from "../follow/follow.ts";
import { newRequest } from "../follow/new-request.ts";
import { report } from "../follow/report.ts";
import { readVotes } from "../gather/read-votes.ts";
import { readRequest, type RequestFacts } from "../gather/request-facts.ts";

/** A command in a thread, as far as requests care. */
export interface RequestCommandContext {
  readonly line: CommandLine;
  readonly repository: RepositoryRef;
  readonly thread: Thread;
  readonly comment: CommentAdded;
  readonly actor: Person;
  readonly config: { readonly "feature-requests": FeatureRequestsConfig };
  readonly now: Date;
}

/** A request with its votes as they are now. */
export interface CommandFacts extends RequestFacts {
  readonly votes: number;
}

/** Read the request a command is about. 2 points where it has an issue, else 1. Throws a `UserError` where there is none. */
export async function readForCommand(context: RequestCommandContext, reads: ReadsWithRequests): Promise<CommandFacts> {
  mustBeRequest(context);
  const { repository, thread } = context;
  const [facts, votes] = await Promise.all([
    readRequest(repository, thread, reads),
    readVotes(repository, [thread.number], reads),
  ]);
  return { ...facts, votes: votes.get(thread.number) ?? 0 };
}

/** The request as it is at this moment, with what webhooks have not told yet. */
export function presentRequest(context: RequestCommandContext, facts: CommandFacts): FeatureRequest {
  const { thread, stored, ours, issue, votes } = facts;
  const before = stored?.request ?? newRequest(thread, context.config["feature-requests"].labels);
  const sight = { thread, ours: ours?.id, issue, isAdopted: stored?.issue?.isAdopted ?? false, votes };
  return follow(before, sight, context.config["feature-requests"], context.now);
}

/** Upvotes and 👍, those of duplicates included. */
export function votesFor(request: FeatureRequest, { votes }: CommandFacts): number {
  return allVotes({ request, votes });
}

/** The request as it was decided, written down and shown in the thread. */
export function reportDecision(
  request: FeatureRequest,
  context: RequestCommandContext,
  facts: CommandFacts,
): RequestAction[] {
  const { repository, comment, config, thread } = context;
  return [
    ...report(request, {
      ...facts,
      repository,
      thread,
      config: config["feature-requests"],
      maySpeak: true,
      answer: comment.id,
    }),
    ...recordVotes(context, facts),
  ];
}

export function recordVotes(
  { repository, thread }: RequestCommandContext,
  { stored, votes }: CommandFacts,
): RequestAction[] {
  return votes === stored?.votes ? [] : [{ do: "record-votes", repository, number: thread.number, votes }];
}

function mustBeRequest({ line, thread, config: { "feature-requests": config } }: RequestCommandContext): void {
  if (config.mode === "off") throw new UserError("Feature requests are switched off here (`feature-requests.mode`).");
  if (config.categories.includes(thread.category.slug)) return;
  const slugs = config.categories.map((it) => `\`${it}\``).join(", ");
  throw new UserError(
    `\`/${line.name}\` is for feature requests, and this discussion is in the category \`${thread.category.slug}\`. Features are requested in: ${slugs}. Whoever may edit the discussion can move it there.`,
  );
}
