import type { ObservedThread, Timeline, TimelineEntry } from "../../../core/timeline.ts";
import { byTimeAndKey, toCommentEntry } from "../../../timeline/to-comment-entry.ts";
import { wouldShow, type StoredRole, type StoredThread, type ToldEntry } from "../facts.ts";
import { actorsIn, type ActorOf } from "./actors.ts";
import { settleAnswers } from "./settle-answers.ts";
import { settleClosings } from "./settle-closings.ts";
import type { EntryRow } from "./join-facts.ts";

/** The stored row of a thread. */
export interface ThreadRow {
  readonly number: number;
  readonly opened_at: number;
  readonly asker: string | null;
  readonly is_asker_gone: number;
  readonly opener_role: StoredRole;
  readonly full_version: string | null;
  readonly observed: StoredThread;
}

/** A timeline, and those of its entries that no webhook told and no time of GitHub's: they happened then or before. */
export interface AssembledTimeline {
  readonly timeline: Timeline;
  readonly bounds: readonly TimelineEntry[];
}

/**
 * All facts of a thread put together. Pure, and the same whichever fact came first: what is contradicted by the reading
 * that counts is left out, and what that shows and nobody told is added.
 */
export function assembleTimeline(thread: ThreadRow, rows: readonly EntryRow[]): AssembledTimeline {
  const actorOf = actorsIn(thread.asker ?? undefined, thread.is_asker_gone === 1);
  const said = rows.filter((it) => it.kind === "comment" && isWord(it, thread)).map((it) => toComment(it, actorOf));
  const closings = settleClosings(rows, thread.observed);
  const answers = settleAnswers(rows, thread.observed, actorOf);
  const told = rows.filter(({ kind }) => isTold(kind)).map(toToldEntry);
  const entries = [...said, ...closings.entries, ...answers.entries, ...told].sort(byTimeAndKey);
  const timeline: Timeline = {
    number: thread.number,
    openedAt: new Date(thread.opened_at),
    ...(thread.asker !== null && { asker: thread.asker }),
    opener: thread.opener_role === "none" ? "asker" : thread.opener_role,
    entries,
    observed: {
      ...toObserved(thread.observed),
      ...(closings.closed && { closed: closings.closed }),
      ...(answers.answer && { answer: answers.answer }),
    },
  };
  return { timeline, bounds: [...closings.bounds, ...answers.bounds] };
}

/**
 * Whether a comment was said and stayed. One that was there before the last full reading and is not in it was deleted,
 * whoever did not tell.
 */
function isWord({ at, is_deleted, is_hidden, seen }: EntryRow, { full_version }: ThreadRow): boolean {
  if (is_deleted || is_hidden) return false;
  return full_version === null || (seen ?? "") >= full_version || !wouldShow(full_version, at);
}

function toComment({ key, at, by, role, sense, details }: EntryRow, actorOf: ActorOf): TimelineEntry {
  const { id } = JSON.parse(details) as { readonly id: string };
  return toCommentEntry({
    key,
    at: new Date(at),
    id,
    by: by ?? undefined,
    actor: actorOf(by ?? undefined, role ?? "none"),
    sense,
  });
}

function isTold(kind: string): boolean {
  return kind === "needs-info" || kind === "assigned" || kind === "session";
}

function toToldEntry({ key, at, kind, details }: EntryRow): ToldEntry {
  return { key, at: new Date(at), kind, ...(JSON.parse(details) as object) } as ToldEntry;
}

/** Without how it is closed and answered, which webhooks may have told since. */
function toObserved(read: StoredThread): Omit<ObservedThread, "closed" | "answer"> {
  const { id, title, url, category, isAnswerable, labels, locked, isPinned, updatedAt, readAt } = read;
  const times = { updatedAt: new Date(updatedAt), readAt: new Date(readAt) };
  return { id, title, url, category, isAnswerable, labels, locked, isPinned, ...times };
}
