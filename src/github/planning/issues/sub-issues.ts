import type { RepositoryRef } from "../../../core/discussion.ts";
import { RefusedError } from "../../../core/errors.ts";
import { AddSubIssue, FindParent } from "../../generated/documents.ts";
import type { GitHubClients } from "../../github-clients.ts";

/** Makes one issue a part of another. 5 points, and 1 more where GitHub refuses: it may be so already. */
export async function addSubIssue(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
  parent: string,
  child: string,
): Promise<void> {
  const asked = { doing: `add a sub-issue in ${owner}/${name}`, needs: "issues: write" };
  try {
    await clients.graphql(installation, AddSubIssue, { parent, child }, asked);
  } catch (error) {
    if (!(error instanceof RefusedError && error.reason === "invalid")) throw error;
    const found = await clients.graphql(
      installation,
      FindParent,
      { issue: child },
      { doing: `read a sub-issue in ${owner}/${name}`, needs: "issues: read" },
    );
    if (found.node?.parent?.id !== parent) throw error;
  }
}
