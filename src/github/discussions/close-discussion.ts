import type { CloseReason, RepositoryRef } from "../../core/discussion.ts";
import { RefusedError } from "../../core/errors.ts";
import { CloseDiscussion, IsClosed, ReopenDiscussion, type DiscussionCloseReason } from "../generated/documents.ts";
import type { GitHubClients } from "../github-clients.ts";

const needs = "discussions: write";

const reasons: Readonly<Record<CloseReason, DiscussionCloseReason>> = {
  resolved: "RESOLVED",
  outdated: "OUTDATED",
  duplicate: "DUPLICATE",
};

/** Closes a discussion. 5 points; where GitHub refuses, 1 more: it may be closed already, and then stays as it is. */
export async function closeDiscussion(
  clients: GitHubClients,
  repository: RepositoryRef,
  discussion: string,
  reason: CloseReason,
): Promise<void> {
  const operation = { doing: `close a discussion in ${repository.owner}/${repository.name}`, needs };
  const variables = { discussion, reason: reasons[reason] };
  await clients
    .graphql(repository.installation, CloseDiscussion, variables, operation)
    .catch((error: unknown) => unlessSo(clients, repository, discussion, true, error));
}

/** Opens a closed discussion again. 5 points, and 1 more where GitHub refuses: it may be open already. */
export async function reopenDiscussion(
  clients: GitHubClients,
  repository: RepositoryRef,
  discussion: string,
): Promise<void> {
  const operation = { doing: `reopen a discussion in ${repository.owner}/${repository.name}`, needs };
  await clients
    .graphql(repository.installation, ReopenDiscussion, { discussion }, operation)
    .catch((error: unknown) => unlessSo(clients, repository, discussion, false, error));
}

/** Throws the refusal again unless the discussion is as it was to be. */
async function unlessSo(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
  discussion: string,
  closed: boolean,
  error: unknown,
): Promise<void> {
  if (!(error instanceof RefusedError && error.reason === "invalid")) throw error;
  const operation = { doing: `read a discussion in ${owner}/${name}`, needs: "discussions: read" };
  const { node } = await clients.graphql(installation, IsClosed, { discussion }, operation);
  if (node?.closed !== closed) throw error;
}
