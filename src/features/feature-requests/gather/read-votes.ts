import type { RepositoryRef } from "../../../core/discussion.ts";
import type { ReadsWithRequests } from "../reads.ts";

/** Upvotes and 👍 together, by the numbers of discussions; those that are gone are left out. 1 point for each fifty. */
export async function readVotes(
  repository: RepositoryRef,
  numbers: readonly number[],
  { github }: Pick<ReadsWithRequests, "github">,
): Promise<ReadonlyMap<number, number>> {
  if (numbers.length === 0) return new Map();
  const votes = await github.votesOn(repository, numbers);
  return new Map([...votes].map(([number, { upvotes, thumbsUp }]) => [number, upvotes + thumbsUp]));
}
