import type { RepositoryRef } from "../../core/discussion.ts";
import { GoneError } from "../../core/errors.ts";
import type { ReactionKind } from "../../core/github-reads.ts";
import { OwnReactions } from "../generated/documents.ts";
import type { GitHubClients } from "../github-clients.ts";
import { isOursBy } from "../own-account.ts";
import { reactionKinds } from "./opinions-on.ts";
import { present } from "./to-discussion.ts";

/** Our own reactions on a comment of a discussion or an issue, by its node id; none where it is gone. 1 point. */
export async function ownReactions(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
  comment: string,
): Promise<ReadonlySet<ReactionKind>> {
  const operation = { doing: `read our reactions in ${owner}/${name}`, needs: "discussions: read" };
  try {
    const { node } = await clients.graphql(installation, OwnReactions, { id: comment }, operation);
    const isOurs = isOursBy(await clients.own(installation));
    const groups = node && "reactionGroups" in node ? (node.reactionGroups ?? []) : [];
    const ours = groups.filter(
      ({ viewerHasReacted, reactors }) =>
        viewerHasReacted ||
        present(reactors.nodes).some((it) => it.__typename === "Bot" && isOurs({ viewerDidAuthor: false, author: it })),
    );
    return new Set(ours.map(({ content }) => reactionKinds[content]));
  } catch (error) {
    if (error instanceof GoneError) return new Set();
    throw error;
  }
}
