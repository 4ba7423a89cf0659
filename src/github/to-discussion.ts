import type { CloseReason, Comment, Discussion, Person } from "../core/discussion.ts";
import type { CommentFieldsFragment, DiscussionFieldsFragment } from "./generated/documents.ts";

/** GitHub's discussion as ours. */
export function toDiscussion(from: DiscussionFieldsFragment): Discussion {
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
    ...(from.answer && { answer: toComment(from.answer) }),
    ...(from.answerChosenAt !== null && { answeredAt: new Date(from.answerChosenAt) }),
  };
}

/** GitHub's comment or reply as ours. */
export function toComment(from: CommentFieldsFragment): Comment {
  const { id, body, url, isMinimized } = from;
  return {
    id,
    body,
    ...toAuthor(from),
    url,
    createdAt: new Date(from.createdAt),
    isOurs: from.viewerDidAuthor,
    isMinimized,
    ...(from.replyTo && { replyTo: from.replyTo.id }),
  };
}

/** GitHub's lists may hold nulls where something may not be seen. */
export function present<Item>(nodes: readonly (Item | null)[] | null | undefined): Item[] {
  return (nodes ?? []).filter((node) => node !== null);
}

function toAuthor({ author }: Pick<CommentFieldsFragment, "author">): { author?: Person } {
  return author ? { author: { login: author.login, isBot: author.__typename === "Bot" } } : {};
}

/** Discussions closed before GitHub asked for reasons have none; they count as resolved, its default. */
function toCloseReason({ closed, stateReason }: DiscussionFieldsFragment): CloseReason | undefined {
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
