import type { RepositoryRef } from "../../core/discussion.ts";
import { RefusedError } from "../../core/errors.ts";
import { IsAnswer, MarkAnswer } from "../generated/documents.ts";
import type { GitHubClients } from "../github-clients.ts";

/**
 * Marks a comment or reply as the answer of its discussion; the mark moves there from another. 5 points; where GitHub
 * refuses, 1 more: it may be the answer already.
 */
export async function markAnswer(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
  comment: string,
): Promise<void> {
  const operation = { doing: `mark an answer in ${owner}/${name}`, needs: "discussions: write" };
  try {
    await clients.graphql(installation, MarkAnswer, { comment }, operation);
  } catch (error) {
    if (!(error instanceof RefusedError && error.reason === "invalid")) throw error;
    const reading = { doing: `read a comment in ${owner}/${name}`, needs: "discussions: read" };
    const { node } = await clients.graphql(installation, IsAnswer, { comment }, reading);
    if (!node?.isAnswer) throw error;
  }
}
