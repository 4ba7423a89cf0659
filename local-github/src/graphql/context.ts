import type { GraphQLResolveInfo } from "graphql";
import { has, holds, sees, type Viewer } from "../access/viewer.ts";
import type { Budget } from "../api/limits.ts";
import type { Quirks } from "../api/faults.ts";
import { refusal } from "../world/error-texts.ts";
import type { Installation, PermissionLevel, Repository } from "../world/objects.ts";
import type { World } from "../world/world.ts";

/** What resolvers are given beside their object and arguments. */
export interface GraphQLContext {
  readonly world: World;
  readonly viewer: Viewer;
  readonly quirks: Quirks;
  /** Points this document costs, and what was left before it. */
  readonly cost: number;
  readonly nodeCount: number;
  readonly budget: Budget;
}

/**
 * A field's resolver. Authored as a method, whose parameters are checked both ways round, so that each resolver may state
 * the object and arguments it gets: graphql-js has checked both against the schema.
 */
export type Resolver = {
  resolve(source: unknown, args: object, context: GraphQLContext, info: GraphQLResolveInfo): unknown;
}["resolve"];

/** Resolvers of one type's fields. What is missing is read from the object, and refused loudly where it has no such property. */
export type Fields = Readonly<Record<string, Resolver>>;

/** Throws unless the viewer holds one of these permissions: NOT_FOUND where the repository is invisible, else FORBIDDEN. */
export function mustMay(
  context: GraphQLContext,
  repository: Repository,
  permission: string | readonly string[],
  level: PermissionLevel,
): void {
  mustSee(context, repository);
  const wanted = typeof permission === "string" ? [permission] : permission;
  if (!wanted.some((name) => holds(context.viewer, repository, name, level))) {
    throw refusal("notAccessibleByIntegration");
  }
}

/** Throws NOT_FOUND unless the viewer may know of the repository. */
export function mustSee(context: GraphQLContext, repository: Repository): void {
  if (sees(context.viewer, repository)) return;
  throw refusal("repositoryNotFound", { name: `${repository.owner.login}/${repository.name}` });
}

/** Whether the viewer holds an organization's permission. People are judged by their membership. */
export function mayInOrganization(
  { viewer }: GraphQLContext,
  account: Installation["account"],
  permission: string,
  level: PermissionLevel,
): boolean {
  if (viewer.kind === "installation") {
    return viewer.installation.account === account && has(viewer.permissions, permission, level);
  }
  if (viewer.kind === "app") return false;
  if (account.__typename === "User") return account === viewer.actor;
  return account.members.has(viewer.actor.login);
}
