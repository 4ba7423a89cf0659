import type { Discussion, RepositoryRef } from "../core/discussion.ts";
import { AnsweredDiscussions } from "./generated/documents.ts";
import type { GitHubClients } from "./github-clients.ts";
import { isOursBy } from "./own-account.ts";
import { present, toDiscussion } from "./to-discussion.ts";

/** 25 answered discussions, newest change first, from behind `cursor`. 1 point. */
export async function answeredDiscussions(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
  cursor: string | undefined,
): Promise<{ readonly discussions: readonly Discussion[]; readonly next?: string }> {
  const asked = { doing: `read the answered discussions of ${owner}/${name}`, needs: "discussions: read" };
  const { repository } = await clients.graphql(
    installation,
    AnsweredDiscussions,
    { owner, name, ...(cursor !== undefined && { after: cursor }) },
    asked,
  );
  const page = repository?.discussions;
  const next = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  const isOurs = isOursBy(await clients.own(installation));
  return { discussions: present(page?.nodes).map((it) => toDiscussion(it, isOurs)), ...(next !== null && { next }) };
}
