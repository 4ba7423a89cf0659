import type { ActorKind, Timeline, TimelineEntry } from "../core/timeline.ts";
import { keyOf } from "../timeline/entry-keys.ts";
import { byTimeAndKey, toCommentEntry } from "../timeline/to-comment-entry.ts";
import type { RoleOf } from "./people.ts";
import type { ReadComment, ReadPerson, ReadThread } from "./to-read.ts";

/**
 * The timeline of an exported discussion, as a reading of it makes one. What came and went is not in an export: a mark
 * that was taken away, and when a discussion was closed before it was reopened.
 */
export function toTimeline(thread: ReadThread, roleOf: RoleOf): Timeline {
  const { asker, openedAt, closed, answer } = thread;
  const opener = roleOf(asker.by, asker.isBot);
  const actorOf = actorsOf(asker, roleOf);
  const entries = [
    ...thread.comments.map((it) => toEntry(it, actorOf)),
    ...(answer ? [answered(answer, actorOf(answer))] : []),
    ...(closed ? [closedAt(closed)] : []),
  ];
  return {
    number: thread.number,
    openedAt: new Date(openedAt),
    ...(asker.by !== undefined && { asker: asker.by }),
    opener: opener === "none" ? "asker" : opener,
    entries: entries.sort(byTimeAndKey),
    observed: observedOf(thread, actorOf),
  };
}

function observedOf(thread: ReadThread, actorOf: (it: ReadPerson) => ActorKind): Timeline["observed"] {
  const { id, title, url, category, isAnswerable, labels, locked, closed, answer, updatedAt } = thread;
  return {
    id,
    title,
    url,
    category,
    isAnswerable,
    labels,
    locked,
    // No discussion tells that it is pinned: its repository does.
    isPinned: false,
    ...(closed && { closed: { reason: closed.reason, at: new Date(closed.at) } }),
    ...(answer && { answer: { comment: answer.comment, at: new Date(answer.at), actor: actorOf(answer) } }),
    updatedAt: new Date(updatedAt),
    readAt: new Date(updatedAt),
  };
}

/** The role counts before the part. Whose account is gone counts as the asker where the asker's is gone, too. */
function actorsOf(asker: ReadPerson, roleOf: RoleOf): (it: ReadPerson) => ActorKind {
  return ({ by, isBot }) => {
    const role = roleOf(by, isBot);
    if (role !== "none") return role;
    return by?.toLowerCase() === asker.by?.toLowerCase() ? "asker" : "community";
  };
}

function toEntry(comment: ReadComment, actorOf: (it: ReadPerson) => ActorKind): TimelineEntry {
  const { id, at, by, sense } = comment;
  return toCommentEntry({ key: keyOf.comment(id), at: new Date(at), id, by, actor: actorOf(comment), sense });
}

function answered({ comment, at }: NonNullable<ReadThread["answer"]>, actor: ActorKind): TimelineEntry {
  const date = new Date(at);
  return { key: keyOf.answered(comment, date.toISOString()), at: date, kind: "answered", comment, actor };
}

function closedAt({ at, reason }: NonNullable<ReadThread["closed"]>): TimelineEntry {
  const date = new Date(at);
  return { key: keyOf.closed(date.toISOString()), at: date, kind: "closed", reason };
}
