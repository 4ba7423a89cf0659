import type { Organization, Repository, User, World } from "local-github-server/world";

/** The demo's one project. */
export interface Project {
  readonly repository: Repository;
  readonly organization: Organization;
  /** Who owns the organization. */
  readonly owner: User;
}

/** Finds the project in a world that was seeded. Throws where there is none. */
export function projectOf(world: World): Project {
  const repository = world.all("Repository")[0];
  const organization = repository?.owner;
  if (repository === undefined || organization?.__typename !== "Organization") {
    throw new Error("the demo's world holds no project; start with --fresh");
  }
  const login = [...organization.members].find(([, role]) => role === "admin")?.[0];
  const owner = login === undefined ? undefined : world.findUser(login);
  if (owner === undefined) throw new Error(`nobody owns ${organization.login}; start with --fresh`);
  return { repository, organization, owner };
}
