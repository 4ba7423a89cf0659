import type { RepositoryRef } from "../../../core/discussion.ts";
import { GoneError } from "../../../core/errors.ts";
import { Assignable } from "../../generated/documents.ts";
import type { GitHubClients } from "../../github-clients.ts";
import { present } from "../../to-discussion.ts";

/** Whether somebody may be assigned here. One REST request. */
export async function mayBeAssigned(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
  login: string,
): Promise<boolean> {
  const asked = { doing: `ask who may be assigned in ${owner}/${name}`, needs: "issues: read", isWrite: false };
  try {
    await clients.rest(installation, asked, (octokit) =>
      octokit.rest.issues.checkUserCanBeAssigned({ owner, repo: name, assignee: login }),
    );
    return true;
  } catch (error) {
    // 404: there is no such person, or they may not.
    if (error instanceof GoneError) return false;
    throw error;
  }
}

/** Logins of at most a hundred who may be assigned, by what GitHub takes for like `query`. 1 point. */
export async function assignable(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
  query: string,
): Promise<readonly string[]> {
  const asked = { doing: `ask who may be assigned in ${owner}/${name}`, needs: "issues: read" };
  const { repository } = await clients.graphql(installation, Assignable, { owner, name, search: query }, asked);
  return present(repository?.assignableUsers.nodes).map(({ login }) => login);
}
