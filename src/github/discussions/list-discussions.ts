import type { Discussion, RepositoryRef } from "../../core/discussion.ts";
import { AnsweredDiscussions, FindCategory, OpenDiscussions } from "../generated/documents.ts";
import type { GitHubClients } from "../github-clients.ts";
import { isOursBy } from "../own-account.ts";
import { present, toDiscussion } from "./to-discussion.ts";

/** 25 answered discussions, newest change first, from behind `cursor`. 1 point. */
export async function answeredDiscussions(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
  cursor: string | undefined,
): Promise<{ readonly discussions: readonly Discussion[]; readonly next?: string }> {
  const operation = { doing: `read the answered discussions of ${owner}/${name}`, needs: "discussions: read" };
  const { repository } = await clients.graphql(
    installation,
    AnsweredDiscussions,
    { owner, name, ...(cursor !== undefined && { after: cursor }) },
    operation,
  );
  const page = repository?.discussions;
  const next = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  const isOurs = isOursBy(await clients.own(installation));
  return { discussions: present(page?.nodes).map((it) => toDiscussion(it, isOurs)), ...(next !== null && { next }) };
}

/** 25 open discussions of a category, from behind `cursor`; none where there is no such category. 2 points. */
export async function openDiscussions(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
  slug: string,
  cursor: string | undefined,
): Promise<{ readonly discussions: readonly Discussion[]; readonly next?: string }> {
  const operation = { doing: `read the open discussions of ${owner}/${name} in ${slug}`, needs: "discussions: read" };
  const found = await clients.graphql(installation, FindCategory, { owner, name, slug }, operation);
  const category = found.repository?.discussionCategory?.id;
  if (category === undefined) return { discussions: [] };
  const variables = { owner, name, category, ...(cursor !== undefined && { after: cursor }) };
  const { repository } = await clients.graphql(installation, OpenDiscussions, variables, operation);
  const page = repository?.discussions;
  const next = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  const isOurs = isOursBy(await clients.own(installation));
  return { discussions: present(page?.nodes).map((it) => toDiscussion(it, isOurs)), ...(next !== null && { next }) };
}
