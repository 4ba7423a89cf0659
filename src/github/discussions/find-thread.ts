import type { Discussion, RepositoryRef, Thread } from "../../core/discussion.ts";
import { GoneError } from "../../core/errors.ts";
import {
  FindDiscussion,
  FindThread,
  MoreComments,
  MoreReplies,
  type CommentPageFragment,
  type ReplyPageFragment,
} from "../generated/documents.ts";
import type { GitHubClients } from "../github-clients.ts";
import { isOursBy } from "../own-account.ts";
import { toDiscussion, toThread, present, type TopLevelComment } from "./to-discussion.ts";
import type { GitHubOperation } from "../to-port-error.ts";

/** A thread with all its comments and replies. 1 point, and 1 more for each 50 comments or 100 replies beyond the first 50. */
export async function findThread(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
  number: number,
): Promise<Thread | undefined> {
  const operation = { doing: `read discussion ${owner}/${name}#${number}`, needs: "discussions: read" };
  return unlessGone(async () => {
    const { repository } = await clients.graphql(installation, FindThread, { owner, name, number }, operation);
    const found = repository?.discussion;
    if (!found) return undefined;
    const comments = await allComments(clients, { installation }, found.id, found.comments, operation);
    return toThread(found, comments, isOursBy(await clients.own(installation)));
  });
}

/** A discussion without its comments. 1 point. */
export async function findDiscussion(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
  number: number,
): Promise<Discussion | undefined> {
  const operation = { doing: `read discussion ${owner}/${name}#${number}`, needs: "discussions: read" };
  return unlessGone(async () => {
    const { repository } = await clients.graphql(installation, FindDiscussion, { owner, name, number }, operation);
    if (!repository?.discussion) return undefined;
    return toDiscussion(repository.discussion, isOursBy(await clients.own(installation)));
  });
}

/** What is found; undefined where all of it is gone. */
export async function unlessGone<Found>(find: () => Promise<Found | undefined>): Promise<Found | undefined> {
  try {
    return await find();
  } catch (error) {
    if (error instanceof GoneError) return undefined;
    throw error;
  }
}

/**
 * All top-level comments of a discussion, each with all its replies, from their first page on. 1 point for each 50
 * comments or 100 replies beyond the first pages.
 */
export async function allComments(
  clients: GitHubClients,
  { installation }: Pick<RepositoryRef, "installation">,
  discussion: string,
  first: CommentPageFragment,
  operation: Omit<GitHubOperation, "isWrite">,
): Promise<TopLevelComment[]> {
  const comments: TopLevelComment[] = [];
  let page: CommentPageFragment | undefined = first;
  while (page) {
    for (const comment of present(page.nodes)) {
      comments.push({ ...comment, replies: await allReplies(comment.id, comment.replies) });
    }
    const after = nextCursor(page);
    if (after === undefined) break;
    page = (await clients.graphql(installation, MoreComments, { discussion, after }, operation)).node?.comments;
  }
  return comments;

  async function allReplies(comment: string, start: ReplyPageFragment): Promise<ReplyPageFragment> {
    const nodes = present(start.nodes);
    let after = nextCursor(start);
    while (after !== undefined) {
      const more: ReplyPageFragment | undefined = (
        await clients.graphql(installation, MoreReplies, { comment, after }, operation)
      ).node?.replies;
      nodes.push(...present(more?.nodes));
      after = more && nextCursor(more);
    }
    return { nodes, pageInfo: { hasNextPage: false, endCursor: null } };
  }
}

export function nextCursor({ pageInfo }: Pick<ReplyPageFragment, "pageInfo">): string | undefined {
  return pageInfo.hasNextPage ? (pageInfo.endCursor ?? undefined) : undefined;
}
