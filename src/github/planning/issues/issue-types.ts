import type { RepositoryRef } from "../../../core/discussion.ts";
import { GoneError } from "../../../core/errors.ts";
import type { GitHubClients } from "../../github-clients.ts";

/** Names of the issue types that may be used here. One REST request: the published GraphQL schema knows none. */
export async function issueTypes(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
): Promise<readonly string[]> {
  const asked = { doing: `read the issue types of ${owner}/${name}`, needs: "issues: read", isWrite: false };
  try {
    const { data } = await clients.rest(installation, asked, (octokit) =>
      octokit.request("GET /repos/{owner}/{repo}/issue-types", { owner, repo: name }),
    );
    return data.flatMap((type) => (type && type.is_enabled !== false ? [type.name] : []));
  } catch (error) {
    // Types belong to organizations; a person's repositories have none.
    if (error instanceof GoneError) return [];
    throw error;
  }
}
