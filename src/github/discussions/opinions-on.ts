import type { RepositoryRef } from "../../core/discussion.ts";
import type { CommentOpinions, GivenReaction, ReactionKind } from "../../core/github-reads.ts";
import { OpinionsOn, type OpinionsOnQuery, type ReactionContent } from "../generated/documents.ts";
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
  repository: RepositoryRef,
  comments: readonly string[],
): Promise<ReadonlyMap<string, CommentOpinions>> {
  const found = await readComments(clients, repository, comments);
  return new Map(found.map((it) => [it.id, toOpinions(it)]));
}

/** All reactions on comments, in the same way and at the same price. */
export async function reactionsOn(
  clients: GitHubClients,
  repository: RepositoryRef,
  comments: readonly string[],
): Promise<ReadonlyMap<string, readonly GivenReaction[]>> {
  const found = await readComments(clients, repository, comments);
  return new Map(found.map((it) => [it.id, toReactions(it)]));
}

async function readComments(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
  comments: readonly string[],
): Promise<readonly Found[]> {
  const operation = { doing: `read the reactions on our comments in ${owner}/${name}`, needs: "discussions: read" };
  const found: Found[] = [];
  for (let start = 0; start < comments.length; start += maxAtOnce) {
    const ids = comments.slice(start, start + maxAtOnce);
    const { nodes } = await clients.graphql(installation, OpinionsOn, { ids }, operation, mayMiss);
    found.push(...present(nodes).filter(isThere));
  }
  return found;
}

/**
 * A comment of ours that was deleted stays as an empty place where somebody had replied. Other types have no `id` here.
 * Without groups GitHub has not told, which must not be taken for nobody.
 */
function isThere({ id, deletedAt, isMinimized, reactionGroups }: Partial<Found>): boolean {
  return id !== undefined && !deletedAt && isMinimized === false && Boolean(reactionGroups);
}

function toOpinions(comment: Found): CommentOpinions {
  const asker = comment.discussion?.author?.login;
  const reactions = toReactions(comment).flatMap(({ by, reaction, at }) =>
    reaction === "thumbs-up" || reaction === "thumbs-down" ? [{ by, helpful: reaction === "thumbs-up", at }] : [],
  );
  return { reactions, ...(asker !== undefined && { asker }) };
}

/** In our words. */
export const reactionKinds: Readonly<Record<ReactionContent, ReactionKind>> = {
  THUMBS_UP: "thumbs-up",
  THUMBS_DOWN: "thumbs-down",
  LAUGH: "laugh",
  HOORAY: "hooray",
  CONFUSED: "confused",
  HEART: "heart",
  ROCKET: "rocket",
  EYES: "eyes",
};

function toReactions({ reactionGroups }: Found): readonly GivenReaction[] {
  return (reactionGroups ?? []).flatMap(({ content, reactors }) =>
    present(reactors.edges).flatMap(({ reactedAt, node }) =>
      node.__typename === "User" ? [{ by: node.login, reaction: reactionKinds[content], at: new Date(reactedAt) }] : [],
    ),
  );
}
