import type { RepositoryRef, Role } from "../core/discussion.ts";
import { GoneError, RefusedError } from "../core/errors.ts";
import type { Rights } from "../core/github-reads.ts";
import type { GitHubClients } from "./github-clients.ts";
import type { GitHubOperation } from "./to-port-error.ts";

/** How long somebody who has no role is known for it. */
const keptForMs = 60_000;
const maxKept = 1000;
const listedAtOnce = 100;
const maxListed = 3_000;

/**
 * Who may do what, by the permission endpoint. One REST request each time: a right is never taken for given, since
 * whoever lost it a second ago may be the reason why. Only that somebody has none is kept for a minute, so that many
 * commands of a stranger cost nothing; who is given a role waits that long at most.
 */
export class RoleReader {
  readonly #clients: GitHubClients;
  readonly #elapsed: () => number;
  /** Until when people are known to have no role, by the stopwatch. */
  readonly #without = new Map<string, number>();

  constructor(clients: GitHubClients, elapsed: () => number) {
    this.#clients = clients;
    this.#elapsed = elapsed;
  }

  async rolesOf(repository: RepositoryRef, login: string): Promise<readonly Role[]> {
    const key = `${repository.id}:${login.toLowerCase()}`;
    if ((this.#without.get(key) ?? 0) > this.#elapsed()) return [];

    const roles = toRoles((await this.#findPerson(repository, login))?.permissions ?? {});
    this.#without.delete(key);
    if (roles.length === 0) this.#without.set(key, this.#elapsed() + keptForMs);
    // A Map keeps the order of insertion: the first is the oldest.
    for (const oldest of this.#without.keys()) {
      if (this.#without.size <= maxKept) break;
      this.#without.delete(oldest);
    }
    return roles;
  }

  /**
   * What an account may do. On a public repository everybody may read. One REST request; nothing is kept.
   * https://docs.github.com/en/rest/collaborators/collaborators#get-repository-permissions-for-a-user
   */
  async rightsOf(repository: RepositoryRef, account: { readonly id: number; readonly login: string }): Promise<Rights> {
    const found = await this.#findPerson(repository, account.login);
    // Whoever renames an account leaves its login to anybody.
    if (found?.id !== account.id) return { mayRead: false, roles: [] };
    return { mayRead: found.permissions?.pull === true, roles: toRoles(found.permissions ?? {}) };
  }

  /**
   * Everybody who was given a role in a repository, members of teams and owners of its organization among them; whoever
   * is not named may read at most. One request for each hundred people, three thousand at most: a larger organization is
   * asked person by person. It takes the permission for metadata, as aenix-io/aeman#161 found.
   * https://docs.github.com/en/rest/collaborators/collaborators#list-repository-collaborators
   */
  async rolesOfCollaborators({
    installation,
    owner,
    name,
  }: RepositoryRef): Promise<ReadonlyMap<string, readonly Role[]> | undefined> {
    const operation = { doing: `list the roles in ${owner}/${name}`, needs: "metadata: read", isWrite: false };
    const roles = new Map<string, readonly Role[]>();
    for (let page = 1; page <= maxListed / listedAtOnce; page++) {
      const people = await this.#collaborators(installation, operation, { owner, repo: name, page });
      if (!people) return undefined;
      for (const { login, permissions } of people) roles.set(login.toLowerCase(), toRoles(permissions ?? {}));
      if (people.length < listedAtOnce) return roles;
    }
    return undefined;
  }

  async #collaborators(
    installation: number,
    operation: GitHubOperation,
    where: { readonly owner: string; readonly repo: string; readonly page: number },
  ) {
    try {
      const { data } = await this.#clients.rest(installation, operation, (octokit) =>
        octokit.rest.repos.listCollaborators({ ...where, per_page: listedAtOnce }),
      );
      return data;
    } catch (error) {
      // Who may not list may still ask for one after the other.
      if (error instanceof RefusedError) return undefined;
      throw error;
    }
  }

  async #findPerson({ installation, owner, name }: RepositoryRef, login: string): Promise<FoundPerson | undefined> {
    const operation = {
      doing: `read the role of ${login} in ${owner}/${name}`,
      needs: "metadata: read",
      isWrite: false,
    };
    try {
      const { data } = await this.#clients.rest(installation, operation, (octokit) =>
        octokit.rest.repos.getCollaboratorPermissionLevel({ owner, repo: name, username: login }),
      );
      return data.user ?? undefined;
    } catch (error) {
      // No such person, or one who has nothing to do with this repository.
      if (error instanceof GoneError) return undefined;
      throw error;
    }
  }
}

interface FoundPerson {
  readonly id: number;
  readonly permissions?: Permissions;
}

interface Permissions {
  readonly pull?: boolean;
  readonly triage?: boolean;
  readonly push?: boolean;
}

/**
 * The booleans hold the effective level; `role_name` may be any custom role of an organization, and `permission`
 * knows neither triage nor maintain.
 */
function toRoles({ triage = false, push = false }: Permissions): readonly Role[] {
  if (push) return ["helper", "maintainer"];
  return triage ? ["helper"] : [];
}
