import type { RepositoryRef } from "../../core/discussion.ts";
import type { ThreadHistory, ThreadSnapshot } from "../../core/thread-history.ts";
import {
  FindHistory,
  FindSnapshot,
  MoreHistory,
  MoreHistoryReplies,
  type HistoryPageFragment,
  type HistoryRepliesFragment,
} from "../generated/documents.ts";
import type { GitHubClients } from "../github-clients.ts";
import { isOursBy } from "../own-account.ts";
import { nextCursor, unlessGone } from "./find-thread.ts";
import { pinnedIn, toHistory, toSnapshot } from "./to-history.ts";
import { present } from "./to-discussion.ts";
import type { GitHubOperation } from "../to-port-error.ts";

/** A thread as it is now, without comments. 1 point. */
export async function findSnapshot(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
  number: number,
): Promise<ThreadSnapshot | undefined> {
  const operation = { doing: `read discussion ${owner}/${name}#${number}`, needs: "discussions: read" };
  return unlessGone(async () => {
    const { repository } = await clients.graphql(installation, FindSnapshot, { owner, name, number }, operation);
    return repository?.discussion ? toSnapshot(repository.discussion, pinnedIn(repository)) : undefined;
  });
}

/** The same with all comments and replies. 1 point, and 1 more for each 100 comments or replies beyond the first 50. */
export async function findHistory(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
  number: number,
): Promise<ThreadHistory | undefined> {
  const operation = { doing: `read discussion ${owner}/${name}#${number}`, needs: "discussions: read" };
  return unlessGone(async () => {
    const { repository } = await clients.graphql(installation, FindHistory, { owner, name, number }, operation);
    const found = repository?.discussion;
    if (!found) return undefined;
    const comments = await allOf(clients, installation, found.id, found.comments, operation);
    const isOurs = isOursBy(await clients.own(installation));
    return toHistory(found, { comments, isPartial: false }, pinnedIn(repository), isOurs);
  });
}

type HistoryThread = NonNullable<NonNullable<HistoryPageFragment["nodes"]>[number]>;
type Doing = Omit<GitHubOperation, "isWrite">;

/** All top-level comments with all their replies, from their first page on. */
async function allOf(
  clients: GitHubClients,
  installation: number,
  discussion: string,
  first: HistoryPageFragment,
  operation: Doing,
): Promise<HistoryThread[]> {
  const comments: HistoryThread[] = [];
  for (let page: HistoryPageFragment | undefined = first; page;) {
    for (const comment of present(page.nodes)) {
      comments.push({ ...comment, replies: await allReplies(clients, installation, comment, operation) });
    }
    const after = nextCursor(page);
    if (after === undefined) break;
    page = (await clients.graphql(installation, MoreHistory, { discussion, after }, operation)).node?.comments;
  }
  return comments;
}

async function allReplies(
  clients: GitHubClients,
  installation: number,
  { id: comment, replies }: HistoryThread,
  operation: Doing,
): Promise<HistoryRepliesFragment> {
  const nodes = present(replies.nodes);
  for (let after = nextCursor(replies); after !== undefined;) {
    const { node } = await clients.graphql(installation, MoreHistoryReplies, { comment, after }, operation);
    const more: HistoryRepliesFragment | undefined = node?.replies;
    nodes.push(...present(more?.nodes));
    after = more && nextCursor(more);
  }
  return { nodes, pageInfo: { hasNextPage: false, endCursor: null } };
}
