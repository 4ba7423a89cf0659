import { refusal } from "../../world/error-texts.ts";
import { viewerRole } from "../../access/viewer.ts";
import type { Actor, Organization, Repository, User } from "../../world/objects.ts";
import { forksOf } from "../../world/forks.ts";
import { restLogin, roleOf } from "../../world/people.ts";
import { nameWithOwner } from "../../world/repositories.ts";
import { inOrder, toConnection, type Order, type PageArguments } from "../connection.ts";
import { mayInOrganization, mustMay, type Fields } from "../context.ts";
import { repositoryDiscussionFields } from "./discussions.ts";
import { findGitObjectTogether } from "./git-batch.ts";
import { findRef, toRef } from "./git-objects.ts";
import { repositoryIssueFields } from "./issues.ts";
import { assignableUserFields } from "./issue-relations.ts";
import { linkFields } from "./comment-fields.ts";

export const repositoryFields: Fields = {
  ...linkFields,
  ...repositoryDiscussionFields,
  ...repositoryIssueFields,
  ...assignableUserFields,
  nameWithOwner: (repository: Repository) => nameWithOwner(repository),
  visibility: ({ isPrivate }: Repository) => (isPrivate ? "PRIVATE" : "PUBLIC"),
  isFork: ({ parent }: Repository) => parent !== undefined,
  parent: ({ parent }: Repository, _args, { viewer }) => (parent && viewerRole(viewer, parent) ? parent : null),
  forkCount: (repository: Repository, _args, { world }) => forksOf(world, repository).length,
  forks: (repository: Repository, args: PageArguments & { readonly orderBy?: Order | null }, { world, viewer }) => {
    const forks = forksOf(world, repository).filter((one) => viewerRole(viewer, one) !== undefined);
    return toConnection(inOrder(forks, args.orderBy), args, "forks");
  },
  isTemplate: () => false,
  isDisabled: () => false,
  isInOrganization: ({ owner }: Repository) => owner.__typename === "Organization",
  viewerPermission: (repository: Repository, _args, { viewer }) =>
    viewerRole(viewer, repository)?.toUpperCase() ?? null,
  viewerCanAdminister: (repository: Repository, _args, { viewer }) => viewerRole(viewer, repository) === "admin",
  collaborators: (repository: Repository, args: PageArguments & { readonly login?: string | null }, context) => {
    mustMay(context, repository, "metadata", "read");
    const people = context.world
      .all("User")
      .filter(({ login }) => repository.collaborators.has(login) || roleOf(repository, login) === "admin")
      .filter(({ login }) => args.login == null || login === args.login);
    const connection = toConnection(people, args, "collaborators");
    const edges = connection.edges.map((edge) => ({
      ...edge,
      permission: roleOf(repository, edge.node.login)?.toUpperCase(),
    }));
    return { ...connection, edges };
  },
  defaultBranchRef: async (repository: Repository, _args, context) => {
    mustMay(context, repository, "contents", "read");
    return (await findRef(context.world, repository, `refs/heads/${repository.defaultBranchName}`)) ?? null;
  },
  ref: async (repository: Repository, { qualifiedName }: { readonly qualifiedName: string }, context) => {
    mustMay(context, repository, "contents", "read");
    const full = qualifiedName.startsWith("refs/") ? qualifiedName : `refs/heads/${qualifiedName}`;
    return (await findRef(context.world, repository, full)) ?? null;
  },
  refs: async (
    repository: Repository,
    args: PageArguments & { readonly refPrefix: string; readonly query?: string | null },
    context,
  ) => {
    mustMay(context, repository, "contents", "read");
    const refs = await context.world.git(repository).refs(args.refPrefix);
    const wanted = refs.filter(
      ({ name }) => args.query == null || name.slice(args.refPrefix.length).includes(args.query),
    );
    return toConnection(
      wanted.map(({ name, sha }) => toRef(repository, name, sha)),
      args,
      "refs",
    );
  },
  object: async (
    repository: Repository,
    args: { readonly expression?: string | null; readonly oid?: string | null },
    context,
  ) => {
    mustMay(context, repository, "contents", "read");
    const expression = args.expression ?? args.oid;
    return expression == null ? null : findGitObjectTogether(context, repository, expression);
  },
};

/** Fields of people and bots. */
export const actorFields: Fields = {
  ...linkFields,
  avatarUrl: (actor: Actor, _args, { world }) => `${world.origin}/avatars/${encodeURIComponent(restLogin(actor))}`,
};

export const userFields: Fields = {
  ...actorFields,
  organization: (user: User, { login }: { readonly login: string }, { world }) => {
    const found = world.findOrganization(login);
    return found?.members.has(user.login) === true ? found : null;
  },
  isViewer: (user: User, _args, { viewer }) => user === viewer.actor,
};

export const organizationFields: Fields = {
  ...actorFields,
  team: (organization: Organization, { slug }: { readonly slug: string }, context) => {
    if (!mayInOrganization(context, organization, "members", "read")) throw refusal("notAccessibleByIntegration");
    return organization.teams.find((it) => it.slug === slug.toLowerCase()) ?? null;
  },
};

export const ownerRepositoriesFields: Fields = {
  repositories: (
    owner: Repository["owner"],
    args: PageArguments & { readonly orderBy?: Order | null },
    { world, viewer },
  ) => {
    const own = world.all("Repository").filter((one) => one.owner === owner && viewerRole(viewer, one) !== undefined);
    return toConnection(inOrder(own, args.orderBy), args, "repositories");
  },
  repository: (owner: Repository["owner"], { name }: { readonly name: string }, { world, viewer }) => {
    const found = world.findRepository(owner.login, name);
    if (found === undefined || viewerRole(viewer, found) === undefined) {
      throw refusal("repositoryNotFound", { name: `${owner.login}/${name}` });
    }
    return found;
  },
};
