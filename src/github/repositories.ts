import type { RepositoryRef } from "../core/discussion.ts";
import { GoneError } from "../core/errors.ts";
import type { ClientLog, GitHubClients } from "./github-clients.ts";

/** Every repository of every installation that is not suspended. One REST request for each 100 installations, and for each 100 repositories of one. */
export async function allRepositories(clients: GitHubClients, log: ClientLog): Promise<readonly RepositoryRef[]> {
  const asked = { doing: "list the app's installations", needs: "metadata: read", isWrite: false };
  const installations = await clients.asApp(asked, (octokit) =>
    octokit.paginate(octokit.rest.apps.listInstallations, { per_page: 100 }),
  );
  const repositories: RepositoryRef[] = [];
  for (const { id, suspended_at: suspendedAt } of installations) {
    if (suspendedAt) continue;
    try {
      repositories.push(...(await repositoriesOf(clients, id)));
    } catch (error) {
      if (!(error instanceof GoneError)) throw error;
      log.info(`Installation ${id} went away while its repositories were listed`);
    }
  }
  return repositories;
}

/** The repositories of one installation. One REST request for each 100. */
export async function repositoriesOf(clients: GitHubClients, installation: number): Promise<readonly RepositoryRef[]> {
  const asked = {
    doing: `list the repositories of installation ${installation}`,
    needs: "metadata: read",
    isWrite: false,
  };
  const found = await clients.rest(installation, asked, (octokit) =>
    octokit.paginate(octokit.rest.apps.listReposAccessibleToInstallation, { per_page: 100 }),
  );
  return found.map(({ id, name, owner }) => ({ id, owner: owner.login, name, installation }));
}
