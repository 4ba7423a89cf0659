import type { RepositoryRef } from "../../core/discussion.ts";
import { GoneError } from "../../core/errors.ts";
import type { CommentAdded } from "../../core/event.ts";
import { AddIssueComment, FindIssueComment, IssueComments } from "../generated/documents.ts";
import type { GitHubClients } from "../github-clients.ts";
import { isOursBy } from "../own-account.ts";
import { present } from "../discussions/to-discussion.ts";

/** A comment on an issue; undefined when it is gone. 1 point. */
export async function findIssueComment(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
  comment: string,
): Promise<CommentAdded | undefined> {
  const operation = { doing: `read a comment on an issue of ${owner}/${name}`, needs: "issues: read" };
  try {
    const { node } = await clients.graphql(installation, FindIssueComment, { comment }, operation);
    return node?.id === undefined ? undefined : { id: node.id, body: node.body };
  } catch (error) {
    if (error instanceof GoneError) return undefined;
    throw error;
  }
}

/** Our own among the last hundred comments on an issue. 1 point. */
export async function ourIssueComments(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
  number: number,
): Promise<readonly CommentAdded[]> {
  const operation = { doing: `read the comments on ${owner}/${name}#${number}`, needs: "issues: read" };
  const { repository } = await clients.graphql(installation, IssueComments, { owner, name, number }, operation);
  if (!repository?.issue) throw new GoneError(`issue #${number} is gone`);
  return present(repository.issue.comments.nodes)
    .filter(isOursBy(await clients.own(installation)))
    .map(({ id, body }) => ({ id, body }));
}

/** One mutation; the comment's node id. */
export async function addIssueComment(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
  issue: string,
  body: string,
): Promise<string> {
  const operation = { doing: `comment on an issue of ${owner}/${name}`, needs: "issues: write" };
  const answer = await clients.graphql(installation, AddIssueComment, { issue, body }, operation);
  const id = answer.addComment?.commentEdge?.node?.id;
  if (id === undefined)
    throw new Error(`Could not ${operation.doing}; whether it was done is unknown: no comment came back`);
  return id;
}
