import type { CloseReason, Comment, Discussion, Person, Thread } from "../../core/discussion.ts";
import type { CommentFieldsFragment, CommentPageFragment, DiscussionFieldsFragment } from "../generated/documents.ts";
import type { IsOurs } from "../own-account.ts";

/** A top-level comment as GitHub hands it out, with a page of its replies. */
export type TopLevelComment = NonNullable<NonNullable<CommentPageFragment["nodes"]>[number]>;

/** GitHub's discussion as ours. */
export function toDiscussion(from: DiscussionFieldsFragment, isOurs: IsOurs): Discussion {
  const { id, number, title, body, url, category, locked } = from;
  const closed = toCloseReason(from);
  return {
    id,
    number,
    title,
    body,
    url,
    ...toAuthor(from),
    category: { slug: category.slug, name: category.name, isAnswerable: category.isAnswerable },
    labels: present(from.labels?.nodes).map(({ name }) => name),
    createdAt: new Date(from.createdAt),
    updatedAt: new Date(from.updatedAt),
    ...(closed && { closed }),
    locked,
    ...(from.answer && { answer: toComment(from.answer, isOurs) }),
    ...(from.answerChosenAt !== null && { answeredAt: new Date(from.answerChosenAt) }),
  };
}

/** GitHub's discussion as ours, with top-level comments and their replies as one list in the order they were written. */
export function toThread(from: DiscussionFieldsFragment, comments: readonly TopLevelComment[], isOurs: IsOurs): Thread {
  const all = comments.flatMap((it) => [it, ...present(it.replies.nodes)]);
  return { ...toDiscussion(from, isOurs), comments: all.map((it) => toComment(it, isOurs)).sort(byTime) };
}

/** GitHub's comment or reply as ours. */
function toComment(from: CommentFieldsFragment, isOurs: IsOurs): Comment {
  const { id, body, url, isMinimized } = from;
  return {
    id,
    body,
    ...toAuthor(from),
    url,
    createdAt: new Date(from.createdAt),
    isOurs: isOurs(from),
    isMinimized,
    ...(from.replyTo && { replyTo: from.replyTo.id }),
    ...(from.lastEditedAt !== null && {
      edited: { at: new Date(from.lastEditedAt), ...(from.editor && { by: from.editor.login }) },
    }),
  };
}

/** GitHub's lists may hold nulls where something may not be seen. */
export function present<Item>(nodes: readonly (Item | null)[] | null | undefined): Item[] {
  return (nodes ?? []).filter((node) => node !== null);
}

/** Who wrote it, where the account is still there. */
export function toAuthor({
  author,
}: {
  readonly author: { readonly __typename: string; readonly login: string } | null;
}): { author?: Person } {
  return author ? { author: { login: author.login, isBot: author.__typename === "Bot" } } : {};
}

/** Discussions closed before GitHub asked for reasons have none; they count as resolved, its default. */
export function toCloseReason({
  closed,
  stateReason,
}: Pick<DiscussionFieldsFragment, "closed" | "stateReason">): CloseReason | undefined {
  if (!closed) return undefined;
  switch (stateReason) {
    case "DUPLICATE":
      return "duplicate";
    case "OUTDATED":
      return "outdated";
    default:
      return "resolved";
  }
}

/** GitHub's times have whole seconds; sorting is stable, so that a reply stays behind what it replies to. */
function byTime(one: Comment, other: Comment): number {
  return one.createdAt.getTime() - other.createdAt.getTime();
}
