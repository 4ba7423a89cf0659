import type { Comment, Discussion, RepositoryRef, Thread } from "../core/discussion.ts";
import { GoneError } from "../core/errors.ts";
import {
  FindDiscussion,
  FindThread,
  MoreComments,
  MoreReplies,
  type CommentFieldsFragment,
  type CommentPageFragment,
  type ReplyPageFragment,
} from "./generated/documents.ts";
import type { GitHubClients } from "./github-clients.ts";
import { present, toComment, toDiscussion } from "./to-discussion.ts";

/** A thread with all its comments and replies. 1 point, and 1 more for each 50 comments or 100 replies beyond the first 50. */
export async function findThread(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
  number: number,
): Promise<Thread | undefined> {
  const asked = { doing: `read discussion ${owner}/${name}#${number}`, needs: "discussions: read" };
  return orNothing(async () => {
    const { repository } = await clients.graphql(installation, FindThread, { owner, name, number }, asked);
    const found = repository?.discussion;
    if (!found) return undefined;

    const comments: CommentFieldsFragment[] = [];
    let page: CommentPageFragment | undefined = found.comments;
    while (page) {
      for (const comment of present(page.nodes)) {
        comments.push(comment, ...(await allReplies(comment.id, comment.replies)));
      }
      const after = nextCursor(page);
      if (after === undefined) break;
      page = (await clients.graphql(installation, MoreComments, { discussion: found.id, after }, asked)).node?.comments;
    }
    return { ...toDiscussion(found), comments: comments.map(toComment).sort(byTime) };
  });

  async function allReplies(comment: string, first: ReplyPageFragment): Promise<CommentFieldsFragment[]> {
    const replies = present(first.nodes);
    let after = nextCursor(first);
    while (after !== undefined) {
      const more: ReplyPageFragment | undefined = (
        await clients.graphql(installation, MoreReplies, { comment, after }, asked)
      ).node?.replies;
      replies.push(...present(more?.nodes));
      after = more && nextCursor(more);
    }
    return replies;
  }
}

/** A discussion without its comments. 1 point. */
export async function findDiscussion(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
  number: number,
): Promise<Discussion | undefined> {
  const asked = { doing: `read discussion ${owner}/${name}#${number}`, needs: "discussions: read" };
  return orNothing(async () => {
    const { repository } = await clients.graphql(installation, FindDiscussion, { owner, name, number }, asked);
    return repository?.discussion ? toDiscussion(repository.discussion) : undefined;
  });
}

async function orNothing<Found>(find: () => Promise<Found | undefined>): Promise<Found | undefined> {
  try {
    return await find();
  } catch (error) {
    if (error instanceof GoneError) return undefined;
    throw error;
  }
}

function nextCursor({ pageInfo }: Pick<ReplyPageFragment, "pageInfo">): string | undefined {
  return pageInfo.hasNextPage ? (pageInfo.endCursor ?? undefined) : undefined;
}

/** GitHub's times have whole seconds; sorting is stable, so that a reply stays behind what it replies to. */
function byTime(one: Comment, other: Comment): number {
  return one.createdAt.getTime() - other.createdAt.getTime();
}
