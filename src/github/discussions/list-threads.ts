import type { RepositoryRef } from "../../core/discussion.ts";
import type { DigestPage, HistoryPage, PointsLeft, ThreadDigest } from "../../core/thread-history.ts";
import { ThreadDigests, ThreadHistories, type ThreadDigestsQuery } from "../generated/documents.ts";
import type { GitHubClients } from "../github-clients.ts";
import { isOursBy } from "../own-account.ts";
import { pinnedIn, toHistory } from "./to-history.ts";
import { present, toAuthor } from "./to-discussion.ts";

const needs = "discussions: read";

/** 25 threads with their first comments, newest change first, from behind `cursor`. 3 points. */
export async function threadHistories(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
  state: "open" | "closed",
  cursor: string | undefined,
): Promise<HistoryPage> {
  const operation = { doing: `read the history of discussions in ${owner}/${name}`, needs };
  const states = [state === "open" ? "OPEN" : "CLOSED"] as const;
  const variables = { owner, name, states, ...(cursor !== undefined && { after: cursor }) };
  const { repository, rateLimit } = await clients.graphql(installation, ThreadHistories, variables, operation);
  const isOurs = isOursBy(await clients.own(installation));
  const pinned = repository ? pinnedIn(repository) : new Set<number>();
  return {
    threads: present(repository?.discussions.nodes).map((found) => {
      const comments = present(found.comments.nodes);
      const isPartial =
        found.comments.pageInfo.hasNextPage || comments.some(({ replies }) => replies.pageInfo.hasNextPage);
      return toHistory(found, { comments, isPartial }, pinned, isOurs);
    }),
    total: repository?.all.totalCount ?? 0,
    ...toNext(repository?.discussions),
    points: toPoints(rateLimit, clients),
  };
}

/** 100 threads without what was said in them, newest change first, from behind `cursor`. 2 points. */
export async function threadDigests(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
  state: "open" | "any",
  cursor: string | undefined,
): Promise<DigestPage> {
  const operation = { doing: `look for changed discussions in ${owner}/${name}`, needs };
  // An empty list of states is no filter.
  const states = state === "open" ? (["OPEN"] as const) : [];
  const variables = { owner, name, states, ...(cursor !== undefined && { after: cursor }) };
  const { repository, rateLimit } = await clients.graphql(installation, ThreadDigests, variables, operation);
  const pinned = repository ? pinnedIn(repository) : new Set<number>();
  return {
    threads: present(repository?.discussions.nodes).map((it) => toDigest(it, pinned)),
    ...toNext(repository?.discussions),
    points: toPoints(rateLimit, clients),
  };
}

type FoundDigest = NonNullable<
  NonNullable<NonNullable<ThreadDigestsQuery["repository"]>["discussions"]["nodes"]>[number]
>;

function toDigest(from: FoundDigest, pinned: ReadonlySet<number>): ThreadDigest {
  const { number, title, locked, category, closed, closedAt, updatedAt, answer, answerChosenAt } = from;
  const { author: asker } = toAuthor(from);
  return {
    number,
    title,
    openedAt: new Date(from.createdAt),
    updatedAt: new Date(updatedAt),
    ...(asker && { asker }),
    ...(closed && { closedAt: new Date(closedAt ?? updatedAt) }),
    locked,
    isPinned: pinned.has(number),
    category: category.slug,
    labels: present(from.labels?.nodes).map(({ name }) => name),
    ...(answer && { answer: { comment: answer.id, at: new Date(answerChosenAt ?? updatedAt) } }),
    topLevelComments: from.comments.totalCount,
  };
}

function toNext(
  page: { readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null } } | undefined,
): { readonly next?: string } {
  const next = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  return next === null ? {} : { next };
}

/** GitHub's schema allows it not to tell; then nobody waits. */
function toPoints(
  told: { readonly limit: number; readonly remaining: number; readonly resetAt: string } | null,
  clients: GitHubClients,
): PointsLeft {
  return told ? { ...told, resetAt: new Date(told.resetAt) } : { limit: 1, remaining: 1, resetAt: clients.now() };
}
