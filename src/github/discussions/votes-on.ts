import type { RepositoryRef } from "../../core/discussion.ts";
import { GoneError } from "../../core/errors.ts";
import type { Votes } from "../../core/github-reads.ts";
import { VoteFields, type VoteFieldsFragment } from "../generated/documents.ts";
import type { GitHubClients, MayMiss } from "../github-clients.ts";
import type { GraphqlDocument } from "../graphql-document.ts";

/** Discussions in one query: a point, and far from GitHub's ten seconds. */
const maxAtOnce = 50;

/**
 * Upvotes and 👍 by the numbers of discussions; those that are gone are left out. 1 point for each fifty. GitHub counts
 * whoever clicked, the asker too: an upvote of their own is there from the start.
 */
export async function votesOn(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
  discussions: readonly number[],
): Promise<ReadonlyMap<number, Votes>> {
  const operation = { doing: `read the votes in ${owner}/${name}`, needs: "discussions: read" };
  const votes = new Map<number, Votes>();
  for (let start = 0; start < discussions.length; start += maxAtOnce) {
    const numbers = discussions.slice(start, start + maxAtOnce);
    const variables = Object.fromEntries(numbers.map((number, index) => [`n${index}`, number] as const));
    const document = votesDocument(numbers.length);
    const answer = await clients.graphql(installation, document, { owner, name, ...variables }, operation, mayMiss);
    if (!answer.repository) throw new GoneError(`Could not ${operation.doing}: the repository is gone`);
    for (const found of Object.values(answer.repository)) {
      if (found) votes.set(found.number, { upvotes: found.upvoteCount, thumbsUp: found.reactions.totalCount });
    }
  }
  return votes;
}

/** Discussions that are gone, each inside of the repository. */
const mayMiss: MayMiss = { part: "repository", because: ["NOT_FOUND"] };

type VotesAnswer = { readonly repository: Readonly<Record<string, VoteFieldsFragment | null>> | null };
type VotesVariables = { readonly owner: string; readonly name: string; readonly [alias: `n${number}`]: number };

/** A query for `count` discussions, with an alias and a variable for each. */
function votesDocument(count: number): GraphqlDocument<VotesAnswer, VotesVariables> {
  const aliases = Array.from({ length: count }, (_, index) => `n${index}`);
  const declared = ["$owner: String!", "$name: String!", ...aliases.map((alias) => `$${alias}: Int!`)];
  const fields = aliases.map((alias) => `${alias}: discussion(number: $${alias}) { ...VoteFields }`);
  return {
    name: "Votes",
    kind: "query",
    text: `query Votes(${declared.join(", ")}) {
  repository(owner: $owner, name: $name) {
    ${fields.join("\n    ")}
  }
}
${VoteFields}`,
  };
}
