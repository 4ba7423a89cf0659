import type { RepositoryRef } from "../core/discussion.ts";
import { GoneError, RefusedError } from "../core/errors.ts";
import type { VisibleRepositories } from "../core/github-reads.ts";
import type { ClientLog, GitHubClients } from "./github-clients.ts";

/**
 * Every repository of every installation that is not suspended; that of the token where we sign in by one. One
 * organization that does not let us in, as by an IP allow list, must not hide the others: it is `refused`. One REST
 * request for each 100 installations, and for each 100 repositories of one.
 */
export async function allRepositories(clients: GitHubClients, log: ClientLog): Promise<VisibleRepositories> {
  if (clients.only) return { repositories: [clients.only], refused: [] };
  const operation = { doing: "list the app's installations", needs: "metadata: read", isWrite: false };
  const installations = await clients.asApp(operation, (octokit) =>
    octokit.paginate(octokit.rest.apps.listInstallations, { per_page: 100 }),
  );
  const repositories: RepositoryRef[] = [];
  const refused: number[] = [];
  for (const { id, suspended_at: suspendedAt } of installations) {
    if (suspendedAt) continue;
    try {
      repositories.push(...(await repositoriesOf(clients, id)));
    } catch (error) {
      if (error instanceof RefusedError) {
        log.warn(error.message);
        refused.push(id);
      } else if (error instanceof GoneError) {
        log.info(`Installation ${id} went away while its repositories were listed`);
      } else throw error;
    }
  }
  return { repositories, refused };
}

/** The repositories of one installation. One REST request for each 100. */
export async function repositoriesOf(clients: GitHubClients, installation: number): Promise<readonly RepositoryRef[]> {
  if (clients.only) return [clients.only];
  const found = await listRepositories(clients, installation);
  return found.map(({ id, name, owner }) => ({ id, owner: owner.login, name, installation }));
}

/** Of the same, those that everybody may read. One that is internal, or of which GitHub says nothing, is none. */
export async function publicRepositoriesOf(clients: GitHubClients, installation: number): Promise<ReadonlySet<number>> {
  const found = await listRepositories(clients, installation);
  return new Set(found.flatMap(({ id, visibility }) => (visibility === "public" ? [id] : [])));
}

async function listRepositories(clients: GitHubClients, installation: number) {
  const { only } = clients;
  if (only) {
    const operation = { doing: `read ${only.owner}/${only.name}`, needs: "metadata: read", isWrite: false };
    const { data } = await clients.rest(installation, operation, (octokit) =>
      octokit.rest.repos.get({ owner: only.owner, repo: only.name }),
    );
    return [data];
  }
  const operation = {
    doing: `list the repositories of installation ${installation}`,
    needs: "metadata: read",
    isWrite: false,
  };
  return clients.rest(installation, operation, (octokit) =>
    octokit.paginate(octokit.rest.apps.listReposAccessibleToInstallation, { per_page: 100 }),
  );
}
