import { senseOf } from "../../reply-sense/sense-of.ts";
import type { ExportDiscussionFragment } from "../../github/generated/documents.ts";

type Comment = NonNullable<NonNullable<ExportDiscussionFragment["comments"]["nodes"]>[number]>;
type Reply = Omit<Comment, "replies">;

/** A discussion as an export keeps it: as GitHub shows it, with a word for what each comment says in the place of its text. */
export function toExported({ comments, ...discussion }: ExportDiscussionFragment): object {
  return { ...discussion, comments: { nodes: (comments.nodes ?? []).flatMap((it) => (it ? [toComment(it)] : [])) } };
}

function toComment({ replies, ...comment }: Comment): object {
  return {
    ...withoutText(comment),
    replies: { nodes: (replies.nodes ?? []).flatMap((it) => (it ? [withoutText(it)] : [])) },
  };
}

/** What is only there for comments that were hidden or deleted is left out of others: files are a quarter smaller. */
function withoutText({ body, deletedAt, isMinimized, minimizedReason, ...comment }: Reply): object {
  const sense = senseOf(body);
  return {
    ...comment,
    ...(deletedAt !== null && { deletedAt }),
    ...(isMinimized && { isMinimized, minimizedReason }),
    ...(sense !== "words" && { sense }),
  };
}
