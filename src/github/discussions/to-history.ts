import type { HistoryComment, ThreadHistory, ThreadSnapshot } from "../../core/thread-history.ts";
import type {
  HistoryCommentFieldsFragment,
  HistoryPageFragment,
  PinnedFieldsFragment,
  ThreadSnapshotFieldsFragment,
} from "../generated/documents.ts";
import type { IsOurs } from "../own-account.ts";
import { present, toAuthor, toCloseReason } from "./to-discussion.ts";

/** A thread as GitHub hands it out, and how many top-level comments it has. */
type FoundThread = ThreadSnapshotFieldsFragment & { readonly comments: { readonly totalCount: number } };

/** Numbers of the discussions that are pinned in a repository. */
export function pinnedIn({ pinnedDiscussions }: PinnedFieldsFragment): ReadonlySet<number> {
  return new Set(present(pinnedDiscussions.nodes).map(({ discussion }) => discussion.number));
}

export function toSnapshot(from: FoundThread, pinned: ReadonlySet<number>): ThreadSnapshot {
  const { id, number, title, url, category, locked, closedAt, updatedAt, answer, answerChosenAt } = from;
  const { author: asker } = toAuthor(from);
  const reason = toCloseReason(from);
  return {
    id,
    number,
    title,
    url,
    category: category.slug,
    isAnswerable: category.isAnswerable,
    labels: present(from.labels?.nodes).map(({ name }) => name),
    locked,
    isPinned: pinned.has(number),
    openedAt: new Date(from.createdAt),
    ...(asker && { asker }),
    // Without a time of its own it was closed by its last change at the latest.
    ...(reason && { closed: { reason, at: new Date(closedAt ?? updatedAt) } }),
    ...(answer && { answer: { comment: answer.id, at: new Date(answerChosenAt ?? updatedAt), ...toAuthor(answer) } }),
    updatedAt: new Date(updatedAt),
    topLevelComments: from.comments.totalCount,
  };
}

/** A top-level comment with its replies, or a part of them. */
type HistoryThread = NonNullable<NonNullable<HistoryPageFragment["nodes"]>[number]>;

/** A thread with those of its comments and replies that were read, oldest first. */
export function toHistory(
  from: FoundThread,
  { comments, isPartial }: { readonly comments: readonly HistoryThread[]; readonly isPartial: boolean },
  pinned: ReadonlySet<number>,
  isOurs: IsOurs,
): ThreadHistory {
  const all = comments.flatMap((it) => [it, ...present(it.replies.nodes)]).map((it) => toHistoryComment(it, isOurs));
  return {
    ...toSnapshot(from, pinned),
    comments: all.sort((one, other) => one.at.getTime() - other.at.getTime()),
    isPartial,
  };
}

/** Reasons for which a comment that is hidden was no word in the conversation. */
const noWord: ReadonlySet<string> = new Set(["spam", "abuse", "off-topic"]);

function toHistoryComment(from: HistoryCommentFieldsFragment, isOurs: IsOurs): HistoryComment {
  const { id, body, createdAt, lastEditedAt, deletedAt, isMinimized, minimizedReason } = from;
  return {
    id,
    body,
    ...toAuthor(from),
    at: new Date(createdAt),
    ...(lastEditedAt !== null && { editedAt: new Date(lastEditedAt) }),
    isDeleted: deletedAt !== null,
    // Written as `off-topic` by the schema's description, as the enum `OFF_TOPIC` where it is set.
    isHidden: isMinimized && noWord.has((minimizedReason ?? "").toLowerCase().replace("_", "-")),
    isOurs: isOurs(from),
  };
}
