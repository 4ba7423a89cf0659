import type { Actor, Discussion, DiscussionComment } from "local-github-server/world";
import type { CloseReason, Comment, Person, Thread } from "../../../src/core/discussion.ts";
import type { HistoryComment, ThreadHistory } from "../../../src/core/thread-history.ts";

const closeReasons: Readonly<Record<string, CloseReason>> = { OUTDATED: "outdated", DUPLICATE: "duplicate" };
const hidden = new Set(["spam", "abuse", "off-topic"]);

/** A discussion as the app reads it from GitHub, right out of the world. `origin`: of its addresses. */
export function toThread(discussion: Discussion, origin: string): Thread {
  const { id, number, title, body, labels, locked, answer, answerChosenAt, category, createdAt, updatedAt } =
    discussion;
  const url = addressOf(discussion, origin);
  const closed = toCloseReason(discussion);
  return {
    id,
    number,
    title,
    body,
    url,
    ...toAuthor(discussion.author),
    category: { slug: category.slug, name: category.name, isAnswerable: category.isAnswerable },
    labels: labels.map(({ name }) => name),
    createdAt: new Date(createdAt),
    updatedAt: new Date(updatedAt),
    ...(closed && { closed }),
    locked,
    ...(answer && { answer: toComment(answer, url) }),
    ...(answerChosenAt !== null && { answeredAt: new Date(answerChosenAt) }),
    comments: allComments(discussion).map((it) => toComment(it, url)),
  };
}

/** The same as its timeline is made of. */
export function toHistory(discussion: Discussion, origin: string): ThreadHistory {
  const { author, createdAt, locked, closedAt, answer, answerChosenAt } = discussion;
  const { id, number, title, url, category, labels, updatedAt, closed } = toThread(discussion, origin);
  const { slug, isAnswerable } = category;
  const isAnswered = answer !== null && answerChosenAt !== null;
  return {
    id,
    number,
    title,
    url,
    category: slug,
    isAnswerable,
    labels,
    locked,
    isPinned: false,
    updatedAt,
    openedAt: new Date(createdAt),
    ...(author && { asker: toPerson(author) }),
    ...(closed && closedAt !== null && { closed: { reason: closed, at: new Date(closedAt) } }),
    ...(isAnswered && { answer: { comment: answer.id, at: new Date(answerChosenAt), ...toAuthor(answer.author) } }),
    topLevelComments: discussion.comments.length,
    comments: allComments(discussion).map(toHistoryComment),
    isPartial: false,
  };
}

function addressOf({ repository, number }: Discussion, origin: string): string {
  return `${origin}/${repository.owner.login}/${repository.name}/discussions/${number}`;
}

/** Comments and replies in the order they were written. */
function allComments({ comments }: Discussion): DiscussionComment[] {
  return comments
    .flatMap((it) => [it, ...it.replies])
    .toSorted((a, b) => Date.parse(a.createdAt) - Date.parse(b.createdAt));
}

function toComment(comment: DiscussionComment, thread: string): Comment {
  const { id, body, author, createdAt, isMinimized, replyTo, databaseId } = comment;
  return {
    id,
    body,
    ...toAuthor(author),
    url: `${thread}#discussioncomment-${databaseId}`,
    createdAt: new Date(createdAt),
    isOurs: isOurs(comment),
    isMinimized,
    ...(replyTo && { replyTo: replyTo.id }),
  };
}

function toHistoryComment(comment: DiscussionComment): HistoryComment {
  const { id, author, body, createdAt, deletedAt, isMinimized, minimizedReason } = comment;
  return {
    id,
    ...toAuthor(author),
    body,
    at: new Date(createdAt),
    isDeleted: deletedAt !== null,
    isHidden: isMinimized && hidden.has(minimizedReason ?? ""),
    isOurs: isOurs(comment),
  };
}

function isOurs({ author }: DiscussionComment): boolean {
  return author?.__typename === "Bot" && author.login === "frontdesk";
}

function toCloseReason({ closed, stateReason }: Discussion): CloseReason | undefined {
  return closed ? (closeReasons[stateReason ?? ""] ?? "resolved") : undefined;
}

function toAuthor(author: Actor | null): { author?: Person } {
  return author ? { author: toPerson(author) } : {};
}

function toPerson({ login, __typename }: Actor): Person {
  return { login, isBot: __typename === "Bot" };
}
