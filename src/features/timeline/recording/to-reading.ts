import type { Person } from "../../../core/discussion.ts";
import type { HistoryComment, ThreadHistory, ThreadSnapshot } from "../../../core/thread-history.ts";
import type { Reading, SaidFact, ThreadFacts } from "../facts.ts";
import { senseOf } from "../../../reply-sense/sense-of.ts";
import type { FoundRoles } from "./roles.ts";

/** Everybody whose role is needed to take in a thread. */
export function peopleOf(thread: ThreadSnapshot | ThreadHistory): readonly (Person | undefined)[] {
  const authors = "comments" in thread ? thread.comments.map(({ author }) => author) : [];
  return [thread.asker, thread.answer?.author, ...authors];
}

/** What a thread that was read tells: itself, and all that was said where that was read with it. */
export function readFacts(thread: ThreadSnapshot | ThreadHistory, roles: FoundRoles, now: Date): ThreadFacts {
  const isFull = "comments" in thread && !thread.isPartial;
  return {
    number: thread.number,
    reading: toReading(thread, roles, now, isFull),
    // What we say ourselves is no part of the conversation, and no webhook of it is looked at.
    said: isFull ? thread.comments.filter((it) => !it.isOurs).map((it) => toSaid(it, roles)) : [],
    changes: [],
  };
}

function toReading(thread: ThreadSnapshot, roles: FoundRoles, now: Date, isFull: boolean): Reading {
  const { id, title, url, category, isAnswerable, labels, locked, isPinned, closed, answer, asker } = thread;
  const by = answer?.author?.login;
  return {
    openedAt: thread.openedAt.toISOString(),
    ...(asker && { asker: asker.login }),
    openerRole: roles.of(asker),
    topLevelComments: thread.topLevelComments,
    isFull,
    observed: {
      id,
      title,
      url,
      category,
      isAnswerable,
      labels,
      locked,
      isPinned,
      ...(closed && { closed: { reason: closed.reason, at: closed.at.toISOString() } }),
      ...(answer && {
        answer: {
          comment: answer.comment,
          at: answer.at.toISOString(),
          ...(by !== undefined && { by }),
          role: roles.of(answer.author),
        },
      }),
      updatedAt: thread.updatedAt.toISOString(),
      readAt: now.toISOString(),
    },
  };
}

function toSaid({ id, at, author, body, editedAt, isDeleted, isHidden }: HistoryComment, roles: FoundRoles): SaidFact {
  return {
    id,
    at: at.toISOString(),
    ...(author && { by: author.login }),
    role: roles.of(author),
    text: { sense: senseOf(body), at: (editedAt ?? at).toISOString() },
    ...(isDeleted && { isDeleted }),
    isHidden,
  };
}
