import type { PastThread, RepositoryRef } from "../../core/discussion.ts";
import { GoneError, RateLimitError } from "../../core/errors.ts";
import { allComments } from "../discussions/find-thread.ts";
import { PastDiscussions, type PastDiscussionFragment } from "../generated/documents.ts";
import type { GitHubClients } from "../github-clients.ts";
import { present } from "../discussions/to-discussion.ts";
import { toPastThread } from "./to-past-thread.ts";

/** Some discussions, and how many there are in all. */
export interface HistoryPage {
  readonly discussions: readonly PastDiscussionFragment[];
  readonly total: number;
}

/** Asks once, or again when GitHub wants us to wait. */
export type Patiently = <Answer>(ask: () => Promise<Answer>) => Promise<Answer>;

/**
 * All discussions of a repository, oldest first unless `newestFirst`, each with all comments and replies. 4 points for each 20, and more for
 * long ones: see `allComments`. Rejects with `GoneError` where there are none to see.
 */
export async function* readHistory(
  clients: GitHubClients,
  repository: RepositoryRef,
  patiently: Patiently,
  { newestFirst = false }: { readonly newestFirst?: boolean } = {},
): AsyncGenerator<HistoryPage> {
  const { installation, owner, name } = repository;
  const operation = { doing: `read the discussions of ${owner}/${name}`, needs: "discussions: read" };
  const order = newestFirst ? ({ direction: "DESC" } as const) : {};
  let endCursor: string | null = null;
  do {
    const from: { endCursor: string | null } = { endCursor };
    const ask = (size: object) =>
      patiently(() =>
        clients.graphql(installation, PastDiscussions, { owner, name, ...from, ...order, ...size }, operation),
      );
    const found = (await ask({}).catch((error: unknown) => askForFewer(error, ask))).repository;
    if (!found) throw new GoneError(`Could not ${operation.doing}: there is no such repository`);
    if (!found.hasDiscussionsEnabled) throw new GoneError(`${owner}/${name} has discussions turned off`);
    const { nodes, totalCount, pageInfo } = found.discussions;
    const discussions: PastDiscussionFragment[] = [];
    for (const node of present(nodes)) {
      const comments = await patiently(() => allComments(clients, repository, node.id, node.comments, operation));
      discussions.push({ ...node, comments: { nodes: comments, pageInfo: { hasNextPage: false, endCursor: null } } });
    }
    yield { discussions, total: totalCount };
    endCursor = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (endCursor !== null);
}

/** Long threads may take longer than GitHub's ten seconds a query. Whatever else went wrong goes wrong again. */
async function askForFewer<Answer>(error: unknown, ask: (size: object) => Promise<Answer>): Promise<Answer> {
  if (error instanceof GoneError || error instanceof RateLimitError) throw error;
  return ask({ pageSize: 4 });
}

/**
 * The newest threads of a repository with all that was said in them, newest first, `max` at most, and how many there are in all.
 * Costs as above.
 */
export async function newestThreads(
  clients: GitHubClients,
  repository: RepositoryRef,
  max: number,
): Promise<{ readonly threads: readonly PastThread[]; readonly total: number }> {
  const threads: PastThread[] = [];
  let total = 0;
  for await (const page of readHistory(clients, repository, (ask) => ask(), { newestFirst: true })) {
    threads.push(...page.discussions.map(toPastThread));
    ({ total } = page);
    if (threads.length >= max) break;
  }
  return { threads: threads.slice(0, max), total };
}
