import { GitHubError } from "../../world/errors.ts";
import { refusal } from "../../world/error-texts.ts";
import type { Repository, WorldObject } from "../../world/objects.ts";
import { restLogin } from "../../world/people.ts";
import { repositoryOfReactable } from "../../world/reactions.ts";
import { toConnection } from "../connection.ts";
import type { PageArguments } from "../connection.ts";
import { mustMay, mustSee } from "../context.ts";
import type { Fields, GraphQLContext } from "../context.ts";
import { searchDiscussions } from "../../search/discussions.ts";
import { searchIssues } from "../../search/issues.ts";

/** Fields of the root of every query. */
export const queryFields: Fields = {
  // With `[bot]`, as nowhere else in GraphQL: fullsend-ai/fullsend#1953 saw it, and the number of the account.
  viewer: (_root, _args, { viewer }) => ({ ...viewer.actor, login: restLogin(viewer.actor) }),
  repository: (
    _root,
    {
      owner,
      name,
      followRenames,
    }: { readonly owner: string; readonly name: string; readonly followRenames?: boolean | null },
    context,
  ) => {
    const { world } = context;
    const renamed = followRenames === false ? undefined : world.findRenamed(owner, name);
    const found = world.findRepository(owner, name) ?? renamed;
    if (found === undefined) throw refusal("repositoryNotFound", { name: `${owner}/${name}` });
    mustSee(context, found);
    return found;
  },
  repositoryOwner: (_root, { login }: { readonly login: string }, { world }) =>
    world.findUser(login) ?? world.findOrganization(login) ?? null,
  user: (_root, { login }: { readonly login: string }, { world }) => {
    const found = world.findUser(login);
    if (found === undefined) throw refusal("userNotFound", { type: "User", login });
    return found;
  },
  organization: (_root, { login }: { readonly login: string }, { world }) => {
    const found = world.findOrganization(login);
    if (found === undefined) throw refusal("userNotFound", { type: "Organization", login });
    return found;
  },
  node: (_root, { id }: { readonly id: string }, context) => visibleNode(context, id),
  nodes: (_root, { ids }: { readonly ids: readonly string[] }, context) =>
    ids.map((id) => {
      try {
        return visibleNode(context, id);
      } catch (error) {
        // One id that is gone is an error in its place; the others are answered.
        if (error instanceof GitHubError) return error;
        throw error;
      }
    }),
  rateLimit: (_root, _args, { budget, cost, nodeCount }) => ({
    limit: budget.limit,
    cost,
    remaining: budget.remaining,
    used: budget.used,
    resetAt: budget.resetAt.toISOString().replace(/\.\d+Z$/u, "Z"),
    nodeCount,
  }),
  search: (_root, args: PageArguments & { readonly query: string; readonly type: string }, context) => {
    const { world, viewer } = context;
    const isIssues = args.type === "ISSUE" || args.type === "ISSUE_ADVANCED";
    if (!isIssues && args.type !== "DISCUSSION") throw refusal("searchNotEmulated", { what: args.type });
    const found = isIssues ? searchIssues(world, viewer, args.query) : searchDiscussions(world, viewer, args.query);
    return {
      ...toConnection<WorldObject>(found, args, "search"),
      discussionCount: isIssues ? 0 : found.length,
      issueCount: isIssues ? found.length : 0,
      repositoryCount: 0,
      userCount: 0,
      wikiCount: 0,
      codeCount: 0,
    };
  },
};

function visibleNode(context: GraphQLContext, id: string): WorldObject {
  const object = context.world.node(id);
  const place = placeOf(object);
  if (place !== undefined) mustMay(context, place.repository, place.permission, "read");
  return object;
}

/** Where an object belongs and which permission reads it; undefined for what is public anyway. */
function placeOf(
  object: WorldObject,
): { readonly repository: Repository; readonly permission: string | readonly string[] } | undefined {
  switch (object.__typename) {
    case "Repository":
      return { repository: object, permission: "metadata" };
    case "Discussion":
    case "DiscussionCategory":
      return { repository: object.repository, permission: "discussions" };
    case "DiscussionComment":
      return { repository: repositoryOfReactable(object), permission: "discussions" };
    case "Issue":
    case "Milestone":
      return { repository: object.repository, permission: ["issues", "pull_requests"] };
    case "IssueComment":
      return { repository: repositoryOfReactable(object), permission: ["issues", "pull_requests"] };
    case "PullRequest":
      return { repository: object.repository, permission: "pull_requests" };
    case "Label":
      return { repository: object.repository, permission: ["issues", "pull_requests", "discussions", "metadata"] };
    case "CheckRun":
      return { repository: object.repository, permission: "checks" };
    default:
      return undefined;
  }
}
