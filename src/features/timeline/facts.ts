import type { CloseReason } from "../../core/discussion.ts";
import type { ThreadTraits, TimelineEntry } from "../../core/timeline.ts";
import type { Sense } from "../../reply-sense/sense-of.ts";

/** What somebody may do in a repository, and whether it is a person at all. Who asked is told by the thread. */
export type StoredRole = "maintainer" | "helper" | "none" | "bot";

/**
 * What was learnt about a thread: by a webhook, by a reading, or both. Facts are never taken back, and two that are
 * about the same are joined in a way in which order and number make no difference: `store/join-facts.ts`. Plain data, as
 * it stands in stored plans: times are ISO 8601, in whole seconds.
 */
export interface ThreadFacts {
  readonly number: number;
  readonly reading?: Reading;
  readonly said: readonly SaidFact[];
  readonly changes: readonly ChangeFact[];
}

/** A thread as it was read. */
export interface Reading {
  readonly openedAt: string;
  /** Login; missing when the account is gone. */
  readonly asker?: string;
  readonly openerRole: StoredRole;
  readonly topLevelComments: number;
  /** Whether all its comments were read with it. */
  readonly isFull: boolean;
  readonly observed: StoredThread;
}

/** `ObservedThread` as plain data. */
export interface StoredThread extends ThreadTraits {
  readonly closed?: { readonly reason: CloseReason; readonly at: string };
  readonly answer?: AnswerFact;
  readonly updatedAt: string;
  readonly readAt: string;
}

/** Who wrote the answer is told by `by` and `role`, since it may be no comment that we know. */
export interface AnswerFact {
  readonly comment: string;
  readonly at: string;
  readonly by?: string;
  readonly role: StoredRole;
}

/** A comment or reply. */
export interface SaidFact {
  /** GraphQL node id. */
  readonly id: string;
  readonly at: string;
  /** Login; missing when the account is gone. */
  readonly by?: string;
  readonly role: StoredRole;
  /** What its text was at that time: of two, the later one counts. */
  readonly text?: { readonly sense: Sense; readonly at: string };
  /** A webhook told that it was deleted, or its empty place was read. */
  readonly isDeleted?: true;
  /** Said by a reading alone: it was minimized as spam, abuse or off-topic, or it was not. */
  readonly isHidden?: boolean;
}

/** Something that happened to a thread, at a time that GitHub told. */
export type ChangeFact =
  | { readonly kind: "closed"; readonly at: string; readonly reason?: CloseReason }
  | { readonly kind: "reopened"; readonly at: string }
  | ({ readonly kind: "answered" } & AnswerFact)
  | { readonly kind: "unanswered"; readonly at: string };

/** Entries that other features tell of: they are kept as they are. */
export type ToldEntry = Extract<TimelineEntry, { readonly kind: "needs-info" | "assigned" | "session" }>;

/** Of two readings the one with the greater version counts: GitHub's time first, ours where that is the same. */
export function versionOf({ updatedAt, readAt }: Pick<StoredThread, "updatedAt" | "readAt">): string {
  return `${updatedAt} ${readAt}`;
}

/** How far our clock may be from GitHub's. */
const skewMs = 60_000;

/**
 * Up to when a reading shows all that happened, in milliseconds: up to the last change of the thread, and up to when it
 * was read, as far as clocks can be trusted. The second is needed, since not every change moves `updatedAt`: in GitHub's
 * own examples of webhooks it stays where it was when a thread is labelled, unlabelled, locked or pinned, and when a
 * comment of it is edited or deleted; a new comment and a marked answer move it.
 * https://github.com/octokit/webhooks/tree/main/payload-examples/api.github.com/discussion_comment
 */
export function readTo({ updatedAt, readAt }: Pick<StoredThread, "updatedAt" | "readAt">): number {
  const wholeSeconds = Math.floor((Date.parse(readAt) - skewMs) / 1000) * 1000;
  return Math.max(Date.parse(updatedAt), wholeSeconds);
}

/** Whether a comment that was there at this time would be in a reading of this version, had it stayed. */
export function wouldShow(version: string, at: number): boolean {
  const [updatedAt = "", readAt = ""] = version.split(" ");
  return at < Date.parse(updatedAt) || at <= Date.parse(readAt) - skewMs;
}
