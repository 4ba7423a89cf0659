import type { RepositoryRef } from "../../../core/discussion.ts";
import { Labels } from "../../generated/documents.ts";
import type { GitHubClients } from "../../github-clients.ts";
import { readPages } from "../read-pages.ts";

/** A label of the repository, by node id. */
export interface KnownLabel {
  readonly id: string;
  readonly name: string;
}

/** All labels of a repository. 1 point for each hundred. */
export async function readLabels(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
): Promise<readonly KnownLabel[]> {
  const asked = { doing: `read the labels of ${owner}/${name}`, needs: "issues: read" };
  return readPages(async (page) => {
    const { repository } = await clients.graphql(installation, Labels, { owner, name, ...page }, asked);
    return repository?.labels;
  });
}
