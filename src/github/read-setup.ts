import type { RepositoryRef } from "../core/discussion.ts";
import { GoneError, RefusedError } from "../core/errors.ts";
import type { RepositorySetup } from "../core/repository-setup.ts";
import { RepositorySetup as SetupQuery } from "./generated/documents.ts";
import { present } from "./discussions/to-discussion.ts";
import type { GitHubClients } from "./github-clients.ts";
import { readLabels } from "./issues/labels.ts";
import { milestones } from "./issues/milestones.ts";
import { projects } from "./projects/read-projects.ts";

/**
 * How a repository is set up. What we have no right to read is left out, since it is read to be shown and nothing depends on it.
 * 1 point, and one or more each for labels, milestones and projects. Rejects with `GoneError` where there is no repository to see.
 */
export async function readSetup(clients: GitHubClients, repository: RepositoryRef): Promise<RepositorySetup> {
  const { installation, owner, name } = repository;
  const operation = { doing: `read how ${owner}/${name} is set up`, needs: "discussions: read" };
  const { repository: found } = await clients.graphql(installation, SetupQuery, { owner, name }, operation);
  if (!found) throw new GoneError(`Could not ${operation.doing}: the repository is gone`);
  const labels = await unlessRefused(async () => (await readLabels(clients, repository)).map((it) => it.name));
  const open = await unlessRefused(async () => (await milestones(clients, repository)).filter(({ isOpen }) => isOpen));
  const boards = await unlessRefused(async () => {
    const all = await projects(clients, repository);
    // One that fewer people may see than the repository is not to be told of there.
    return all.owner === "organization" ? all.projects.filter(({ isShown }) => isShown) : undefined;
  });
  return {
    isArchived: found.isArchived,
    hasDiscussions: found.hasDiscussionsEnabled,
    categories: present(found.discussionCategories.nodes).map(({ slug, name: title, isAnswerable }) => ({
      slug,
      name: title,
      isAnswerable,
    })),
    ...(labels && { labels }),
    ...(open && { milestones: open.map(({ title, due }) => ({ title, ...(due !== undefined && { due }) })) }),
    ...(boards && { boards: boards.map(({ number, title }) => ({ number, title })) }),
  };
}

async function unlessRefused<Found>(read: () => Promise<Found>): Promise<Found | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof RefusedError || error instanceof GoneError) return undefined;
    throw error;
  }
}
