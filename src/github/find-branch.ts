import type { RepositoryRef } from "../core/discussion.ts";
import { GoneError } from "../core/errors.ts";
import { FindBranch, FindRepositoryUrl } from "./generated/documents.ts";
import type { GitHubClients } from "./github-clients.ts";

/** A branch by its name, with the node id of its repository and the default branch. 1 point. */
export async function findBranch(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
  branch: string,
): Promise<{
  readonly id: string;
  readonly head: string | undefined;
  readonly defaultBranch: string | undefined;
}> {
  const operation = { doing: `find the branch ${branch} of ${owner}/${name}`, needs: "contents: read" };
  const variables = { owner, name, branch: `refs/heads/${branch}` };
  const { repository } = await clients.graphql(installation, FindBranch, variables, operation);
  if (!repository) throw new GoneError(`Could not ${operation.doing}: the repository is gone`);
  const { id, ref, defaultBranchRef } = repository;
  return { id, head: ref?.target?.oid, defaultBranch: defaultBranchRef?.name };
}

/** Where people see a repository. 1 point. */
export async function repositoryUrl(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
): Promise<string> {
  const operation = { doing: `find the address of ${owner}/${name}`, needs: "metadata: read" };
  const { repository } = await clients.graphql(installation, FindRepositoryUrl, { owner, name }, operation);
  if (!repository) throw new GoneError(`Could not ${operation.doing}: the repository is gone`);
  return repository.url;
}
