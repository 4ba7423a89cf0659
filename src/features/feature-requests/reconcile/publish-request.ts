import type { Comment, RepositoryRef, Thread } from "../../../core/discussion.ts";
import type { FeatureRequest, StoredRequest } from "../feature-request.ts";
import type { RequestAction } from "../actions/request-actions.ts";
import { requestSection } from "../messages/request-section.ts";
import { shippedComment } from "../messages/comments.ts";
import { readSections } from "../../../text/marker.ts";
import type { FeatureRequestsConfig } from "../config.ts";
import { missingAnswers } from "../answers/answers-in-thread.ts";
import { openQuestions } from "../answers/open-questions.ts";
import { labelChanges } from "../states/state-labels.ts";
import { toKnownIssue } from "./to-known-issue.ts";
import type { Locale } from "../../../core/language.ts";

/** What publishing needs beside the request. */
export interface PublishContext {
  readonly repository: RepositoryRef;
  readonly thread: Thread;
  readonly config: FeatureRequestsConfig;
  /** That of the thread. */
  readonly locale: Locale;
  /** The record as it is stored; undefined where there is none. */
  readonly stored: StoredRequest | undefined;
  /** Our comment in the thread, if it is there. */
  readonly ours: Comment | undefined;
  /** Whether there was one that a person deleted. */
  readonly wasDeleted: boolean;
  /** Whether requests are indexed for search. */
  readonly isSearched: boolean;
  /** Whether the index is to be written even where the record is unchanged. */
  readonly deep?: boolean;
  /** Whether a comment may be written where there is none: to a command, or in a new request. An existing one is kept up to date. */
  readonly mayComment: boolean;
  /** The comment of a command: where ours was deleted, the answer goes below it. */
  readonly answer?: string;
}

/** Actions that make record, comment, labels and search index agree with the request. */
export function publishRequest(request: FeatureRequest, context: PublishContext): RequestAction[] {
  const { repository, thread, stored } = context;
  const isChanged = stored === undefined || JSON.stringify(stored.request) !== JSON.stringify(request);
  const { add, remove } = labelChanges(request, thread.labels, context.config.labels);
  const label = { do: "label", repository, number: thread.number, subject: thread.id, add, remove } as const;
  return [
    ...(isChanged ? [{ do: "keep-request", repository, request } as const] : []),
    ...updateComment(request, context),
    ...announceShipped(request, context),
    ...(isChanged || context.deep ? updateIndex(request, context) : []),
    ...(add.length + remove.length > 0 ? [label] : []),
  ];
}

/** Keeps our comment up to date. None is written where nothing is missing, related or decided. */
function updateComment(
  request: FeatureRequest,
  { repository, thread, stored, ...context }: PublishContext,
): RequestAction[] {
  const { votes = 0, issue } = stored ?? {};
  const isOnAgenda = request.state === "meeting" && request.meeting?.outcome === undefined;
  const questions = isOnAgenda ? openQuestions(thread) : [];
  const body = requestSection({ request, votes, ...(issue && { issue }) }, questions)(context.locale);
  const { id: discussion, number } = thread;
  const { answer } = context;
  if (context.wasDeleted) {
    const key = `request:${answer ?? ""}`;
    return answer === undefined ? [] : [{ do: "reply", repository, discussion, number, to: answer, key, body }];
  }
  const hasContent = isDecided(request) || missingAnswers(request.answers).length > 0 || request.related.length > 0;
  if (context.ours === undefined && !(context.mayComment && hasContent)) return [];
  if (context.ours && readSections(context.ours.body).get("feature-request") === body.trim()) return [];
  return [{ do: "say", repository, discussion, number, section: "feature-request", body }];
}

function isDecided({ state }: FeatureRequest): boolean {
  return state !== "asked" && state !== "complete" && state !== "closed";
}

/** One short comment when the work is done, below ours: GitHub notifies of a comment, and not of an edit. */
function announceShipped(
  request: FeatureRequest,
  { repository, thread, stored, config, ours, locale }: PublishContext,
): RequestAction[] {
  const isNew = request.state === "shipped" && stored?.request.state !== "shipped";
  if (!isNew || ours === undefined || !config["comment-when-shipped"] || thread.locked) return [];
  const { id: discussion, number } = thread;
  const body = shippedComment(request)(locale);
  return [{ do: "reply", repository, discussion, number, to: ours.id, key: `shipped:${number}`, body }];
}

/** Keeps the request in the search index with what became of it; an adopted issue is indexed as an issue. */
function updateIndex(
  request: FeatureRequest,
  { repository, thread, isSearched, stored }: PublishContext,
): RequestAction[] {
  if (!isSearched) return [];
  const known = stored?.issue?.isAdopted ? undefined : toKnownIssue(request, thread);
  return known
    ? [{ do: "keep-issues", repository, issues: [known] }]
    : [{ do: "forget-issue", repository, number: thread.number }];
}
