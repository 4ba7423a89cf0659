import { viewerRole } from "../../access/viewer.ts";
import type { RestAnswer } from "../../request-context.ts";
import type { Repository, RepositoryRole } from "../../world/objects.ts";
import { forksOf } from "../../world/forks.ts";
import { hasRole, roleOf } from "../../world/people.ts";
import { ok, paged } from "../answers.ts";
import { refusalByText, restErrorTexts } from "../error-texts.ts";
import { repositoryOperation, type RestOperation, type RestRequest } from "../rest-operation.ts";
import { toAccount } from "../shapes/account.ts";
import { toRepository } from "../shapes/repository.ts";

const RANK: Readonly<Record<RepositoryRole, number>> = { read: 1, triage: 2, write: 3, maintain: 4, admin: 5 };

/** A repository, and what somebody may do in it. */
export const repositoryOperations: readonly RestOperation[] = [
  repositoryOperation("GET /repos/{owner}/{repo}", "metadata=read", "repos/repos#get-a-repository", (request) => {
    const { world, repository, viewer } = request;
    const { owner } = repository;
    return ok({
      ...toRepository(world, repository),
      // Permissions are shown only to who sends a token.
      ...(viewer.kind === "anonymous" ? {} : { permissions: toPermissions(viewerRole(viewer, repository)) }),
      ...(repository.parent && {
        parent: toRepository(world, repository.parent),
        source: toRepository(world, rootOf(repository.parent)),
      }),
      network_count: forksOf(world, rootOf(repository)).length,
      subscribers_count: 0,
      ...(owner.__typename === "Organization" ? { organization: toAccount(world, owner) } : {}),
    });
  }),
  {
    ...repositoryOperation(
      "GET /repos/{owner}/{repo}/collaborators",
      "metadata=read",
      "collaborators/collaborators#list-repository-collaborators",
      listCollaborators,
    ),
    needsToken: true,
  },
  {
    ...repositoryOperation(
      "GET /repos/{owner}/{repo}/collaborators/{username}/permission",
      "metadata=read",
      "collaborators/collaborators#get-repository-permissions-for-a-user",
      getPermission,
    ),
    needsToken: true,
  },
];

/** The first of a line of forks. */
function rootOf(repository: Repository): Repository {
  return repository.parent ? rootOf(repository.parent) : repository;
}

/**
 * `permission` knows only four levels, older than triage and maintain; `role_name` and the booleans tell all.
 * https://docs.github.com/rest/collaborators/collaborators#get-repository-permissions-for-a-user
 */
function getPermission(request: RestRequest & { readonly repository: Repository }): RestAnswer {
  const { world, repository, parameters, viewer } = request;
  if (viewer.kind === "person" && !hasRole(repository, viewer.actor, "write")) {
    throw refusalByText(restErrorTexts.pushNeeded);
  }
  const login = parameters["username"] ?? "";
  const account = world.findAccount(login);
  if (account === undefined || account.__typename === "Organization") {
    throw refusalByText(restErrorTexts.notAUser, { login });
  }
  const role = account.__typename === "Bot" ? undefined : roleOf(repository, account.login);
  const role_name = role ?? "none";
  return ok({
    permission: legacyPermission(role),
    user: { ...toAccount(world, account), permissions: toPermissions(role), role_name },
    role_name,
  });
}

/**
 * Who was given a role, members of the organization and its owners. Whoever reads a public repository like anybody else
 * is not among them. https://docs.github.com/rest/collaborators/collaborators#list-repository-collaborators
 */
function listCollaborators(request: RestRequest & { readonly repository: Repository }): RestAnswer {
  const { world, repository, viewer } = request;
  if (viewer.kind === "person" && !hasRole(repository, viewer.actor, "write")) {
    throw refusalByText(restErrorTexts.pushNeededForList);
  }
  const { owner } = repository;
  const members = owner.__typename === "Organization" ? owner.members : new Map([[owner.login, "admin"]]);
  const people = world.all("User").filter(({ login }) => repository.collaborators.has(login) || members.has(login));
  return paged(request, people, (account) => {
    const role = roleOf(repository, account.login);
    return { ...toAccount(world, account), permissions: toPermissions(role), role_name: role ?? "none" };
  });
}

function legacyPermission(role: RepositoryRole | undefined): string {
  if (role === undefined) return "none";
  return { read: "read", triage: "read", write: "write", maintain: "write", admin: "admin" }[role];
}

function toPermissions(role: RepositoryRole | undefined): Record<string, boolean> {
  const rank = role === undefined ? 0 : RANK[role];
  return { admin: rank >= 5, maintain: rank >= 4, push: rank >= 3, triage: rank >= 2, pull: rank >= 1 };
}
