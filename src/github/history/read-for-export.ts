import type { RepositoryRef } from "../../core/discussion.ts";
import { GoneError, RateLimitError } from "../../core/errors.ts";
import { nextCursor } from "../discussions/find-thread.ts";
import { present } from "../discussions/to-discussion.ts";
import {
  ExportDiscussions,
  MoreExportComments,
  MoreExportReplies,
  type ExportCommentsFragment,
  type ExportDiscussionFragment,
  type ExportRepliesFragment,
} from "../generated/documents.ts";
import type { GitHubClients } from "../github-clients.ts";
import type { Patiently } from "./read-history.ts";

/** Some discussions with all comments and replies. */
export interface ExportPage {
  readonly discussions: readonly ExportDiscussionFragment[];
  /** Discussions in the repository. */
  readonly total: number;
  /** Where the next page begins; missing at the end. */
  readonly next?: string;
  /** What the page took, by GitHub's own count. */
  readonly points: number;
}

/**
 * All discussions of a repository as `frontdesk export` keeps them, oldest first, from behind `cursor`. 4 points for each
 * 20, and 1 more for each 100 comments or replies beyond the first 20. Rejects with `GoneError` where there are none to see.
 */
export async function* readForExport(
  clients: GitHubClients,
  { installation, owner, name }: Pick<RepositoryRef, "installation" | "owner" | "name">,
  patiently: Patiently,
  cursor?: string,
): AsyncGenerator<ExportPage> {
  const operation = { doing: `read the discussions of ${owner}/${name}`, needs: "discussions: read" };
  for (let after = cursor, isLast = false; !isLast;) {
    const from = after === undefined ? {} : { after };
    const ask = (size: object) =>
      patiently(() => clients.graphql(installation, ExportDiscussions, { owner, name, ...from, ...size }, operation));
    const { repository, rateLimit } = await ask({}).catch((error: unknown) => {
      if (error instanceof GoneError || error instanceof RateLimitError) throw error;
      // Long threads may take longer than GitHub's ten seconds a query. Whatever else went wrong goes wrong again.
      return ask({ pageSize: 4 });
    });
    if (!repository) throw new GoneError(`Could not ${operation.doing}: there is no such repository`);
    if (!repository.hasDiscussionsEnabled) throw new GoneError(`${owner}/${name} has discussions turned off`);
    const spent = { points: rateLimit?.cost ?? 0 };
    const discussions: ExportDiscussionFragment[] = [];
    for (const it of present(repository.discussions.nodes)) {
      discussions.push({ ...it, comments: await allComments(it.id, it.comments) });
    }
    const next = nextCursor(repository.discussions);
    yield { discussions, total: repository.discussions.totalCount, ...(next !== undefined && { next }), ...spent };
    after = next;
    isLast = next === undefined;

    async function allComments(discussion: string, first: ExportCommentsFragment): Promise<ExportCommentsFragment> {
      const nodes: NonNullable<ExportCommentsFragment["nodes"]>[number][] = [];
      for (let page: ExportCommentsFragment | undefined = first; page;) {
        for (const it of present(page.nodes)) nodes.push({ ...it, replies: await allReplies(it.id, it.replies) });
        const more = nextCursor(page);
        if (more === undefined) break;
        const found = await patiently(() =>
          clients.graphql(installation, MoreExportComments, { discussion, after: more }, operation),
        );
        spent.points += found.rateLimit?.cost ?? 0;
        page = found.node?.comments;
      }
      return { nodes, pageInfo: lastPage };
    }

    async function allReplies(comment: string, first: ExportRepliesFragment): Promise<ExportRepliesFragment> {
      const nodes = present(first.nodes);
      for (let more = nextCursor(first); more !== undefined;) {
        const at = more;
        const found = await patiently(() =>
          clients.graphql(installation, MoreExportReplies, { comment, after: at }, operation),
        );
        spent.points += found.rateLimit?.cost ?? 0;
        const page: ExportRepliesFragment | undefined = found.node?.replies;
        nodes.push(...present(page?.nodes));
        more = page && nextCursor(page);
      }
      return { nodes, pageInfo: lastPage };
    }
  }
}

const lastPage = { hasNextPage: false, endCursor: null };
