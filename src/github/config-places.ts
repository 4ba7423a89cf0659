import type { Permissions } from "../core/app-health.ts";
import type { RepositoryRef } from "../core/discussion.ts";
import { GoneError } from "../core/errors.ts";
import { present } from "./discussions/to-discussion.ts";
import { DiscussionCategories, FindTeam } from "./generated/documents.ts";
import type { GitHubClients } from "./github-clients.ts";

/** GitHub allows 25 categories: https://docs.github.com/en/discussions/managing-discussions-for-your-community/managing-categories-for-discussions. 1 point. */
export async function discussionCategories(clients: GitHubClients, { installation, owner, name }: RepositoryRef) {
  const operation = { doing: `list the categories of ${owner}/${name}`, needs: "discussions: read" };
  const { repository } = await clients.graphql(installation, DiscussionCategories, { owner, name }, operation);
  return {
    isOn: repository?.hasDiscussionsEnabled === true,
    categories: present(repository?.discussionCategories.nodes).map(({ slug, name }) => ({ slug, name })),
  };
}

/** A person has no teams. 1 point. */
export async function hasTeam(
  clients: GitHubClients,
  { installation, owner }: RepositoryRef,
  slug: string,
): Promise<boolean> {
  const operation = { doing: `look for the team ${slug} of ${owner}`, needs: "members: read" };
  try {
    const { organization } = await clients.graphql(installation, FindTeam, { owner, slug }, operation);
    return Boolean(organization?.team);
  } catch (error) {
    if (error instanceof GoneError) return false;
    throw error;
  }
}

/** One REST request, as the app; nobody else may ask: https://docs.github.com/en/rest/apps/apps#get-a-repository-installation-for-the-authenticated-app */
export async function permissionsIn(
  clients: GitHubClients,
  { installation, owner, name: repo }: RepositoryRef,
): Promise<Permissions | undefined> {
  if ((await clients.own(installation)) === undefined) return undefined;
  const operation = { doing: `ask what we may do in ${owner}/${repo}`, needs: "none", isWrite: false };
  const { data } = await clients.asApp(operation, (octokit) => octokit.rest.apps.getRepoInstallation({ owner, repo }));
  return Object.fromEntries(
    Object.entries(data.permissions).flatMap(([name, level]) => (level ? [[name, level]] : [])),
  );
}
