import { refusal } from "./error-texts.ts";
import type { Actor, Organization, Repository, RepositoryRole, Team, User } from "./objects.ts";
import type { World } from "./world.ts";

const ranks: Readonly<Record<RepositoryRole, number>> = { read: 1, triage: 2, write: 3, maintain: 4, admin: 5 };

/** A new person. */
export function createUser(
  world: World,
  login: string,
  more: { readonly name?: string; readonly bio?: string } = {},
): User {
  return world.register<User>({
    ...world.stamp("User"),
    login,
    name: more.name ?? null,
    email: `${login}@users.noreply.example`,
    bio: more.bio ?? null,
    company: null,
    location: null,
  });
}

/** A new organization with its owners. */
export function createOrganization(
  world: World,
  login: string,
  more: { readonly name?: string; readonly description?: string; readonly owners?: readonly User[] } = {},
): Organization {
  return world.register<Organization>({
    ...world.stamp("Organization"),
    login,
    name: more.name ?? login,
    description: more.description ?? null,
    email: null,
    members: new Map((more.owners ?? []).map((owner) => [owner.login, "admin"])),
    teams: [],
    projectsV2: [],
    issueTypes: [],
  });
}

/** A new team; its people become members of the organization. */
export function createTeam(
  world: World,
  organization: Organization,
  team: { readonly name: string; readonly slug: string; readonly members?: readonly User[]; readonly parent?: Team },
): Team {
  const created = world.register<Team>({
    ...world.stamp("Team"),
    organization,
    name: team.name,
    slug: team.slug,
    description: null,
    privacy: "VISIBLE",
    parentTeam: team.parent ?? null,
    members: new Map((team.members ?? []).map((member) => [member.login, "member"])),
  });
  for (const member of team.members ?? []) {
    if (!organization.members.has(member.login)) organization.members.set(member.login, "member");
  }
  organization.teams.push(created);
  return created;
}

/** Give somebody a role in a repository, or take it away with `null`. */
export function setRole(repository: Repository, login: string, role: RepositoryRole | null): void {
  if (role === null) repository.collaborators.delete(login);
  else repository.collaborators.set(login, role);
}

/**
 * What somebody may do in a repository: the owner and organization owners are admins, everybody reads what is public,
 * members of the organization read what is private (GitHub's default base permission).
 * https://docs.github.com/en/organizations/managing-user-access-to-your-organizations-repositories/managing-repository-roles/repository-roles-for-an-organization
 */
export function roleOf(repository: Repository, login: string): RepositoryRole | undefined {
  const { owner } = repository;
  if (owner.login === login) return "admin";
  if (owner.__typename === "Organization" && owner.members.get(login) === "admin") return "admin";
  const explicit = repository.collaborators.get(login);
  if (explicit !== undefined) return explicit;
  const isMember = owner.__typename === "Organization" && owner.members.has(login);
  return !repository.isPrivate || isMember ? "read" : undefined;
}

/**
 * Whether an actor has at least this role. A bot's rights come from its installation's permissions, which are checked
 * where the request enters; here it passes.
 */
export function hasRole(repository: Repository, actor: Actor, role: RepositoryRole): boolean {
  if (actor.__typename === "Bot") return true;
  const actual = roleOf(repository, actor.login);
  return actual !== undefined && ranks[actual] >= ranks[role];
}

/** Throws FORBIDDEN unless the actor has this role or is the author of what is acted upon. */
export function mustHaveRole(
  repository: Repository,
  actor: Actor,
  role: RepositoryRole,
  operation: string,
  author: Actor | null = null,
): void {
  if (author !== null && author === actor) return;
  if (!hasRole(repository, actor, role)) throw refusal("notPermitted", { login: actor.login, operation });
}

/** The login as REST and webhooks write it: `my-app[bot]` for bots. */
export function restLogin(actor: Actor | Organization): string {
  return actor.__typename === "Bot" ? `${actor.login}[bot]` : actor.login;
}

export type AuthorAssociation = "OWNER" | "MEMBER" | "COLLABORATOR" | "CONTRIBUTOR" | "NONE";

/** GitHub's `authorAssociation`. Only members whose membership is public show as MEMBER there; here all are. */
export function authorAssociation(repository: Repository, author: Actor | null): AuthorAssociation {
  if (author === null || author.__typename === "Bot") return "NONE";
  const { owner } = repository;
  if (owner === author) return "OWNER";
  if (owner.__typename === "Organization" && owner.members.has(author.login)) return "MEMBER";
  if (repository.collaborators.has(author.login)) return "COLLABORATOR";
  const merged = repository.pullRequests.some((pull) => pull.merged && pull.author === author);
  return merged ? "CONTRIBUTOR" : "NONE";
}
