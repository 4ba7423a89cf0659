import type { RepositoryRef } from "../core/discussion.ts";
import { MoreComments, MoreReplies, type CommentPageFragment, type ReplyPageFragment } from "./generated/documents.ts";
import type { GitHubClients } from "./github-clients.ts";
import type { Asked } from "./to-port-error.ts";
import { present, type TopLevelComment } from "./to-discussion.ts";

/**
 * All top-level comments of a discussion, each with all its replies, from their first page on. 1 point for each 50
 * comments or 100 replies beyond the first pages.
 */
export async function allComments(
  clients: GitHubClients,
  { installation }: Pick<RepositoryRef, "installation">,
  discussion: string,
  first: CommentPageFragment,
  asked: Omit<Asked, "isWrite">,
): Promise<TopLevelComment[]> {
  const comments: TopLevelComment[] = [];
  let page: CommentPageFragment | undefined = first;
  while (page) {
    for (const comment of present(page.nodes)) {
      comments.push({ ...comment, replies: await allReplies(comment.id, comment.replies) });
    }
    const after = nextCursor(page);
    if (after === undefined) break;
    page = (await clients.graphql(installation, MoreComments, { discussion, after }, asked)).node?.comments;
  }
  return comments;

  async function allReplies(comment: string, start: ReplyPageFragment): Promise<ReplyPageFragment> {
    const nodes = present(start.nodes);
    let after = nextCursor(start);
    while (after !== undefined) {
      const more: ReplyPageFragment | undefined = (
        await clients.graphql(installation, MoreReplies, { comment, after }, asked)
      ).node?.replies;
      nodes.push(...present(more?.nodes));
      after = more && nextCursor(more);
    }
    return { nodes, pageInfo: { hasNextPage: false, endCursor: null } };
  }
}

function nextCursor({ pageInfo }: Pick<ReplyPageFragment, "pageInfo">): string | undefined {
  return pageInfo.hasNextPage ? (pageInfo.endCursor ?? undefined) : undefined;
}
