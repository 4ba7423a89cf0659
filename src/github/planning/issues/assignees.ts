import type { RepositoryRef } from "../../../core/discussion.ts";
import { GoneError } from "../../../core/errors.ts";
import type { GitHubClients } from "../../github-clients.ts";

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
