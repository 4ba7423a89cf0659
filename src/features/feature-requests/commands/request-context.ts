import type { Person, RepositoryRef, Thread } from "../../../core/discussion.ts";
import { UserError } from "../../../core/errors.ts";
import type { CommentAdded } from "../../../core/event.ts";
import type { CommandLine } from "../../../text/find-commands.ts";
import type { RequestAction } from "../actions/request-actions.ts";
import type { FeatureRequestsConfig } from "../config.ts";
import { allVotes, type FeatureRequest } from "../feature-request.ts";
import { readRequest, readVotes, type RequestFacts } from "../gather/request-facts.ts";
import {
  notARequest,
  outcomeWithoutMeeting,
  requestsAreOff,
  textTooLong,
  type BoundedText,
} from "../messages/refusals.ts";
import { newRequest } from "../reconcile/new-request.ts";
import { publishRequest } from "../reconcile/publish-request.ts";
import { reconcile } from "../reconcile/reconcile-request.ts";
import type { ReadsWithRequests } from "../store/request-records.ts";
import type { Locale } from "../../../core/language.ts";
import type { LanguageSettings } from "../../../words/locale-of.ts";

/** The parts of a command's context that commands on requests use. */
export interface RequestCommandContext {
  readonly line: CommandLine;
  readonly repository: RepositoryRef;
  readonly thread: Thread;
  readonly comment: CommentAdded;
  readonly actor: Person;
  readonly config: { readonly "feature-requests": FeatureRequestsConfig } & LanguageSettings;
  readonly now: Date;
  readonly locale: Locale;
}

/** A request with its votes as they are now. */
export interface CommandFacts extends RequestFacts {
  readonly votes: number;
}

/** Read the request a command is about. 2 points where it has an issue, else 1. Throws a `UserError` where there is none. */
export async function readForCommand(context: RequestCommandContext, reads: ReadsWithRequests): Promise<CommandFacts> {
  mustBeRequest(context);
  return readWithVotes(context, reads);
}

/** The same for a thread that may be no request. */
export async function readWithVotes(
  { repository, thread }: RequestCommandContext,
  reads: ReadsWithRequests,
): Promise<CommandFacts> {
  const [facts, votes] = await Promise.all([
    readRequest(repository, thread, reads),
    readVotes(repository, [thread.number], reads),
  ]);
  return { ...facts, votes: votes.get(thread.number) ?? 0 };
}

/** The request reconciled with thread and issue as they were just read: webhooks may not have told all of it yet. */
export function presentRequest(context: RequestCommandContext, facts: CommandFacts): FeatureRequest {
  const { thread, stored, ours, issue, votes } = facts;
  const before = stored?.request ?? newRequest(thread, context.config["feature-requests"].labels);
  const observed = { thread, ours: ours?.id, issue, isAdopted: stored?.issue?.isAdopted ?? false, votes };
  return reconcile(before, observed, context.config["feature-requests"], context.now);
}

/** Upvotes and 👍, those of duplicates included. */
export function votesFor(request: FeatureRequest, { votes }: CommandFacts): number {
  return allVotes({ request, votes });
}

/** The request with the outcome of its meeting, where a command gave one. Throws a `UserError` where no meeting is planned. */
export function withOutcome(request: FeatureRequest, outcome: string | undefined): FeatureRequest {
  if (outcome === undefined) return request;
  if (request.state !== "meeting" || !request.meeting) throw new UserError(outcomeWithoutMeeting);
  return { ...request, meeting: { ...request.meeting, outcome: bounded(outcome, "outcome") } };
}

/** Stored of a text that a person wrote, in UTF-16 units. */
const maxTextLength = 2_000;

/** The text, trimmed. Throws a `UserError` where it is too long to be stored and shown. */
export function bounded(text: string, what: BoundedText): string {
  const it = text.trim();
  if (it.length <= maxTextLength) return it.toWellFormed();
  throw new UserError(textTooLong(what, maxTextLength, it.length));
}

/** Actions that store the decided request and show it in the thread. */
export function publishDecision(
  request: FeatureRequest,
  context: RequestCommandContext,
  facts: CommandFacts,
): RequestAction[] {
  const { repository, comment, config, thread, locale } = context;
  return [
    ...publishRequest(request, {
      ...facts,
      stored: facts.stored && { ...facts.stored, votes: facts.votes },
      repository,
      thread,
      locale,
      config: config["feature-requests"],
      mayComment: true,
      answer: comment.id,
    }),
    ...recordVotes(context, facts),
  ];
}

/** Stores the votes where they are not those of the record. */
export function recordVotes(
  { repository, thread }: RequestCommandContext,
  { stored, votes }: CommandFacts,
): RequestAction[] {
  return votes === stored?.votes ? [] : [{ do: "record-votes", repository, number: thread.number, votes }];
}

function mustBeRequest({ line, thread, config: { "feature-requests": config } }: RequestCommandContext): void {
  if (config.mode === "off") throw new UserError(requestsAreOff);
  if (config.categories.includes(thread.category.slug)) return;
  throw new UserError(notARequest(line.name, thread.category.slug, config.categories));
}
