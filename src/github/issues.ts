import type { RepositoryRef } from "../core/discussion.ts";
import { GoneError } from "../core/errors.ts";
import type { Issue } from "../core/issue.ts";
import { FindIssue, RecentIssues } from "./generated/documents.ts";
import type { GitHubClients } from "./github-clients.ts";
import { present } from "./to-discussion.ts";
import { toIssue } from "./to-issue.ts";

const needs = "issues: read";

/** 50 issues, newest change first, from behind `cursor`. 1 point. */
export async function recentIssues(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
  cursor: string | undefined,
): Promise<{ readonly issues: readonly Issue[]; readonly next?: string }> {
  const asked = { doing: `read the issues of ${owner}/${name}`, needs };
  const variables = { owner, name, ...(cursor !== undefined && { after: cursor }) };
  const { repository } = await clients.graphql(installation, RecentIssues, variables, asked);
  const page = repository?.issues;
  const next = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  return { issues: present(page?.nodes).map(toIssue), ...(next !== null && { next }) };
}

/** An issue with its last comments. 1 point. */
export async function findIssue(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
  number: number,
): Promise<Issue | undefined> {
  const asked = { doing: `read issue ${owner}/${name}#${number}`, needs };
  try {
    const { repository } = await clients.graphql(installation, FindIssue, { owner, name, number }, asked);
    return repository?.issue ? toIssue(repository.issue) : undefined;
  } catch (error) {
    if (error instanceof GoneError) return undefined;
    throw error;
  }
}
