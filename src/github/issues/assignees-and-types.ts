import type { RepositoryRef } from "../../core/discussion.ts";
import { GoneError } from "../../core/errors.ts";
import type { GitHubClients } from "../github-clients.ts";

/** Whether somebody may be assigned here. One REST request. */
export async function mayBeAssigned(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
  login: string,
): Promise<boolean> {
  const operation = { doing: `ask who may be assigned in ${owner}/${name}`, needs: "issues: read", isWrite: false };
  try {
    await clients.rest(installation, operation, (octokit) =>
      octokit.rest.issues.checkUserCanBeAssigned({ owner, repo: name, assignee: login }),
    );
    return true;
  } catch (error) {
    // 404: there is no such person, or they may not.
    if (error instanceof GoneError) return false;
    throw error;
  }
}

/** Names of the issue types that may be used here. One REST request: the published GraphQL schema knows none. */
export async function issueTypes(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
): Promise<readonly string[]> {
  const operation = { doing: `read the issue types of ${owner}/${name}`, needs: "issues: read", isWrite: false };
  try {
    const { data } = await clients.rest(installation, operation, (octokit) =>
      octokit.request("GET /repos/{owner}/{repo}/issue-types", { owner, repo: name }),
    );
    return data.flatMap((type) => (type && type.is_enabled !== false ? [type.name] : []));
  } catch (error) {
    // Types belong to organizations; a person's repositories have none.
    if (error instanceof GoneError) return [];
    throw error;
  }
}
