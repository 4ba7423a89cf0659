import type { Discussion, RepositoryRef, Thread } from "../core/discussion.ts";
import { GoneError } from "../core/errors.ts";
import { allComments } from "./all-comments.ts";
import { FindDiscussion, FindThread } from "./generated/documents.ts";
import type { GitHubClients } from "./github-clients.ts";
import { isOursBy } from "./own-account.ts";
import { toDiscussion, toThread } from "./to-discussion.ts";

/** A thread with all its comments and replies. 1 point, and 1 more for each 50 comments or 100 replies beyond the first 50. */
export async function findThread(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
  number: number,
): Promise<Thread | undefined> {
  const asked = { doing: `read discussion ${owner}/${name}#${number}`, needs: "discussions: read" };
  return orNothing(async () => {
    const { repository } = await clients.graphql(installation, FindThread, { owner, name, number }, asked);
    const found = repository?.discussion;
    if (!found) return undefined;
    const comments = await allComments(clients, { installation }, found.id, found.comments, asked);
    return toThread(found, comments, isOursBy(await clients.own(installation)));
  });
}

/** A discussion without its comments. 1 point. */
export async function findDiscussion(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
  number: number,
): Promise<Discussion | undefined> {
  const asked = { doing: `read discussion ${owner}/${name}#${number}`, needs: "discussions: read" };
  return orNothing(async () => {
    const { repository } = await clients.graphql(installation, FindDiscussion, { owner, name, number }, asked);
    if (!repository?.discussion) return undefined;
    return toDiscussion(repository.discussion, isOursBy(await clients.own(installation)));
  });
}

async function orNothing<Found>(find: () => Promise<Found | undefined>): Promise<Found | undefined> {
  try {
    return await find();
  } catch (error) {
    if (error instanceof GoneError) return undefined;
    throw error;
  }
}
