import type { RepositoryRef, Role } from "../core/discussion.ts";
import { GoneError } from "../core/errors.ts";
import type { GitHubClients } from "./github-clients.ts";

/** Long enough for the commands of one comment, short enough that a person who lost a role cannot go on. */
const keptForMs = 60_000;
const mostKept = 1000;

/** Who may do what, by the permission endpoint. One REST request for each person and minute. */
export class RoleReader {
  readonly #clients: GitHubClients;
  readonly #known = new Map<string, { readonly roles: readonly Role[]; readonly goodUntil: number }>();

  constructor(clients: GitHubClients) {
    this.#clients = clients;
  }

  async rolesOf(repository: RepositoryRef, login: string): Promise<readonly Role[]> {
    const key = `${repository.id}:${login.toLowerCase()}`;
    const now = this.#clients.now().getTime();
    const known = this.#known.get(key);
    if (known && known.goodUntil > now) return known.roles;

    const roles = toRoles(await this.#permissionsOf(repository, login));
    this.#known.delete(key);
    this.#known.set(key, { roles, goodUntil: now + keptForMs });
    // A Map keeps the order of insertion: the first is the oldest.
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= mostKept) break;
      this.#known.delete(oldest);
    }
    return roles;
  }

  async #permissionsOf({ installation, owner, name }: RepositoryRef, login: string): Promise<Permissions> {
    const asked = { doing: `read the role of ${login} in ${owner}/${name}`, needs: "metadata: read", isWrite: false };
    try {
      const { data } = await this.#clients.rest(installation, asked, (octokit) =>
        octokit.rest.repos.getCollaboratorPermissionLevel({ owner, repo: name, username: login }),
      );
      return data.user?.permissions ?? {};
    } catch (error) {
      // No such person, or one who has nothing to do with this repository.
      if (error instanceof GoneError) return {};
      throw error;
    }
  }
}

interface Permissions {
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
