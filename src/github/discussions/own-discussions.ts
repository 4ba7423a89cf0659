import type { Discussion, RepositoryRef } from "../../core/discussion.ts";
import { RefusedError } from "../../core/errors.ts";
import { EditDiscussion, FindCategory, NewestDiscussions, OpenDiscussion } from "../generated/documents.ts";
import type { GitHubClients } from "../github-clients.ts";
import { isOursBy } from "../own-account.ts";
import { findDiscussion } from "./find-thread.ts";
import { present } from "./to-discussion.ts";

const needs = "discussions: write";

/** The discussion of ours whose body matches, among the fifty opened last. 2 points. */
export async function findDiscussionMadeFor(
  clients: GitHubClients,
  repository: RepositoryRef,
  matches: (body: string) => boolean,
): Promise<Discussion | undefined> {
  const { installation, owner, name } = repository;
  const operation = { doing: `look for a discussion of ours in ${owner}/${name}`, needs: "discussions: read" };
  const answer = await clients.graphql(installation, NewestDiscussions, { owner, name }, operation);
  const isOurs = isOursBy(await clients.own(installation));
  const found = present(answer.repository?.discussions.nodes).find((it) => isOurs(it) && matches(it.body));
  return found && findDiscussion(clients, repository, found.number);
}

/** Opens a discussion in a category, by its slug; its number. 6 points. Rejects with `RefusedError` where there is no such category. */
export async function openDiscussion(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
  { category, title, body }: { readonly category: string; readonly title: string; readonly body: string },
): Promise<number> {
  const operation = { doing: `open a discussion in ${owner}/${name}`, needs };
  const { repository } = await clients.graphql(installation, FindCategory, { owner, name, slug: category }, operation);
  const id = repository?.discussionCategory?.id;
  if (!repository || id === undefined) {
    throw new RefusedError(`Could not ${operation.doing}: there is no category ${category}`, "invalid");
  }
  const variables = { repository: repository.id, category: id, title, body };
  const { createDiscussion } = await clients.graphql(installation, OpenDiscussion, variables, operation);
  const number = createDiscussion?.discussion?.number;
  if (number === undefined) {
    throw new Error(`Could not ${operation.doing}; whether it was done is unknown: no discussion came back`);
  }
  return number;
}

/** Writes title and body of a discussion of ours anew. 5 points. */
export async function editDiscussion(
  clients: GitHubClients,
  { installation, owner, name }: RepositoryRef,
  discussion: string,
  { title, body }: { readonly title: string; readonly body: string },
): Promise<void> {
  const operation = { doing: `edit our discussion in ${owner}/${name}`, needs };
  await clients.graphql(installation, EditDiscussion, { discussion, title, body }, operation);
}
