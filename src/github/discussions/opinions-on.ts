import type { RepositoryRef } from "../../core/discussion.ts";
import type { CommentOpinions } from "../../core/github-reads.ts";
import { OpinionsOn, type OpinionsOnQuery } from "../generated/documents.ts";
import type { GitHubClients, MayMiss } from "../github-clients.ts";
import { present } from "./to-discussion.ts";

/** Comments in one query, so that it stays far from GitHub's ten seconds. */
const maxAtOnce = 50;

/** A comment that was deleted. */
const mayMiss: MayMiss = { part: "nodes", because: ["NOT_FOUND"] };

type Found = NonNullable<OpinionsOnQuery["nodes"][number]>;

/**
 * 👍 and 👎 on comments, by the comments' ids; those that are gone, emptied or hidden are left out. Of more than fifty
 * people who clicked the same, the fifty that GitHub names first. 1 point for each 50 comments.
 */
export async function opinionsOn(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
  comments: readonly string[],
): Promise<ReadonlyMap<string, CommentOpinions>> {
  const operation = { doing: `read the reactions on our comments in ${owner}/${name}`, needs: "discussions: read" };
  const opinions = new Map<string, CommentOpinions>();
  for (let start = 0; start < comments.length; start += maxAtOnce) {
    const ids = comments.slice(start, start + maxAtOnce);
    const { nodes } = await clients.graphql(installation, OpinionsOn, { ids }, operation, mayMiss);
    for (const comment of present(nodes)) {
      if (isThere(comment)) opinions.set(comment.id, toOpinions(comment));
    }
  }
  return opinions;
}

/**
 * A comment of ours that was deleted stays as an empty place where somebody had replied. Other types have no `id` here.
 * Without groups GitHub has not told, which must not be taken for nobody.
 */
function isThere({ id, deletedAt, isMinimized, reactionGroups }: Partial<Found>): boolean {
  return id !== undefined && !deletedAt && isMinimized === false && Boolean(reactionGroups);
}

function toOpinions({ discussion, reactionGroups }: Found): CommentOpinions {
  const asker = discussion?.author?.login;
  const reactions = (reactionGroups ?? []).flatMap(({ content, reactors }) => {
    if (content !== "THUMBS_UP" && content !== "THUMBS_DOWN") return [];
    return present(reactors.edges).flatMap(({ reactedAt, node }) =>
      node.__typename === "User" ? [{ by: node.login, helpful: content === "THUMBS_UP", at: new Date(reactedAt) }] : [],
    );
  });
  return { reactions, ...(asker !== undefined && { asker }) };
}
