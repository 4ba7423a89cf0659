import type { Comment, RepositoryRef, Thread } from "../../../core/discussion.ts";
import type { FeatureRequest, StoredRequest } from "../feature-request.ts";
import type { RequestAction } from "../actions/request-actions.ts";
import { requestSection } from "../messages/request-section.ts";
import { shippedComment } from "../messages/shipped-comment.ts";
import { readSections } from "../../../text/marker.ts";
import type { FeatureRequestsConfig } from "../config.ts";
import { missing } from "../answers/answers-in-thread.ts";
import { labelChanges } from "../states/labels-of.ts";
import { toKnownRequest } from "./to-known-request.ts";

/** What a report needs beside the request. */
export interface ReportContext {
  readonly repository: RepositoryRef;
  readonly thread: Thread;
  readonly config: FeatureRequestsConfig;
  /** The record as it is stored; undefined where there is none. */
  readonly stored: StoredRequest | undefined;
  /** Our comment in the thread, if it is there. */
  readonly ours: Comment | undefined;
  /** Whether there was one that a person deleted. */
  readonly wasDeleted: boolean;
  /** Whether the finder is to know requests. */
  readonly isSearched: boolean;
  /** Whether it may have forgotten them. */
  readonly deep?: boolean;
  /** A person or the asker's new request gives reason to speak; else only a comment that is there is kept up to date. */
  readonly maySpeak: boolean;
  /** The comment of a command: where ours was deleted, the answer goes below it. */
  readonly answer?: string;
}

/** All that makes the world agree with the request: the record, our comment, the labels, what the finder knows. */
export function report(request: FeatureRequest, context: ReportContext): RequestAction[] {
  const { repository, thread, stored } = context;
  const isNews = stored === undefined || JSON.stringify(stored.request) !== JSON.stringify(request);
  const { add, remove } = labelChanges(request, thread.labels, context.config.labels);
  const label = { do: "label", repository, number: thread.number, subject: thread.id, add, remove } as const;
  return [
    ...(isNews ? [{ do: "keep-request", repository, request } as const] : []),
    ...speak(request, context),
    ...announce(request, context),
    ...(isNews || context.deep ? inform(request, context) : []),
    ...(add.length + remove.length > 0 ? [label] : []),
  ];
}

/** Our comment says where the request stands. Nothing is said where nothing is asked, shown or decided. */
function speak(request: FeatureRequest, { repository, thread, stored, ...context }: ReportContext): RequestAction[] {
  const { votes = 0, issue } = stored ?? {};
  const body = requestSection({ request, votes, ...(issue && { issue }) });
  const { id: discussion, number } = thread;
  const { answer } = context;
  if (context.wasDeleted) {
    const key = `request:${answer ?? ""}`;
    return answer === undefined ? [] : [{ do: "reply", repository, discussion, number, to: answer, key, body }];
  }
  const isWorthIt = isDecided(request) || missing(request.answers).length > 0 || request.related.length > 0;
  if (context.ours === undefined && !(context.maySpeak && isWorthIt)) return [];
  if (context.ours && readSections(context.ours.body).get("feature-request") === body.trim()) return [];
  return [{ do: "say", repository, discussion, number, section: "feature-request", body }];
}

function isDecided({ state }: FeatureRequest): boolean {
  return state !== "asked" && state !== "complete" && state !== "closed";
}

/** One short comment when the work is done, below ours: those who follow the thread hear of a comment, and not of an edit. */
function announce(
  request: FeatureRequest,
  { repository, thread, stored, config, ours }: ReportContext,
): RequestAction[] {
  const isNew = request.state === "shipped" && stored?.request.state !== "shipped";
  if (!isNew || ours === undefined || !config["comment-when-shipped"] || thread.locked) return [];
  const { id: discussion, number } = thread;
  const body = shippedComment(request);
  return [{ do: "reply", repository, discussion, number, to: ours.id, key: `shipped:${number}`, body }];
}

/** The finder knows what was asked for and what became of it; an adopted issue is known by itself. */
function inform(request: FeatureRequest, { repository, thread, isSearched, stored }: ReportContext): RequestAction[] {
  if (!isSearched) return [];
  const known = stored?.issue?.isAdopted ? undefined : toKnownRequest(request, thread);
  return known
    ? [{ do: "keep-issues", repository, issues: [known] }]
    : [{ do: "forget-issue", repository, number: thread.number }];
}
