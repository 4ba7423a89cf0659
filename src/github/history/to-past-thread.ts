import type { PastThread } from "../../core/discussion.ts";
import type { PastDiscussionFragment } from "../generated/documents.ts";
import { present, toThread } from "../discussions/to-discussion.ts";

/**
 * A discussion of the past as ours. `viewerDidAuthor` means whoever read it, who is a person here: nothing is ours, and
 * what Frontdesk wrote is known by its author being a bot.
 */
export function toPastThread(from: PastDiscussionFragment): PastThread {
  const thread = toThread(from, present(from.comments.nodes), () => false);
  const { closedAt, lastEditedAt } = from;
  const answerEditedAt = from.answer?.lastEditedAt ?? null;
  return {
    ...thread,
    ...(closedAt !== null && { closedAt: new Date(closedAt) }),
    ...(lastEditedAt !== null && { editedAt: new Date(lastEditedAt) }),
    ...(answerEditedAt !== null && { answerEditedAt: new Date(answerEditedAt) }),
    isPartial: hasMore(from),
  };
}

function hasMore({ comments }: PastDiscussionFragment): boolean {
  return [comments, ...present(comments.nodes).map(({ replies }) => replies)].some((it) => it.pageInfo.hasNextPage);
}
